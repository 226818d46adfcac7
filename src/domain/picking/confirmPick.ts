import type { Allocation, Order, PickLine, PickTask } from '../record/order.ts'
import { type BinId, type SkuId, type ToteId, placeCode } from '../record/place.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'
import type { MovementDraft } from '../stock/movement.ts'

/** One line as it was picked: everything the movement needs is named here. */
export interface PickArgs {
  readonly taskId: string
  readonly allocationId: string
  readonly orderId: string
  readonly skuId: SkuId
  readonly lot: string
  readonly binId: BinId
  readonly toteId: ToteId
  readonly qty: number
}

export interface PickFacts {
  readonly task: PickTask | undefined
  readonly order: Order | undefined
  readonly allocation: Allocation | undefined
  /** The order's promises that are open, this one included. */
  readonly openIds: readonly string[]
  /** Pieces of this SKU and lot in the bin, by the book. */
  readonly lotQty: number
  /** Pieces of all SKUs in the bin, by the book. */
  readonly binQty: number
  /** For an intercepted order: pieces in its tote, and where they can be put aside. */
  readonly toteQty: number
  readonly asideBin: string
}

export type PickRefusal = 'pick.intercepted' | 'pick.lineGone' | 'pick.bookShort' | 'pick.qtyWrong'

export type PickResult = { readonly binLeft: number }

/** What stops a line before it is picked, short or whole; null = nothing. */
export function pickRefusal(facts: PickFacts, args: PickArgs): Decision<PickRefusal> | null {
  const { order, allocation, task, toteQty, asideBin: bin } = facts
  if (!order || !task || allocation?.state !== 'open') return reject('pick.lineGone')
  if (order.intercept !== 'none') {
    const params = { order: order.orderNo, intercept: order.intercept, toteQty, bin }
    return reject('pick.intercepted', params)
  }
  if (facts.lotQty < args.qty)
    return reject('pick.bookShort', { bin: placeCode(args.binId), qty: facts.lotQty })
  return null
}

/** A whole line goes from its bin into its tote; its promise is consumed. With its last line the order
 *  is picked (or held, when stock was missing on the way); with the last line of all the walk is done. */
export function confirmPick(facts: PickFacts, args: PickArgs): Decision<PickRefusal> {
  const refusal = pickRefusal(facts, args)
  if (refusal) return refusal
  const { task, order, allocation } = facts
  if (!task || !order || !allocation) return reject('pick.lineGone')
  if (args.qty !== allocation.qty) return reject('pick.qtyWrong', { qty: allocation.qty })
  const line = { pickedQty: args.qty, state: 'picked' } as const
  const isLast = facts.openIds.every((id) => id === allocation.id)
  const result: PickResult = { binLeft: facts.binQty - args.qty }
  return accept(
    [pickMovement(args)],
    [
      put('allocations', closed(allocation, 'consumed', args.qty)),
      put('pickTasks', closeLine(task, allocation.id, line, [])),
      ...(isLast ? [put('orders', pickedOrder(order))] : []),
    ],
    result,
  )
}

export function pickMovement(args: PickArgs): MovementDraft {
  const { skuId, lot, qty, orderId: docRef } = args
  const from = { placeId: args.binId, state: 'available' } as const
  const to = { placeId: args.toteId, state: 'available' } as const
  return { skuId, lot, qty, from, to, reason: 'pick', docRef }
}

/** The promise after the pick: kept for what was taken, out of the open index. */
export function closed(row: Allocation, state: 'consumed' | 'released', qty: number): Allocation {
  const { openSku: _, openPlace: __, ...rest } = row
  return { ...rest, state, qty }
}

/** The walk after one line ended; `added` are lines of other bins that serve the rest of it. */
export function closeLine(
  task: PickTask,
  allocationId: string,
  change: Pick<PickLine, 'pickedQty' | 'state'>,
  added: readonly PickLine[],
): PickTask {
  const lines = task.lines.map((line) =>
    line.allocationId === allocationId ? { ...line, ...change } : line,
  )
  return closedTask({ ...task, lines: [...lines, ...added] })
}

export function closedTask(task: PickTask): PickTask {
  return { ...task, state: task.lines.some((line) => line.state === 'open') ? 'picking' : 'done' }
}

/** An order whose open lines have ended: ready to pack, unless it still waits for stock. */
export function pickedOrder(order: Order): Order {
  return { ...order, state: order.holds.includes('stockMissing') ? 'held' : 'picked' }
}
