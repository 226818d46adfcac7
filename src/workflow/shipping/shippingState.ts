import type { CloseManifestArgs } from '@/domain/shipping/closeManifest.ts'
import type { ScanOutArgs } from '@/domain/shipping/scanOut.ts'
import type { TakeOutArgs } from '@/domain/shipping/takeOut.ts'
import type { AskPrintsArgs } from '@/domain/stock/askPrints.ts'
import type { CommandEvent, Step } from '../workflow.ts'
import type { ParcelStanding } from './parcelStanding.ts'

/** The pile of one carrier that is being scanned out. */
export interface Hand {
  readonly carrierId: string
  readonly carrierName: string
  readonly badge: string
  readonly countQty: number
  /** Closed parcels of this carrier not yet scanned, as counted at the last scan. */
  readonly leftQty: number
}

/** The code the screen asks for: the next parcel of the pile, or the badge that closes it. */
export interface Asked {
  readonly kind: 'parcel' | 'badge'
  readonly code: string
}

export interface ScannedParcel {
  readonly no: string
  readonly parcelId: string
  readonly carrierId: string
  readonly carrierName: string
  readonly badge: string
  readonly manifestId: string
  /** Where the goods of a stopped order go. */
  readonly stagingCode: string
  readonly standing: ParcelStanding
  /** Closed parcels of the same carrier besides this one. */
  readonly leftQty: number
  readonly nextNo: string
}

export interface ScannedBadge {
  readonly carrierId: string
  readonly carrierName: string
  readonly badge: string
  /** The person, '' = not known, and the number of the badge as paper says it. */
  readonly courier: string
  readonly courierBadgeNo: string
  readonly manifestId: string
  readonly parcels: CloseManifestArgs['parcels']
  readonly leftQty: number
  /** The first parcels that were not scanned. */
  readonly missing: readonly string[]
  readonly stagingCode: string
  /** The next parcel of any other carrier, '' = none. */
  readonly nextNo: string
}

interface AtPile {
  readonly hand: Hand | null
  readonly asked: Asked | null
  /** A parcel of another carrier that was refused once: scanned again, its carrier comes in hand. */
  readonly warnedNo: string
  /** The manifest that was closed last: PRINT makes its label and paper. Left out until there is one. */
  readonly closedNo?: string
}

export type ShippingState =
  | ({ readonly kind: 'scanParcel' } & AtPile)
  | { readonly kind: 'savingParcel'; readonly back: AtPile; readonly parcel: ScannedParcel }
  | { readonly kind: 'takingOut'; readonly back: AtPile; readonly parcel: ScannedParcel }
  /** Parcels are missing: the badge a second time leaves them for the next round. */
  | ({ readonly kind: 'confirmClose'; readonly badge: ScannedBadge } & AtPile)
  | { readonly kind: 'closing'; readonly back: AtPile; readonly badge: ScannedBadge }
  | { readonly kind: 'printing'; readonly back: AtPile; readonly no: string }

export type ShippingEvent =
  | { readonly kind: 'printGiven' }
  | { readonly kind: 'parcelScanned'; readonly parcel: ScannedParcel }
  | { readonly kind: 'badgeScanned'; readonly badge: ScannedBadge }

export type ShippingCommand =
  | { readonly name: 'shipping.scanOut'; readonly args: ScanOutArgs }
  | { readonly name: 'shipping.takeOut'; readonly args: TakeOutArgs }
  | { readonly name: 'shipping.closeManifest'; readonly args: CloseManifestArgs }
  | { readonly name: 'stock.askPrints'; readonly args: AskPrintsArgs }

export type ShippingStep = Step<ShippingState, ShippingCommand>
export type AnyShippingEvent = ShippingEvent | CommandEvent
export type InShip<K extends ShippingState['kind']> = Extract<ShippingState, { readonly kind: K }>
