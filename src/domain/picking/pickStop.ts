import type { BinId, SkuId, ToteId } from '../record/place.ts'

/** Where a bin stands, as its code says. */
export type BinSpot = {
  readonly binId: BinId
  readonly corridor: string
  readonly rack: number
  readonly level: number
  readonly position: number
}

/** One stop of a walk: so many pieces of one SKU and lot from one bin into one tote slot. Plain data:
 *  it is part of the saved state. `code` is what the item's label says. */
export type PickStop = BinSpot & {
  readonly allocationId: string
  readonly orderId: string
  readonly orderNo: string
  readonly orderLine: number
  readonly slot: number
  readonly toteId: ToteId
  readonly skuId: SkuId
  readonly name: string
  readonly spec: string
  /** Specs of other SKUs of the same name in this order, where there are any. */
  readonly twins?: readonly string[]
  readonly code: string
  readonly lot: string
  readonly expiresOn: string
  readonly lotTracked: 0 | 1
  readonly qty: number
}

/** Another place that serves what a bin did not have. */
export type PickSpot = BinSpot & {
  readonly allocationId: string
  readonly lot: string
  readonly expiresOn: string
  readonly qty: number
}
