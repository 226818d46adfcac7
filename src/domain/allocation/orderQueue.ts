import type { Order, OrderState } from '../record/order.ts'

/** Parts of the queue a person can look at; the first is what still has to leave. */
export const orderFilters = [
  'open',
  'held',
  'waiting',
  'allocated',
  'begun',
  'unpaid',
  'done',
] as const
export type OrderFilter = (typeof orderFilters)[number]

export const filterStates: Readonly<Record<OrderFilter, readonly OrderState[]>> = {
  open: ['held', 'toShip', 'allocated', 'picking', 'picked', 'packed'],
  held: ['held'],
  waiting: ['toShip'],
  allocated: ['allocated'],
  begun: ['picking', 'picked', 'packed'],
  unpaid: ['unpaid'],
  done: ['handedOver', 'cancelled', 'closed'],
}

/** Orders drawn at first; "see the rest" doubles it up to the most one list may hold. */
export const QUEUE_ROWS = 100
export const QUEUE_ROWS_MAX = 3_200

/** Less than this before its ship-by time an order is at risk. */
const LATE_RISK_MS = 2 * 3_600_000

export type LateRisk = 'late' | 'soon' | 'fine'

/** Whether an order is late or soon will be; finished ones are neither. Example: due in 1 h -> soon. */
export function lateRisk(order: Pick<Order, 'state' | 'shipByMs'>, nowMs: number): LateRisk {
  if (filterStates.done.includes(order.state) || order.state === 'unpaid') return 'fine'
  if (order.shipByMs <= nowMs) return 'late'
  return order.shipByMs - nowMs <= LATE_RISK_MS ? 'soon' : 'fine'
}

/** The first `limit` orders of several lists, the one that must leave first on top. */
export function mergeQueue(lists: readonly (readonly Order[])[], limit: number): Order[] {
  const order = (a: Order, b: Order) => a.shipByMs - b.shipByMs || (a.id < b.id ? -1 : 1)
  return lists.flat().sort(order).slice(0, limit)
}
