import type { SheetOrder } from '@/domain/record/outbound.ts'
import type { ZoneKind } from '@/domain/record/place.ts'
import type { AskedPrint } from '@/domain/stock/askPrints.ts'

/** What the screen shows between two scans. */
export type ShownStock =
  | { readonly kind: 'scanAny' }
  | SkuShown
  | LabelShown
  /** A purchase order: the photos of its delivery. */
  | { readonly kind: 'orderShown'; readonly no: string; readonly photoNo?: number }
  | PlaceShown

/** What may have photos. `photoNo`: the one that is shown large, from 1 with the newest. */
export type PhotographedStock = Extract<
  ShownStock,
  { readonly kind: 'skuShown' | 'labelShown' | 'orderShown' }
>

interface SkuShown {
  readonly kind: 'skuShown'
  readonly skuId: string
  /** The lot its code named; its label says the lot. */
  readonly lotId?: string
  readonly photoNo?: number
}

/** A parcel, an operator or a manifest: only its papers are made here. */
interface LabelShown {
  readonly kind: 'labelShown'
  readonly label: 'carton' | 'badge' | 'manifest'
  readonly no: string
  readonly code: string
  readonly photoNo?: number
}

interface PlaceShown {
  readonly kind: 'placeShown'
  readonly placeId: string
  readonly code: string
  readonly place: 'bin' | 'tote'
  /** Of a bin. */
  readonly corridor?: string
  readonly zone?: ZoneKind
}

/** Labels for A4 sheets: `nos` in order; `fills`: as many of them as the first sheet has room for. */
export interface SheetPlan extends Omit<SheetOrder, 'firstCell'> {
  readonly fills: boolean
}

/** What the stock screen shows: nothing yet, one SKU over all places, or one place; or it prints. */
export type StockState =
  | ShownStock
  /** Many labels: the second PRINT says that they are meant. */
  | { readonly kind: 'confirmCodes'; readonly verbs: readonly string[] }
  /** Which label of a sheet is the first free one: a sheet that was begun goes in again. */
  | {
      readonly kind: 'firstCell'
      readonly back: ShownStock
      readonly plan: SheetPlan
      readonly cells: number
    }
  | { readonly kind: 'printing'; readonly back: ShownStock; readonly count: number }

type Scanned<Shown, Kind extends string> = Omit<Shown, 'kind'> & { readonly kind: Kind }

export type StockEvent =
  | Scanned<SkuShown, 'skuScanned'>
  | Scanned<LabelShown, 'paperScanned'>
  | Scanned<PlaceShown, 'placeScanned'>
  | { readonly kind: 'orderScanned'; readonly no: string }
  /** A number typed: one of `count` photos of what is shown. */
  | { readonly kind: 'photoChosen'; readonly no: number; readonly count: number }
  /** `verbs`: all command codes, for the sheet of them. */
  | { readonly kind: 'printGiven'; readonly verbs: readonly string[] }
  | { readonly kind: 'papersAsked'; readonly prints: readonly AskedPrint[] }
  | { readonly kind: 'sheetAsked'; readonly plan: SheetPlan; readonly cells: number }
  | { readonly kind: 'cellTyped'; readonly no: number }
