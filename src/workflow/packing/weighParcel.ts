import type { Notice } from '@/kernel/notice.ts'
import { type WeightReason, weightReasons } from '@/domain/packing/weighCheck.ts'
import { accepted, ask, attention, done, go, refused, stay } from '../workflow.ts'
import { rejected } from './packItems.ts'
import type { AnyPackingEvent, AtWaybill, In, PackingStep, WeightDiff } from './packingState.ts'
import { missingQty, withParcel } from './packPlan.ts'
import type { PackScale, Weighed } from './packScale.ts'

/** The label of this parcel was scanned: it is weighed by that very scan and closed. Where nothing stands
 *  still on the scale it waits for that, and no second scan is needed. */
export function closeAtScale(at: AtWaybill, scale: PackScale): PackingStep {
  const parcel = at.plan.parcels.find((item) => item.id === at.parcelId)
  // Its label was printed again: it was weighed when it was closed.
  if (scale.kind === 'none' || parcel?.state === 'closed') return close(at, {})
  if (scale.kind === 'silent') return close(at, { isSilent: true })
  if (scale.kind === 'waiting')
    return go({ ...at, kind: 'weighing', diff: null }, attention('PACK-039', { no: at.waybillNo }))
  const { weightG, scaleId } = scale
  return close(at, { weighed: { weightG, scaleId } })
}

interface Closing {
  readonly weighed?: Weighed
  readonly reason?: WeightReason
  readonly isSilent?: boolean
}

function close(at: AtWaybill, { weighed, reason, isSilent = false }: Closing): PackingStep {
  const { plan, parcelId, waybillNo } = at
  const given = { ...(weighed && { weighed }), ...(reason && { reason }) }
  return ask(
    { kind: 'closing', plan, parcelId, waybillNo, weighed: weighed ?? null, isSilent },
    { name: 'packing.closeParcel', args: { orderId: plan.orderId, parcelId, waybillNo, ...given } },
  )
}

/** Words for a label that is not the one of this parcel; null = it is. */
export function labelFault(
  { no, standing }: Extract<AnyPackingEvent, { kind: 'waybillScanned' }>,
  waybillNo: string,
): Notice | null {
  const words = { no, expected: waybillNo }
  if (standing === 'unknown') return refused('PACK-025', words)
  if (standing === 'voided') return refused('PACK-026', words)
  return no === waybillNo ? null : refused('PACK-024', words)
}

/** The parcel is not on the scale yet, or its weight stopped it. A new load weighs it again by itself; the
 *  number of a reason lets it go. */
export function onWeighing(state: In<'weighing'>, event: AnyPackingEvent): PackingStep {
  const { plan, parcelId, waybillNo } = state
  const at = { plan, parcelId, waybillNo }
  switch (event.kind) {
    case 'waybillScanned': {
      const fault = labelFault(event, waybillNo)
      return fault ? stay(state, fault) : weighAgain(state, event.scale)
    }
    case 'weighAsked':
      return weighAgain(state, event.scale)
    case 'numberTyped': {
      const reason = weightReasons[event.qty - 1]
      if (!reason)
        return stay(state, refused('PACK-031', { no: event.qty, count: weightReasons.length }))
      return close(at, { reason, ...(state.diff && { weighed: weighedOf(state.diff) }) })
    }
    case 'verbGiven':
      return event.verb === 'HOLD'
        ? go({ kind: 'scanTote' }, attention('PACK-030', { orderNo: plan.orderNo }))
        : stay(state)
    default:
      return stay(state)
  }
}

function weighAgain(state: In<'weighing'>, scale: PackScale): PackingStep {
  const { plan, parcelId, waybillNo } = state
  if (scale.kind === 'waiting') return stay(state, attention('PACK-039', { no: waybillNo }))
  return closeAtScale({ plan, parcelId, waybillNo }, scale)
}

const weighedOf = ({ weightG, scaleId }: WeightDiff): Weighed => ({ weightG, scaleId })

export function onClosing(state: In<'closing'>, event: AnyPackingEvent): PackingStep {
  const { plan, parcelId, waybillNo, weighed, isSilent } = state
  const at = { plan, parcelId, waybillNo }
  if (event.kind === 'commandRejected') {
    const diff = event.reason === 'packing.weightDiff' && weighed && diffOf(weighed, event.params)
    if (!diff) return rejected({ ...at, kind: 'scanBack' }, plan, event)
    return go({ ...at, kind: 'weighing', diff }, diffWords(diff))
  }
  if (event.kind !== 'commandAccepted') return stay(state)
  const left = missingQty(plan)
  const words = { orderNo: plan.orderNo, no: waybillNo, left }
  const silent = isSilent ? attention('PACK-042', words) : null
  if (left === 0) return go({ kind: 'scanTote' }, silent ?? done('PACK-028', words))
  const next = withParcel(plan, parcelId, { state: 'closed' })
  return go({ kind: 'scanItem', plan: next }, silent ?? accepted('PACK-029', words))
}

const diffOf = (
  weighed: Weighed,
  { expectedG, toleranceG }: Readonly<Record<string, string | number>>,
): WeightDiff => ({
  ...weighed,
  expectedG: Number(expectedG),
  toleranceG: Number(toleranceG),
})

/** Too light: something may be missing. Too heavy: something may be too much. */
function diffWords({ weightG, expectedG, toleranceG }: WeightDiff): Notice {
  const code = weightG < expectedG ? 'PACK-040' : 'PACK-041'
  return refused(code, { weightG, expectedG, toleranceG, diffG: Math.abs(weightG - expectedG) })
}
