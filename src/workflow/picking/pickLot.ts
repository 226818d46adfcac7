import type { PickStop } from '@/domain/picking/pickStop.ts'
import { placeCode } from '@/domain/record/place.ts'
import type { Notice } from '@/kernel/notice.ts'
import { accepted, attention, go, refused, stay } from '../workflow.ts'
import type { PickPlan, ScanItem, ScanLot, ScanTote } from './pickPlan.ts'
import type { AnyPickEvent, PickingStep } from './pickStep.ts'

/** Whether a code names another lot than the stop wants. A code without a lot names none, and goods
 *  that are kept without lots take whatever the maker printed. */
export function isOtherLot(stop: PickStop, lot: string): boolean {
  return lot !== '' && stop.lot !== '' && lot !== stop.lot
}

/** The first-expired lot is the one to take; the way to another one is to say that it is not there. */
export function otherLot(stop: PickStop, got: string): Notice {
  const { skuId: sku, lot: expected } = stop
  return refused('PICK-047', { sku, got, expected, bin: placeCode(stop.binId) })
}

/** The item is in the hand, and its lot could be another one: its label is scanned, or OK says that the
 *  person has read it; SHORT says that the lot is not there. */
export function onScanLot(state: ScanLot, event: AnyPickEvent): PickingStep {
  const [stop] = state.plan.stops
  if (!stop) return stay(state)
  switch (event.kind) {
    case 'lotScanned':
      return isOtherLot(stop, event.lot)
        ? stay(state, otherLot(stop, event.lot))
        : known(state, stop)
    case 'itemScanned':
      return onItemAgain(state, stop, event)
    case 'verbGiven':
      return event.verb === 'OK' ? known(state, stop) : missing(state, stop)
    default:
      return stay(state)
  }
}

function onItemAgain(
  state: ScanLot,
  stop: PickStop,
  event: Extract<AnyPickEvent, { kind: 'itemScanned' }>,
): PickingStep {
  const { skuId: sku, lot } = stop
  const bin = placeCode(stop.binId)
  if (event.skuId !== sku)
    return stay(state, refused('PICK-003', { got: event.skuId, expected: sku, bin }))
  if (isOtherLot(stop, event.lot)) return stay(state, otherLot(stop, event.lot))
  return event.lot === ''
    ? stay(state, attention('PICK-048', { bin, sku, lot }))
    : known(state, stop)
}

function known({ plan, counted, isCounted }: ScanLot, stop: PickStop): PickingStep {
  const next: ScanTote = { kind: 'scanTote', plan, counted, isCounted, isShortAsked: false }
  return go(next, accepted('PICK-050', { lot: stop.lot, slot: stop.slot }))
}

function missing({ plan }: { readonly plan: PickPlan }, stop: PickStop): PickingStep {
  const asked = { by: 0, isShortAsked: true, isLotKnown: false }
  const next: ScanItem = { kind: 'scanItem', plan, isWalking: true, ...asked }
  return go(next, attention('PICK-033', { bin: placeCode(stop.binId), sku: stop.skuId }))
}
