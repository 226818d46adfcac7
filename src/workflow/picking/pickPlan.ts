import type { ToteItem } from '@/domain/picking/stopOrder.ts'
import type { PickSpot, PickStop } from '@/domain/picking/pickStop.ts'
import { walkFrom, walkOrder } from '@/domain/picking/walkOrder.ts'
import type { BinId, SkuId, ToteId } from '@/domain/record/place.ts'

/** One tote on the cart and its order. */
export type PlanSlot = {
  readonly slot: number
  readonly orderId: string
  readonly orderNo: string
  readonly toteId: ToteId
  readonly toteCode: string
}

/** One walk: the stops still to do, the first one now. `held`: orders that stock was missing for. */
export type PickPlan = {
  readonly taskId: string
  readonly slots: readonly PlanSlot[]
  readonly stops: readonly PickStop[]
  readonly done: number
  readonly total: number
  readonly held: readonly string[]
}

export const emptyPlan: PickPlan = {
  taskId: '',
  slots: [],
  stops: [],
  done: 0,
  total: 0,
  held: [],
}

/** Where a walk stands between scans. `by` > 0: the next item scan counts so many. */
export type PickingState =
  | { readonly kind: 'scanToteFirst' }
  | { readonly kind: 'scanToteFor'; readonly orderId: string; readonly orderNo: string }
  | { readonly kind: 'taking'; readonly plan: PickPlan; readonly slot: PlanSlot }
  | ScanItem
  | ScanLot
  | ScanTote
  | { readonly kind: 'saving'; readonly plan: PickPlan; readonly counted: number }
  | { readonly kind: 'shorting'; readonly plan: PickPlan; readonly counted: number }
  | ZeroCheck
  | ({ readonly kind: 'savingCount' } & Omit<ZeroCheck, 'kind'>)
  | Intercepted
  | ({ readonly kind: 'stopping' } & Omit<Intercepted, 'kind'>)

export type ScanItem = {
  readonly kind: 'scanItem'
  readonly plan: PickPlan
  /** Totes may be added until the walk has begun. */
  readonly isWalking: boolean
  readonly by: number
  /** SHORT was given once: the second one says that nothing is there. */
  readonly isShortAsked: boolean
  /** The label of the lot was scanned before the item. */
  readonly isLotKnown: boolean
}

/** The bin holds several lots of the item, and its code did not name one. */
export type ScanLot = {
  readonly kind: 'scanLot'
  readonly plan: PickPlan
  readonly counted: number
  readonly isCounted: boolean
}

export type ScanTote = {
  readonly kind: 'scanTote'
  readonly plan: PickPlan
  readonly counted: number
  /** False: one scan stood for the whole line; true: the person counts. */
  readonly isCounted: boolean
  readonly isShortAsked: boolean
}

export type ZeroCheck = {
  readonly kind: 'zeroCheck'
  readonly plan: PickPlan
  readonly binId: BinId
  readonly skuId: SkuId
  /** As people know the item: the bin may hold others. */
  readonly name: string
  readonly spec: string
}

export type Intercepted = {
  readonly kind: 'intercepted'
  readonly plan: PickPlan
  readonly slot: PlanSlot
  readonly intercept: string
  /** Pieces in the tote that must be put aside; 0 = the tote itself is scanned free. */
  readonly toteQty: number
  readonly asideBin: string
}

export type InterceptFound = Pick<Intercepted, 'intercept' | 'toteQty' | 'asideBin'>

export type PickingEvent =
  | {
      readonly kind: 'toteScanned'
      readonly toteId: ToteId
      readonly code: string
      /** The order the tote holds already, '' = free. */
      readonly holds: string
      /** The order it would take now: its own, or the most urgent one. */
      readonly next: { readonly orderId: string; readonly orderNo: string } | null
    }
  | {
      readonly kind: 'orderScanned'
      readonly orderId: string
      readonly orderNo: string
      readonly isFree: boolean
    }
  | {
      readonly kind: 'itemScanned'
      readonly skuId: SkuId
      readonly unitQty: number
      readonly found: InterceptFound | null
      /** The lot its code names, '' = none. */
      readonly lot: string
      /** Lots of the item that the bin now holds, by the book. */
      readonly lotsInBin: number
    }
  | { readonly kind: 'lotScanned'; readonly lot: string }
  | {
      readonly kind: 'binScanned'
      readonly binId: BinId
      readonly code: string
      readonly isStorage: boolean
      /** What lies in the tote of a stopped order. */
      readonly items: readonly ToteItem[]
    }
  | { readonly kind: 'verbGiven'; readonly verb: string }
  | { readonly kind: 'qtyGiven'; readonly qty: number }

/** The plan with one more tote on the cart. */
export function withSlot(
  plan: PickPlan,
  slot: PlanSlot,
  taken: { readonly taskId: string; readonly stops: readonly PickStop[] },
): PickPlan {
  const stops = walkOrder([...plan.stops, ...taken.stops])
  const total = plan.total + taken.stops.length
  return { ...plan, taskId: taken.taskId, slots: [...plan.slots, slot], stops, total }
}

/** The plan after the first stop ended; `spots` serve what it was short of. */
export function withoutStop(plan: PickPlan, spots: readonly PickSpot[] = []): PickPlan {
  const [here, ...rest] = plan.stops
  if (!here) return plan
  const added = spots.map((spot) => ({ ...here, ...spot }))
  const sameBin = added.filter((stop) => stop.binId === here.binId)
  const other = added.filter((stop) => stop.binId !== here.binId)
  const stops = other.length > 0 ? walkFrom(here, [...rest, ...other]) : rest
  const total = plan.total + added.length
  return { ...plan, stops: [...sameBin, ...stops], done: plan.done + 1, total }
}

/** The plan without a stopped order. */
export function withoutOrder(plan: PickPlan, orderId: string): PickPlan {
  const stops = plan.stops.filter((stop) => stop.orderId !== orderId)
  const slots = plan.slots.filter((slot) => slot.orderId !== orderId)
  return { ...plan, stops, slots, total: plan.done + stops.length }
}

export function slotOf(plan: PickPlan, stop: PickStop): PlanSlot | undefined {
  return plan.slots.find((slot) => slot.orderId === stop.orderId)
}
