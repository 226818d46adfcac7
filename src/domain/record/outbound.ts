import type { PrintData } from './printData.ts'
import { type ParcelId, type SkuId, parcelIdOf } from './place.ts'

export interface Carrier {
  readonly id: string
  readonly name: string
  readonly cutoff: string
  readonly paperWidthMm: number
  readonly paperHeightMm: number
  readonly notServed: readonly string[]
  readonly phone: string
  readonly isDefault: 0 | 1
  /** The courier's badge closes the manifest. */
  readonly badge: string
  /** Who carries that badge; absent = nobody said. */
  readonly courierName?: string
  readonly rev?: string
}

/** `pooled`: for any parcel of its carrier; `issued`: by a platform, for one order. */
export type WaybillState =
  | 'pooled'
  | 'issued'
  | 'bound'
  | 'printed'
  | 'proved'
  | 'handedOver'
  | 'voided'

/** One number of a carrier; belongs to one parcel for ever. */
export interface Waybill {
  readonly id: string
  readonly carrierId: string
  readonly state: WaybillState
  readonly parcelId: ParcelId | null
  /** What the platform's print component needs to print it; goes when the parcel is handed over. */
  readonly printData?: PrintData
  readonly rev?: string
}

/** The number as it goes out of our hands, with its parcel or without: nobody prints it again. */
export function endWaybill(
  { printData: _cipher, ...row }: Waybill,
  state: 'handedOver' | 'voided',
): Waybill {
  return { ...row, state }
}

export type ParcelState =
  | 'open'
  | 'verified'
  | 'labelled'
  | 'closed'
  | 'manifested'
  | 'handedOver'
  | 'void'

export interface ParcelLine {
  readonly orderLine: number
  readonly skuId: SkuId
  readonly lot: string
  readonly qty: number
}

/** What the scale said of a parcel, grams: evidence against the weight a carrier bills. */
export interface ParcelWeight {
  readonly weightG: number
  readonly expectedG: number
  /** How far off it may be; null = a SKU of it has no weight, so nothing was compared. */
  readonly toleranceG: number | null
  readonly scaleId: string
  readonly weighedBy: string
  /** Why the packer let it go although it differs, '' = it does not. */
  readonly reason: string
}

/** One shipped unit: one waybill, one weight, one packer. */
export interface Parcel {
  readonly id: ParcelId
  readonly orderId: string
  readonly no: number
  readonly state: ParcelState
  readonly carrierId: string
  readonly waybillNo: string
  readonly lines: readonly ParcelLine[]
  readonly packerId: string
  /** Goods by the weights of their SKUs, and the carton where one is named. */
  readonly expectedWeightG: number
  /** The packing supply that suits its goods, and what that one weighs; absent = none is known. */
  readonly cartonType?: string
  readonly cartonWeightG?: number
  /** Absent: it was not weighed. */
  readonly weighed?: ParcelWeight
  /** Its content, where its weight says what such parcels weigh. */
  readonly weighedAs?: string
  /** Why the packer closed it without a weight at a table that has a scale. */
  readonly notWeighed?: string
  readonly labelledAtMs: number
  readonly closedAtMs: number
  readonly manifestId: string
  readonly reprints: number
  readonly rev?: string
}

export const parcelNoId = (orderId: string, no: number): ParcelId => parcelIdOf(`${orderId}#${no}`)

