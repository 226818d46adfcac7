import type { PickResult } from '@/domain/picking/confirmPick.ts'
import type { ShortResult } from '@/domain/picking/shortPick.ts'
import { placeCode } from '@/domain/record/place.ts'
import { accepted, ask, attention, go, refused, stay } from '../workflow.ts'
import {
  type Intercepted,
  type PickingState,
  type ZeroCheck,
  withoutOrder,
  withoutStop,
} from './pickPlan.ts'
import {
  type AnyPickEvent,
  type PickingStep,
  foundOf,
  intercept,
  interceptWords,
  onward,
  refusal,
  scanItem,
} from './pickStep.ts'

type In<K extends PickingState['kind']> = Extract<PickingState, { kind: K }>
type Rejected = Extract<AnyPickEvent, { kind: 'commandRejected' }>

/** A bin that is empty by the book is looked at once, while somebody stands there. */
export function onSaving(state: In<'saving'>, event: AnyPickEvent): PickingStep {
  if (event.kind === 'commandRejected') return onRefused(state, event)
  if (event.kind !== 'commandAccepted') return stay(state)
  const [stop] = state.plan.stops
  const plan = withoutStop(state.plan)
  // The answer of our own command: `confirmPick` gives a PickResult and nothing else.
  const { binLeft } = event.result as PickResult
  const isLastHere = plan.stops[0]?.binId !== stop?.binId
  if (stop && binLeft === 0 && isLastHere) {
    const { binId, skuId, name, spec } = stop
    return go(
      { kind: 'zeroCheck', plan, binId, skuId, name, spec },
      accepted('PICK-018', { bin: placeCode(binId) }),
    )
  }
  return onward(plan, accepted('PICK-016', { left: plan.stops.length }))
}

export function onShorting(state: In<'shorting'>, event: AnyPickEvent): PickingStep {
  if (event.kind === 'commandRejected') return onRefused(state, event)
  if (event.kind !== 'commandAccepted') return stay(state)
  const [stop] = state.plan.stops
  // The answer of our own command: `shortPick` gives a ShortResult and nothing else.
  const { spots, missingQty } = event.result as ShortResult
  const plan = withoutStop(state.plan, spots)
  if (!stop || missingQty === 0) {
    const bin = spots[0] ? placeCode(spots[0].binId) : ''
    return onward(plan, attention('PICK-017', { bin, qty: spots[0]?.qty ?? 0 }))
  }
  const held = [...new Set([...plan.held, stop.orderNo])]
  const words = attention('PICK-036', { order: stop.orderNo, sku: stop.skuId, qty: missingQty })
  return onward({ ...plan, held }, words)
}

function onRefused(state: In<'saving' | 'shorting'>, event: Rejected): PickingStep {
  const found = foundOf(event)
  if (found) return intercept(state.plan, found)
  return go(scanItem(state.plan, true), refusal(event))
}

export function onZeroCheck(state: ZeroCheck, event: AnyPickEvent): PickingStep {
  const { plan, binId } = state
  const bin = placeCode(binId)
  if (event.kind === 'verbGiven') return onward(plan, accepted('PICK-037', { bin }))
  if (event.kind === 'binScanned') {
    const params = { got: event.code, expected: bin, bin }
    return event.binId === binId
      ? onward(plan, accepted('PICK-019', { bin }))
      : stay(state, refused('PICK-003', params))
  }
  if (event.kind !== 'itemScanned') return stay(state)
  const args = { binId, skuId: event.skuId, docRef: plan.taskId }
  return ask({ ...state, kind: 'savingCount' }, { name: 'picking.openCount', args })
}

export function onCounting(state: In<'savingCount'>, event: AnyPickEvent): PickingStep {
  const bin = placeCode(state.binId)
  if (event.kind === 'commandAccepted') return onward(state.plan, attention('PICK-021', { bin }))
  // Looking again costs less than stopping here.
  if (event.kind === 'commandRejected') return onward(state.plan, refusal(event))
  return stay(state)
}

/** The goods of a stopped order go to a staging bin; an empty tote is scanned free. */
export function onIntercepted(state: Intercepted, event: AnyPickEvent): PickingStep {
  const { plan, slot, toteQty, asideBin } = state
  const { orderId, toteId } = slot
  const ids = { taskId: plan.taskId, orderId, toteId }
  if (event.kind === 'toteScanned') {
    if (toteQty > 0 || event.toteId !== toteId) return stay(state, interceptWords(state, slot))
    const args = { ...ids, binId: null, items: [] }
    return ask({ ...state, kind: 'stopping' }, { name: 'picking.stopOrder', args })
  }
  if (event.kind !== 'binScanned') return stay(state)
  if (toteQty === 0) return stay(state, interceptWords(state, slot))
  if (event.isStorage) return stay(state, refused('PICK-028', { got: event.code, bin: asideBin }))
  const args = { ...ids, binId: event.binId, items: event.items }
  return ask({ ...state, kind: 'stopping' }, { name: 'picking.stopOrder', args })
}

export function onStopping(state: In<'stopping'>, event: AnyPickEvent): PickingStep {
  if (event.kind === 'commandAccepted') {
    const plan = withoutOrder(state.plan, state.slot.orderId)
    const { orderNo: order, toteCode: tote } = state.slot
    const words = accepted('PICK-027', { order, tote })
    if (plan.slots.length === 0) return go({ kind: 'scanToteFirst' }, words)
    return onward(plan, words)
  }
  if (event.kind === 'commandRejected') return go(scanItem(state.plan, true), refusal(event))
  return stay(state)
}
