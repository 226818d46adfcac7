import { SLOTS_MAX, type TakeResult } from '@/domain/picking/takeOrder.ts'
import { accepted, ask, attention, go, refused, speaking, stay } from '../workflow.ts'
import {
  type PickPlan,
  type PickingEvent,
  type PickingState,
  type PlanSlot,
  emptyPlan,
  withSlot,
} from './pickPlan.ts'
import { type AnyPickEvent, type PickingStep, refusal, scanItem } from './pickStep.ts'

type In<K extends PickingState['kind']> = Extract<PickingState, { kind: K }>
type ToteScanned = Extract<PickingEvent, { kind: 'toteScanned' }>

/** A free tote takes the most urgent order; an order number asks for its tote. */
export function onScanToteFirst(state: In<'scanToteFirst'>, event: AnyPickEvent): PickingStep {
  if (event.kind === 'toteScanned') return take(state, emptyPlan, event)
  if (event.kind === 'orderScanned') return chooseOrder(state, event)
  return stay(state)
}

export function onScanToteFor(state: In<'scanToteFor'>, event: AnyPickEvent): PickingStep {
  if (event.kind === 'orderScanned') return chooseOrder(state, event)
  if (event.kind === 'verbGiven') return go({ kind: 'scanToteFirst' }, accepted('PICK-031'))
  if (event.kind !== 'toteScanned') return stay(state)
  const { orderId, orderNo } = state
  if (event.holds !== '' && event.next?.orderId !== orderId)
    return stay(state, refused('PICK-002', { tote: event.code, order: event.holds }))
  return take(state, emptyPlan, { ...event, next: { orderId, orderNo } })
}

function chooseOrder(
  state: PickingState,
  event: Extract<PickingEvent, { kind: 'orderScanned' }>,
): PickingStep {
  const { orderId, orderNo, isFree } = event
  if (!isFree) return stay(state, refused('PICK-024', { order: orderNo }))
  return go({ kind: 'scanToteFor', orderId, orderNo }, accepted('PICK-030', { order: orderNo }))
}

/** Asks for the order to be taken into the tote, as the next slot of the cart. */
export function take(state: PickingState, plan: PickPlan, event: ToteScanned): PickingStep {
  const { code, toteId, next, holds } = event
  if (plan.slots.length >= SLOTS_MAX) return stay(state, refused('PICK-009', { max: SLOTS_MAX }))
  if (!next) {
    if (holds === '') return stay(state, attention('PICK-001', { tote: code }))
    return stay(state, refused('PICK-002', { tote: code, order: holds }))
  }
  const slot: PlanSlot = { slot: plan.slots.length + 1, ...next, toteId, toteCode: code }
  const args = { taskId: plan.taskId, slot: slot.slot, orderId: next.orderId, toteId }
  return ask({ kind: 'taking', plan, slot }, { name: 'picking.takeOrder', args })
}

export function onTaking(state: In<'taking'>, event: AnyPickEvent): PickingStep {
  const { plan, slot } = state
  if (event.kind === 'commandRejected') {
    const back =
      plan.slots.length > 0 ? scanItem(plan, false) : ({ kind: 'scanToteFirst' } as const)
    return go(back, refusal(event))
  }
  if (event.kind !== 'commandAccepted') return stay(state)
  // The answer of our own command: `takeOrder` gives a TakeResult and nothing else.
  const next = withSlot(plan, slot, event.result as TakeResult)
  const lines = next.total - plan.total
  const words = { tote: slot.toteCode, slot: slot.slot, order: slot.orderNo, lines }
  const notice = speaking(accepted('PICK-011', words), { kind: 'slot', slot: slot.slot })
  return go(scanItem(next, false), notice)
}