/** Papers of the office printer: made as PDF when a person asks for them. */
export const paperKinds = [
  'pickList',
  'packSlip',
  'outboundSlip',
  'handoverManifest',
  'countSheet',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** Where a print stands, as far as this station knows. `queued`: the host does not have it yet; `accepted`:
 *  it has; `unknown`: it may or may not be on paper, a person is asked; `refused`: it cannot be printed as
 *  it is; `missing`: a person said that it never came out; `proved`: it was seen. */
export type PrintIntentState =
  | 'queued'
  | 'accepted'
  | 'unknown'
  | 'refused'
  | 'cancelled'
  /** Cancelled, yet it came out: it is to be torn up. */
  | 'stray'
  | 'missing'
  | 'proved'
  | 'voided'

/** Why a print stands where it does: words are `notice.<code>`. */
export interface PrintWhy {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A label or paper that is to be made. A command only writes that it is wanted; it is handed to the host,
 *  and what the host and people tell of it comes back by commands. */
export interface PrintIntent {
  readonly id: string
  readonly kind:
    | 'waybill'
    | 'goods'
    | 'lot'
    | 'bin'
    | 'tote'
    | 'carton'
    | 'badge'
    | 'commands'
    | 'manifest'
    | 'testLabel'
    | 'labelSheet'
    | 'packReceipt'
    | PaperKind
  readonly no: string
  readonly revision: number
  readonly reason: string
  readonly state: PrintIntentState
  /** Why it is `unknown`, `refused`, `cancelled` or `stray`. */
  readonly why?: PrintWhy
  readonly docRef: string
  /** What stands on a sheet of labels. */
  readonly sheet?: SheetOrder
  readonly atMs: number
  readonly rev?: string
}

/** Labels of one A4 sheet, the first in cell `firstCell`; cells count from 1, along the rows. */
export interface SheetOrder {
  readonly kind: 'goods' | 'bin' | 'tote'
  readonly nos: readonly string[]
  readonly firstCell: number
}

/** Kind, number and revision: printing the same twice is one job at the host. */
export const printIntentId = (kind: PrintIntent['kind'], no: string, revision: number): string =>
  `${kind}:${no}:${revision}`

/** What one courier took with him in one round. */
export interface Manifest {
  readonly id: string
  readonly carrierId: string
  readonly state: 'open' | 'closed'
  readonly round: number
  readonly parcelIds: readonly ParcelId[]
  /** Name of the person who took them, '' = not known; a carrier's name never stands here. */
  readonly courier: string
  /** Number of the badge that closed it. */
  readonly courierBadgeNo?: string
  readonly openedAtMs: number
  readonly closedAtMs: number
  readonly rev?: string
}

/** What a carrier asks for one province: grams and fen; `volumeDivisor` in mm³ per gram, 0 = none. */
export interface Tariff {
  readonly id: string
  readonly carrierId: string
  readonly province: string
  readonly firstG: number
  readonly firstFen: number
  readonly stepG: number
  readonly stepFen: number
  readonly remoteFen: number
  readonly minFen: number
  readonly volumeDivisor: number
  readonly rev?: string
}

export const tariffIdOf = (carrierId: string, province: string): string =>
  `${carrierId}|${province}`

export type ShippedParcelState = 'delivered' | 'inTransit' | 'sentBack' | 'lost'

/** A parcel that went out before this program came: what a carrier's bill is held against. `id` is its
 *  waybill number. */
export interface ShippedParcel {
  readonly id: string
  readonly waybillNo: string
  readonly carrierId: string
  readonly platform: string
  readonly orderNos: readonly string[]
  readonly province: string
  readonly city: string
  readonly district: string
  readonly supplyCode: string
  readonly weightG: number
  readonly lengthMm: number
  readonly widthMm: number
  readonly heightMm: number
  readonly declaredFen: number
  readonly packer: string
  /** 0 = not known. */
  readonly packedAtMs: number
  readonly handedOverAtMs: number
  readonly state: ShippedParcelState
  readonly rev?: string
}

/** A bag, a carton, a roll of labels: grams, mm, fen; `orderPhone` is whom to call when it runs low. */
export interface Supply {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly lengthMm: number
  readonly widthMm: number
  readonly heightMm: number
  readonly weightG: number
  readonly loadLimitG: number
  readonly costFen: number
  readonly minStock: number
  readonly orderPhone: string
  readonly rev?: string
}
