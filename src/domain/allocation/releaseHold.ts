import type { HoldReason, Order } from '../record/order.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'

export interface ReleaseHoldArgs {
  readonly orderId: string
  /** Why the person lets it go on; kept with the command. */
  readonly reason: string
}

export interface OneOrderFacts {
  readonly order: Order | undefined
}

/** Holds a person's word cannot lift: what is missing must come first. */
export const hardHolds: readonly HoldReason[] = [
  'unknownSku',
  'skuMissing',
  'quantitySplit',
  'printComponent',
]

export type ReleaseRefusal = 'order.unknown' | 'order.notHeld' | 'order.hardHold'

/** A person lets a held order go on: it waits for its reservation again. */
export function releaseHold(
  { order }: OneOrderFacts,
  args: ReleaseHoldArgs,
): Decision<ReleaseRefusal> {
  if (!order) return reject('order.unknown', { order: args.orderId })
  if (order.state !== 'held') return reject('order.notHeld', { order: order.orderNo })
  const hard = order.holds.find((hold) => hardHolds.includes(hold))
  if (hard) return reject('order.hardHold', { order: order.orderNo, hold: hard })
  const { missingSkus: _, ...rest } = order
  return accept([], [put('orders', { ...rest, state: 'toShip', holds: [] })])
}
