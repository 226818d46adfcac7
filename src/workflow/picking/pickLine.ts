import type { PickStop } from '@/domain/picking/pickStop.ts'
import type { Notice } from '@/kernel/notice.ts'
import { placeCode } from '@/domain/record/place.ts'
import { accepted, ask, attention, go, refused, speaking, stay } from '../workflow.ts'
import {
  type PickPlan,
  type PickingEvent,
  type ScanItem,
  type ScanTote,
  slotOf,
} from './pickPlan.ts'
import { type AnyPickEvent, type PickingCommand, type PickingStep, intercept } from './pickStep.ts'
import { isOtherLot, otherLot } from './pickLot.ts'
import { take } from './takeTote.ts'

type ItemScanned = Extract<PickingEvent, { kind: 'itemScanned' }>

/** At the bin: the item is asked for; before the first item more totes may join. */
export function onScanItem(state: ScanItem, event: AnyPickEvent): PickingStep {
  const [stop] = state.plan.stops
  if (!stop) return stay(state)
  switch (event.kind) {
    case 'itemScanned':
      return onItem(state, stop, event)
    case 'binScanned':
      return event.binId === stop.binId
        ? go({ ...state, isWalking: true }, accepted('PICK-020', { bin: event.code }))
        : stay(state, wrong(event.code, placeCode(stop.binId), stop))
    case 'toteScanned':
      return state.isWalking || state.plan.slots.some((slot) => slot.toteId === event.toteId)
        ? stay(state, refused('PICK-005', { tote: event.code, sku: stop.skuId }))
        : take(state, state.plan, event)
    case 'lotScanned':
      return isOtherLot(stop, event.lot)
        ? stay(state, otherLot(stop, event.lot))
        : go({ ...state, isLotKnown: true }, accepted('PICK-049', { lot: event.lot }))
    case 'qtyGiven':
      return event.qty > stop.qty
        ? stay(state, refused('PICK-007', { qty: stop.qty }))
        : go({ ...state, by: event.qty }, accepted('PICK-032', { qty: event.qty }))
    case 'verbGiven':
      return onVerb(state, stop, event.verb)
    // The only command a walk waits for here is its pick list.
    case 'commandAccepted':
      return stay(state, accepted('PICK-046'))
    case 'commandRejected':
      return stay(state, refused('STK-006', { reason: event.reason, ...event.params }))
    default:
      return stay(state)
  }
}

function onItem(state: ScanItem, stop: PickStop, event: ItemScanned): PickingStep {
  const { plan, by } = state
  if (event.skuId !== stop.skuId) return stay(state, wrong(event.skuId, stop.skuId, stop))
  if (event.found) return intercept(plan, event.found)
  if (isOtherLot(stop, event.lot)) return stay(state, otherLot(stop, event.lot))
  const isCounted = by > 0 || event.unitQty > 1
  const counted = isCounted ? Math.max(1, by) * event.unitQty : stop.qty
  if (counted > stop.qty) return stay(state, refused('PICK-007', { qty: stop.qty }))
  if (event.lot === '' && event.lotsInBin > 1 && !state.isLotKnown) {
    const words = attention('PICK-048', {
      bin: placeCode(stop.binId),
      sku: stop.skuId,
      lot: stop.lot,
    })
    return go({ kind: 'scanLot', plan, counted, isCounted }, words)
  }
  const next: ScanTote = { kind: 'scanTote', plan, counted, isCounted, isShortAsked: false }
  return go(
    next,
    withProgress(accepted('PICK-026', { qty: counted, slot: stop.slot }), stop, counted),
  )
}

function onVerb(state: ScanItem, stop: PickStop, verb: string): PickingStep {
  const { plan } = state
  const bin = placeCode(stop.binId)
  if (verb === 'OK') return go({ ...state, isWalking: true }, accepted('PICK-029', { bin }))
  if (verb === 'PRINT') {
    const prints = [{ kind: 'pickList', no: plan.taskId }] as const
    return ask(state, { name: 'stock.askPrints', args: { prints } })
  }
  if (verb === 'SKIP') {
    const [first, ...rest] = plan.stops
    if (!first || rest.length === 0) return stay(state, attention('PICK-008'))
    const stops = [...rest, first]
    const next = { ...state, plan: { ...plan, stops }, isWalking: true, by: 0 }
    return go({ ...next, isShortAsked: false, isLotKnown: false }, accepted('PICK-022', { bin }))
  }
  if (!state.isShortAsked)
    return go({ ...state, isShortAsked: true }, attention('PICK-033', { bin, sku: stop.skuId }))
  return ask({ kind: 'shorting', plan, counted: 0 }, short(plan, stop, 0))
}

