import type { BinId, PlaceId, SkuId, ToteId } from './place.ts'

export type OrderState =
  | 'unpaid'
  | 'held'
  | 'toShip'
  | 'allocated'
  | 'picking'
  | 'picked'
  | 'packed'
  | 'handedOver'
  | 'cancelled'
  | 'closed'

/** How much of the receiver this station may print itself: `cipher`, `mask` and `withheld` wait for
 *  the platform's own print component. */
export type ReceiverKind = 'plain' | 'mask' | 'cipher' | 'withheld'

/** Masked for screen and label; the plain text lies encrypted in table `pii` under `piiId`. */
export interface OrderReceiver {
  readonly kind: ReceiverKind
  readonly maskedName: string
  readonly maskedPhone: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly maskedDetail: string
  readonly piiId: string | null
}

export interface OrderLine {
  readonly line: number
  readonly skuId: SkuId
  readonly qty: number
  readonly title: string
  readonly spec: string
  readonly priceFen: number
  readonly gift: 0 | 1
  readonly refund: 'none' | 'asked' | 'done'
}

/** Why an order waits for a person: words are `hold.<reason>`. */
export type HoldReason =
  | 'refund'
  | 'risk'
  | 'unknownSku'
  | 'skuMissing'
  | 'addressIncomplete'
  | 'districtUnknown'
  | 'addressMasked'
  | 'addressMismatch'
  | 'phoneMissing'
  | 'phoneBad'
  | 'nameDamaged'
  | 'nameMissing'
  | 'quantitySplit'
  | 'stockMissing'
  | 'notServed'
  /** Its receiver is hidden by the platform: only the platform's print component can label it. */
  | 'printComponent'

export type Intercept = 'none' | 'cancelled' | 'changed'

/** One order of one shop. `id` = shop and number, so the same file twice is the same order. */
export interface Order {
  readonly id: string
  readonly orderNo: string
  readonly shop: string
  readonly state: OrderState
  readonly holds: readonly HoldReason[]
  readonly intercept: Intercept
  readonly placedAtMs: number
  readonly paidAtMs: number
  readonly shipByMs: number
  readonly buyerNote: string
  readonly shopNote: string
  readonly flag: string
  readonly receiver: OrderReceiver
  readonly lines: readonly OrderLine[]
  readonly carrierId: string
  readonly totalQty: number
  /** Content hash of what the shop said, so a second import of the same order changes nothing. */
  readonly revision: string
  /** SKUs it waits for, present only while it is held with `stockMissing`: arriving stock finds it. */
  readonly missingSkus?: readonly SkuId[]
  /** The waybill number its platform issued for it; absent = it takes one of its carrier's pool. */
  readonly issuedWaybillNo?: string
  readonly rev?: string
}

/** Why work on an order must stop, or `none`: asked at pick, pack, label and handover alike. */
export function stopOf(order: Order): Intercept {
  return order.state === 'cancelled' ? 'cancelled' : order.intercept
}

export const orderIdOf = (shop: string, orderNo: string): string => `${shop}:${orderNo}`

/** The lines the warehouse has to pick and pack: not refunded, and of a SKU (a gift without a code is
 *  words on the order only). */
export function shippableLines(order: Pick<Order, 'lines'>): OrderLine[] {
  return order.lines.filter((line) => line.refund !== 'done' && line.qty > 0 && line.skuId !== '')
}

/** So much of one lot in one place is promised to one order line. `openSku` is present only while the
 *  promise is open, so the index holds open promises alone. */
export interface Allocation {
  readonly id: string
  readonly orderId: string
  readonly orderLine: number
  readonly skuId: SkuId
  readonly placeId: PlaceId
  readonly lot: string
  readonly qty: number
  readonly state: 'open' | 'consumed' | 'released'
  readonly openSku?: SkuId
  readonly openPlace?: PlaceId
  readonly rev?: string
}

export interface PickLine {
  readonly allocationId: string
  readonly orderId: string
  readonly orderLine: number
  readonly skuId: SkuId
  readonly binId: BinId
  readonly lot: string
  readonly qty: number
  readonly pickedQty: number
  readonly state: 'open' | 'picked' | 'short' | 'stopped'
}

export interface PickSlot {
  readonly slot: number
  readonly orderId: string
  readonly toteId: ToteId
}

/** One walk through the warehouse for one order or for a cluster of tote slots. */
export interface PickTask {
  readonly id: string
  readonly kind: 'singlePick' | 'clusterPick'
  readonly state: 'planned' | 'taken' | 'picking' | 'done'
  readonly slots: readonly PickSlot[]
  readonly lines: readonly PickLine[]
  readonly operatorId: string
  readonly takenAtMs: number
  readonly rev?: string
}

/** A bin to be counted, because of `reason`. */
export interface CountTask {
  readonly id: string
  readonly binId: BinId
  readonly skuId: SkuId | null
  readonly reason: 'shortPick' | 'zeroCheck' | 'negativeBalance'
  readonly state: 'open' | 'closed'
  readonly openedAtMs: number
  readonly docRef: string
  /** Present only while the task is open and about one SKU: its stock there is not promised again. */
  readonly openSku?: SkuId
  readonly rev?: string
}
