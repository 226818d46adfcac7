import type { Allocation, Order, PickTask } from '../record/order.ts'
import type { BinId, SkuId, Tote, ToteId } from '../record/place.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'
import { closed, closedTask } from './confirmPick.ts'

export type ToteItem = { readonly skuId: SkuId; readonly lot: string; readonly qty: number }

export interface StopOrderArgs {
  readonly taskId: string
  readonly orderId: string
  readonly toteId: ToteId
  /** Where the goods of the tote are put aside; null = the tote is empty. */
  readonly binId: BinId | null
  readonly items: readonly ToteItem[]
}

export interface StopOrderFacts {
  readonly task: PickTask | undefined
  readonly order: Order | undefined
  readonly tote: Tote | undefined
  readonly allocations: readonly Allocation[]
}

/** An intercepted order leaves the walk: its goods go to a staging bin, its tote is free, its promises
 *  are released. A cancelled order ends; a changed one starts again as the shop has it now. */
export function stopOrder(
  facts: StopOrderFacts,
  args: StopOrderArgs,
): Decision<'pick.lineGone' | 'pick.binNeeded'> {
  const { task, order, tote } = facts
  if (!task || !tote || !order || order.intercept === 'none') return reject('pick.lineGone')
  const { binId } = args
  if (binId === null && args.items.length > 0) return reject('pick.binNeeded')
  const movements = args.items.map((item) => ({
    ...item,
    from: { placeId: args.toteId, state: 'available' } as const,
    to: { placeId: binId ?? args.toteId, state: 'available' } as const,
    reason: 'transfer' as const,
    docRef: order.id,
  }))
  return accept(movements, [
    put('orders', stopped(order)),
    put('totes', { ...tote, orderId: null }),
    put('pickTasks', withoutOrder(task, order.id)),
    ...facts.allocations
      .filter((row) => row.state !== 'released')
      .map((row) => put('allocations', closed(row, 'released', row.qty))),
  ])
}

function stopped(order: Order): Order {
  const { missingSkus: _, ...rest } = order
  if (order.intercept === 'cancelled') return { ...rest, state: 'cancelled', holds: [] }
  const holds = order.holds.filter((hold) => hold !== 'stockMissing')
  return { ...rest, state: holds.length > 0 ? 'held' : 'toShip', holds, intercept: 'none' }
}

function withoutOrder(task: PickTask, orderId: string): PickTask {
  const lines = task.lines.map((line) =>
    line.orderId === orderId ? { ...line, state: 'stopped' as const } : line,
  )
  return closedTask({ ...task, lines })
}