/** The item is in the hand: its tote is asked for; the same item again counts. */
export function onScanTote(state: ScanTote, event: AnyPickEvent): PickingStep {
  const [stop] = state.plan.stops
  if (!stop) return stay(state)
  switch (event.kind) {
    case 'toteScanned':
      return onTote(state, stop, event)
    case 'itemScanned':
      if (event.skuId !== stop.skuId) return stay(state, wrong(event.skuId, stop.skuId, stop))
      if (isOtherLot(stop, event.lot)) return stay(state, otherLot(stop, event.lot))
      return count(state, stop, countedBefore(state, stop) + event.unitQty)
    case 'lotScanned':
      return isOtherLot(stop, event.lot)
        ? stay(state, otherLot(stop, event.lot))
        : stay(state, accepted('PICK-050', { lot: event.lot, slot: stop.slot }))
    case 'qtyGiven':
      return count(state, stop, event.qty)
    case 'verbGiven': {
      if (stop.qty === 1) return stay(state, refused('PICK-034'))
      const counted = state.isCounted ? state.counted : 1
      const next = { ...state, counted, isCounted: true, isShortAsked: true }
      const words = attention('PICK-035', { counted, qty: stop.qty })
      return go(next, withProgress(words, stop, counted))
    }
    default:
      return stay(state)
  }
}

/** One scan stood for the whole line; a second one shows that the person counts piece by piece. A line
 *  of one piece is complete with its first scan. */
function countedBefore(state: ScanTote, stop: PickStop): number {
  return state.isCounted || stop.qty === 1 ? state.counted : 1
}

function count(state: ScanTote, stop: PickStop, counted: number): PickingStep {
  const { qty } = stop
  if (counted > qty) return stay(state, refused('PICK-007', { qty }))
  const words = withProgress(accepted('PICK-023', { counted, qty }), stop, counted)
  return go({ ...state, counted, isCounted: true }, words)
}

/** What to tell hands that are full: the pieces still missing, else the slot they go into. */
function withProgress(notice: Notice, { qty, slot }: PickStop, counted: number): Notice {
  const left = qty - counted
  return speaking(notice, left > 0 ? { kind: 'remaining', qty: left } : { kind: 'slot', slot })
}

function onTote(
  state: ScanTote,
  stop: PickStop,
  event: Extract<PickingEvent, { kind: 'toteScanned' }>,
): PickingStep {
  const { plan, counted } = state
  const { slot } = stop
  if (event.toteId !== stop.toteId) {
    const expected = slotOf(plan, stop)?.toteCode ?? ''
    const words = refused('PICK-004', { got: event.code, expected, slot })
    return stay(state, speaking(words, { kind: 'slot', slot }))
  }
  if (counted === stop.qty) {
    const args = pickArgs(plan, stop, counted)
    return ask({ kind: 'saving', plan, counted }, { name: 'picking.confirmPick', args })
  }
  if (state.isShortAsked)
    return ask({ kind: 'shorting', plan, counted }, short(plan, stop, counted))
  const words = attention('PICK-006', { counted, qty: stop.qty, tote: event.code })
  return go({ ...state, isShortAsked: true }, withProgress(words, stop, counted))
}

function short(plan: PickPlan, stop: PickStop, counted: number): PickingCommand {
  return { name: 'picking.shortPick', args: pickArgs(plan, stop, counted) }
}

function pickArgs({ taskId }: PickPlan, stop: PickStop, qty: number) {
  const { allocationId, orderId, skuId, lot, binId, toteId } = stop
  return { taskId, allocationId, orderId, skuId, lot, binId, toteId, qty }
}

const wrong = (got: string, expected: string, stop: PickStop) =>
  refused('PICK-003', { got, expected, bin: placeCode(stop.binId) })
