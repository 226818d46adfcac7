import type { Allocation, Order } from '../record/order.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'
import { releaseAllocation } from './releaseAllocation.ts'

export interface CancelOrderArgs {
  readonly orderId: string
  readonly reason: string
}

export interface CancelFacts {
  readonly order: Order | undefined
  readonly allocations: readonly Allocation[]
  /** Its goods lie in a tote already. */
  readonly inTote: boolean
}

/** A person cancels an order: what was reserved is free again. Where work has begun the order is
 *  intercepted at the next step instead. */
export function cancelOrder(
  { order, allocations, inTote }: CancelFacts,
  args: CancelOrderArgs,
): Decision<'order.unknown' | 'order.finished'> {
  if (!order) return reject('order.unknown', { order: args.orderId })
  if (['handedOver', 'cancelled', 'closed'].includes(order.state))
    return reject('order.finished', { order: order.orderNo })
  if (inTote || ['picking', 'picked', 'packed'].includes(order.state))
    return accept([], [put('orders', { ...order, intercept: 'cancelled' })], { intercepted: 1 })
  const { missingSkus: _, ...rest } = order
  const open = allocations.filter((row) => row.state === 'open')
  return accept(
    [],
    [
      put('orders', { ...rest, state: 'cancelled', holds: [] }),
      ...open.map((row) => put('allocations', releaseAllocation(row))),
    ],
    { intercepted: 0 },
  )
}
