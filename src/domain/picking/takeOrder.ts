import type { Allocation, Order, PickLine, PickTask } from '../record/order.ts'
import type { BinId, Tote, ToteId } from '../record/place.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'
import type { PickStop } from './pickStop.ts'

/** Tote slots on one cart. */
export const SLOTS_MAX = 12

export interface TakeOrderArgs {
  /** '' starts a new walk. */
  readonly taskId: string
  readonly slot: number
  readonly orderId: string
  readonly toteId: ToteId
}

export interface TakeOrderFacts {
  readonly task: PickTask | undefined
  readonly order: Order | undefined
  readonly tote: Tote
  /** The tote that holds a first part of the order already. */
  readonly ownTote: Tote | undefined
  readonly allocations: readonly Allocation[]
  readonly stops: readonly PickStop[]
  readonly commandId: string
  readonly operatorId: string
  readonly atMs: number
}

export type TakeRefusal =
  | 'pick.orderGone'
  | 'pick.toteTaken'
  | 'pick.otherTote'
  | 'pick.slotsFull'
  | 'pick.taskGone'

export type TakeResult = { readonly taskId: string; readonly stops: readonly PickStop[] }

/** Takes one reserved order into one free tote, as a slot of a new or running walk. The tote that holds
 *  the order's first part already is as good as a free one. */
export function takeOrder(facts: TakeOrderFacts, args: TakeOrderArgs): Decision<TakeRefusal> {
  const { order, tote, task, ownTote } = facts
  if (order?.state !== 'allocated' || order.intercept !== 'none' || facts.stops.length === 0)
    return reject('pick.orderGone', { order: order?.orderNo ?? args.orderId })
  if (tote.orderId !== null && tote.orderId !== order.id)
    return reject('pick.toteTaken', { tote: tote.code })
  if (ownTote && ownTote.id !== tote.id) return reject('pick.otherTote', { tote: ownTote.code })
  if (args.slot > SLOTS_MAX) return reject('pick.slotsFull', { max: SLOTS_MAX })
  if (args.taskId !== '' && task?.state !== 'picking') return reject('pick.taskGone')
  const next = addSlot(task ?? newTask(facts), args, facts.allocations)
  const result: TakeResult = { taskId: next.id, stops: facts.stops }
  return accept(
    [],
    [
      put('pickTasks', next),
      put('orders', { ...order, state: 'picking' }),
      put('totes', { ...tote, orderId: order.id }),
    ],
    result,
  )
}

function newTask({ commandId, operatorId, atMs }: TakeOrderFacts): PickTask {
  const open = { state: 'picking', operatorId, takenAtMs: atMs } as const
  return { id: `pick:${commandId}`, kind: 'singlePick', slots: [], lines: [], ...open }
}

function addSlot(
  task: PickTask,
  { slot, orderId, toteId }: TakeOrderArgs,
  allocations: readonly Allocation[],
): PickTask {
  const slots = [...task.slots, { slot, orderId, toteId }]
  const kind = slots.length > 1 ? 'clusterPick' : 'singlePick'
  const open = allocations.filter((row) => row.state === 'open')
  return { ...task, kind, slots, lines: [...task.lines, ...open.map(pickLineOf)] }
}

/** The walk's line for one promise. */
export function pickLineOf(row: Allocation): PickLine {
  const { id: allocationId, orderId, orderLine, skuId, lot, qty } = row
  // Storage bins alone are promised, so the place is a bin.
  const binId = row.placeId as BinId
  return { allocationId, orderId, orderLine, skuId, binId, lot, qty, pickedQty: 0, state: 'open' }
}
