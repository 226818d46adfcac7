import type { BinId, SkuId } from '@/domain/record/place.ts'
import type { QtyDoubt } from '@/domain/receiving/doubtQty.ts'
import type { ItemFinding, SkuDemand } from '@/domain/receiving/orderLines.ts'

/** Where goods of each finding go. */
export type ReceivingBins = Readonly<Record<ItemFinding, BinId>>

/** The lot of a piece; '' = none, or not known. */
export interface LotDays {
  readonly lot: string
  readonly producedOn: string
  readonly expiresOn: string
}

/** The SKU received last, and how many of it since another one was scanned. */
export interface LastItem extends LotDays {
  readonly skuId: SkuId
  readonly name: string
  readonly spec: string
  readonly code: string
  readonly finding: ItemFinding
  readonly qty: number
  /** Its doubt was confirmed by a second scan: further single pieces are believed. */
  readonly confirmed: boolean
}

/** The purchase order in work. Small on purpose: it is saved with every scan. */
export interface OpenOrder {
  readonly purchaseOrderId: string
  readonly supplierName: string
  readonly deliveryNoteNo: string
  /** '' until the first piece. */
  readonly receiptId: string
  readonly skuIds: readonly SkuId[]
  readonly bins: ReceivingBins
  readonly doneQty: number
  readonly totalQty: number
  readonly openLines: number
  readonly multiplier: number
  /** The next item is damaged. */
  readonly damaged: boolean
  readonly last: LastItem | null
}

/** An item as scanned, with what the order says of it (null = not on the order). */
export interface ScannedItem {
  readonly skuId: SkuId
  readonly name: string
  readonly spec: string
  readonly code: string
  readonly unitQty: number
  readonly demand: SkuDemand | null
  readonly toleranceBp: number
  readonly lotTracked: boolean
  readonly expires: boolean
  /** From the code itself, where it is a GS1 element string with a lot. */
  readonly lotDays: LotDays | null
}

/** Pieces that are not committed yet: something is still asked. */
export interface PendingItem {
  readonly item: ScannedItem
  readonly finding: ItemFinding
  readonly qty: number
  /** The number typed for the last item as a whole; null = scanned pieces. */
  readonly setQty: number | null
  readonly lotDays: LotDays
  readonly bindCode: string
  readonly confirmed: boolean
}

export type ReceivingDoubt = QtyDoubt | 'wrongItem'

export type ReceivingState =
  | { readonly kind: 'scanOrder' }
  | { readonly kind: 'scanItem'; readonly order: OpenOrder }
  | {
      readonly kind: 'confirmItem'
      readonly order: OpenOrder
      readonly pending: PendingItem
      readonly doubt: ReceivingDoubt
    }
  | { readonly kind: 'enterLot'; readonly order: OpenOrder; readonly pending: PendingItem }
  | { readonly kind: 'enterExpiry'; readonly order: OpenOrder; readonly pending: PendingItem }
  | { readonly kind: 'bindBarcode'; readonly order: OpenOrder; readonly code: string }
  | { readonly kind: 'confirmShort'; readonly order: OpenOrder }
  | { readonly kind: 'savingItem'; readonly order: OpenOrder; readonly pending: PendingItem }
  | { readonly kind: 'posting'; readonly order: OpenOrder; readonly next: OpenOrder | null }
  | { readonly kind: 'closingShort'; readonly order: OpenOrder; readonly skuId: SkuId | '' }
  | { readonly kind: 'printing'; readonly order: OpenOrder }

/** States that take the next goods, or what is still asked of them. */
export type WorkState = Exclude<
  Extract<ReceivingState, { order: OpenOrder }>,
  { kind: 'savingItem' | 'posting' | 'closingShort' | 'printing' }
>

/** Every state with an order open, also those that wait for an answer. */
export type WorkingState = Extract<ReceivingState, { order: OpenOrder }>

/** True while an order is open. */
export const isWorking = (state: ReceivingState): state is WorkingState =>
  state.kind !== 'scanOrder'

export type ReceivingIn<K extends ReceivingState['kind']> = Extract<ReceivingState, { kind: K }>

export type ReceivingEvent =
  /** `others`: further open orders that want the goods scanned. */
  | { readonly kind: 'orderOpened'; readonly order: OpenOrder; readonly others: number }
  | { readonly kind: 'itemScanned'; readonly item: ScannedItem }
  | { readonly kind: 'codeUnknown'; readonly code: string }
  | { readonly kind: 'multiplied'; readonly by: number }
  /** `item`: the last item as the order sees it now. */
  | { readonly kind: 'qtyTyped'; readonly qty: number; readonly item: ScannedItem }
  | { readonly kind: 'lotGiven'; readonly lot: string; readonly known: LotDays | null }
  | { readonly kind: 'expiryGiven'; readonly expiresOn: string }
  /** `openQty`: pieces of the last item still to come. */
  | { readonly kind: 'shortGiven'; readonly openQty: number }
  | {
      readonly kind: 'verbGiven'
      readonly verb: 'OK' | 'DAMAG' | 'PRINT' | 'NEXT' | 'BACK'
    }

export const NO_LOT: LotDays = { lot: '', producedOn: '', expiresOn: '' }
