import { reprintReasons } from '@/domain/printing/reprint.ts'
import { accepted, ask, attention, go, refused, stay } from '../workflow.ts'
import type { AnyPackingEvent, In, PackingStep } from './packingState.ts'
import { closeAtScale, labelFault } from './weighParcel.ts'

/** The printed waybill is scanned back: only its own number closes the parcel. */
export function onScanBack(state: In<'scanBack'>, event: AnyPackingEvent): PackingStep {
  const { plan, parcelId, waybillNo } = state
  if (event.kind === 'verbGiven') return onVerb(state, event)
  if (event.kind === 'labelMissing') return printMissing(state, event.intentId)
  // The only command that is waited for here is that of the slips.
  if (event.kind === 'commandAccepted') return stay(state, accepted('PACK-037'))
  if (event.kind === 'commandRejected')
    return stay(state, refused('STK-006', { reason: event.reason, ...event.params }))
  if (event.kind !== 'waybillScanned') return stay(state)
  const fault = labelFault(event, waybillNo)
  return fault ? stay(state, fault) : closeAtScale({ plan, parcelId, waybillNo }, event.scale)
}

function onVerb(
  state: In<'scanBack'>,
  { verb, withReceipt = false }: Extract<AnyPackingEvent, { kind: 'verbGiven' }>,
): PackingStep {
  if (verb === 'REPRN')
    return go({ ...state, kind: 'reprintReason', from: 'scanBack' }, attention('PACK-027'))
  if (verb === 'HOLD')
    return go({ kind: 'scanTote' }, attention('PACK-030', { orderNo: state.plan.orderNo }))
  return verb === 'PRINT' ? askSlips(state, withReceipt) : stay(state)
}

/** Nobody knew whether the label came out; the packer says that it did not. */
function printMissing(state: In<'scanBack'>, intentId: string): PackingStep {
  return ask(
    { ...state, kind: 'reprinting', from: 'scanBack' },
    { name: 'printing.judgePrint', args: { intentId, verdict: 'missing' } },
  )
}

/** The slip for the parcel, the one for the warehouse's file, and a receipt where there is a printer for it. */
function askSlips(state: In<'scanBack'>, withReceipt: boolean): PackingStep {
  const no = state.parcelId
  const prints = [
    { kind: 'packSlip', no },
    { kind: 'outboundSlip', no },
    ...(withReceipt ? [{ kind: 'packReceipt', no } as const] : []),
  ] as const
  return ask(state, { name: 'stock.askPrints', args: { prints } })
}

/** The reason is a number of the list on the screen; NO goes back. */
export function onReprintReason(state: In<'reprintReason'>, event: AnyPackingEvent): PackingStep {
  const { plan, parcelId, waybillNo, from } = state
  if (event.kind === 'verbGiven' && event.verb === 'NO')
    return go({ kind: from, plan, parcelId, waybillNo }, attention('PACK-036', { no: waybillNo }))
  if (event.kind !== 'numberTyped') return stay(state, refused('PACK-027'))
  const reason = reprintReasons[event.qty - 1]
  if (!reason)
    return stay(state, refused('PACK-031', { no: event.qty, count: reprintReasons.length }))
  return ask(
    { ...state, kind: 'reprinting' },
    { name: 'packing.reprintWaybill', args: { parcelId, waybillNo, reason } },
  )
}

/** A label printed again is scanned back like the first, also where the parcel was closed before. */
export function onReprinting(state: In<'reprinting'>, event: AnyPackingEvent): PackingStep {
  const { plan, parcelId, waybillNo } = state
  if (event.kind === 'commandAccepted')
    return go(
      { kind: 'scanBack', plan, parcelId, waybillNo },
      accepted('PACK-032', { no: waybillNo }),
    )
  if (event.kind !== 'commandRejected') return stay(state)
  return go({ ...state, kind: 'reprintReason' }, refused('PACK-020', { reason: event.reason }))
}
