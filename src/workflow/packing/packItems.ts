import type { SkuId } from '@/domain/record/place.ts'
import type { CommandEvent } from '../workflow.ts'
import { INTERCEPTED, accepted, ask, attention, go, refused, speaking, stay } from '../workflow.ts'
import type { AnyPackingEvent, In, PackingState, PackingStep } from './packingState.ts'
import {
  type PackPlan,
  choosePackParts,
  missingQty,
  missingText,
  openParcel,
  withParcel,
  withParts,
} from './packPlan.ts'

/** Fewer numbers left than this are told with each label. */
const POOL_TOLD_QTY = 50

export function onScanItem(state: In<'scanItem'>, event: AnyPackingEvent): PackingStep {
  const { plan } = state
  switch (event.kind) {
    case 'itemScanned':
      return packQty(state, event.skuId, event.unitQty * plan.times)
    case 'numberTyped':
      return packTotal(state, event.qty)
    case 'timesGiven':
      return go(
        { kind: 'scanItem', plan: { ...plan, times: event.by } },
        accepted('PACK-009', { by: event.by }),
      )
    case 'verbGiven':
      return onVerb(state, event.verb)
    default:
      return stay(state)
  }
}

function packQty(state: In<'scanItem'>, skuId: SkuId, qty: number): PackingStep {
  const { plan } = state
  if (!plan.lines.some((line) => line.skuId === skuId))
    return stay(state, refused('PACK-004', { sku: skuId, orderNo: plan.orderNo }))
  const left = missingQty(plan, skuId)
  if (qty > left) return stay(state, refused('PACK-007', { sku: skuId, qty, left }))
  const parts = choosePackParts(plan, skuId, qty)
  if (!parts) return stay(state, refused('PACK-008', { sku: skuId, qty }))
  const { orderId } = plan
  const { id: parcelId, no } = openParcel(plan)
  return ask(
    { kind: 'savingItem', plan, skuId, parcelId, no, parts },
    { name: 'packing.packItem', args: { orderId, parcelId, parcelNo: no, parts } },
  )
}

/** A typed number is the total of the item just scanned, so it adds what the scan did not count yet. */
function packTotal(state: In<'scanItem'>, qty: number): PackingStep {
  const { last } = state.plan
  if (!last || qty <= last.qty) return stay(state, refused('PACK-019', { qty }))
  return packQty(state, last.skuId, qty - last.qty)
}

function onVerb(state: In<'scanItem'>, verb: string): PackingStep {
  const { plan } = state
  if (verb === 'HOLD') return setAside(plan)
  if (verb === 'OK') {
    const params = { left: missingQty(plan), missing: missingText(plan) }
    return stay(state, refused('PACK-017', params))
  }
  if (verb !== 'NEWBX') return stay(state)
  const open = plan.parcels.find((parcel) => parcel.state === 'open')
  if (!open) return stay(state, refused('PACK-018'))
  return ask(
    { kind: 'binding', plan, parcelId: open.id },
    { name: 'packing.bindWaybill', args: { orderId: plan.orderId, parcelId: open.id } },
  )
}

const setAside = (plan: PackPlan): PackingStep =>
  go({ kind: 'scanTote' }, attention('PACK-030', { orderNo: plan.orderNo }))

export function onSavingItem(state: In<'savingItem'>, event: AnyPackingEvent): PackingStep {
  const { plan, parcelId, no, parts, skuId } = state
  if (event.kind === 'commandRejected')
    return rejected({ kind: 'scanItem', plan: { ...plan, times: 1 } }, plan, event)
  if (event.kind !== 'commandAccepted') return stay(state)
  const added = parts.reduce((sum, part) => sum + part.qty, 0)
  const isSame = plan.last?.skuId === skuId
  const qty = added + (isSame ? (plan.last?.qty ?? 0) : 0)
  const next = { ...withParts(plan, { id: parcelId, no }, parts), last: { skuId, qty } }
  const left = missingQty(next)
  if (left > 0) {
    const words = accepted('PACK-001', { sku: skuId, qty: added, left })
    return go({ kind: 'scanItem', plan: next }, speaking(words, { kind: 'remaining', qty: left }))
  }
  return afterBinding(next, parcelId, event.result)
}

export function onNeedWaybill(state: In<'needWaybill'>, event: AnyPackingEvent): PackingStep {
  const { plan, parcelId } = state
  if (event.kind !== 'verbGiven') return stay(state)
  if (event.verb === 'HOLD') return setAside(plan)
  return ask(
    { kind: 'binding', plan, parcelId },
    { name: 'packing.bindWaybill', args: { orderId: plan.orderId, parcelId } },
  )
}

export function onBinding(state: In<'binding'>, event: AnyPackingEvent): PackingStep {
  const { plan, parcelId } = state
  if (event.kind === 'commandAccepted') return afterBinding(plan, parcelId, event.result)
  if (event.kind !== 'commandRejected') return stay(state)
  if (event.reason === 'packing.noNumber') {
    const { wait, carrier } = event.params
    return go({ ...state, kind: 'needWaybill' }, noNumber(plan, String(wait), String(carrier)))
  }
  const isFull = missingQty(plan) === 0
  return rejected(
    isFull ? { ...state, kind: 'needWaybill' } : { kind: 'scanItem', plan },
    plan,
    event,
  )
}

/** Why a full parcel has no number yet, and what to do. */
const noNumber = ({ orderNo }: PackPlan, wait: string, carrier: string) =>
  attention(wait === 'noCarrier' ? 'PACK-022' : 'PACK-021', { carrier, orderNo })

/** Where a full parcel stands now: its label prints, or it waits for a number. */
function afterBinding(
  plan: PackPlan,
  parcelId: In<'binding'>['parcelId'],
  result: unknown,
): PackingStep {
  const { waybillNo, carrierName, leftQty, wait } = readBound(result)
  if (waybillNo === '') {
    const waiting = withParcel(plan, parcelId, { state: 'verified' })
    const words = noNumber(plan, wait, carrierName)
    return go({ kind: 'needWaybill', plan: waiting, parcelId }, words)
  }
  const next = withParcel(plan, parcelId, { state: 'labelled', waybillNo })
  const params = { no: waybillNo, carrier: carrierName, left: leftQty }
  const notice =
    leftQty < POOL_TOLD_QTY ? attention('PACK-023', params) : accepted('PACK-011', params)
  return go({ kind: 'scanBack', plan: next, parcelId, waybillNo }, notice)
}

function readBound(result: unknown) {
  const { waybillNo, carrierName, leftQty, wait } = Object(result)
  return {
    waybillNo: String(waybillNo ?? ''),
    carrierName: String(carrierName ?? ''),
    leftQty: Number(leftQty ?? 0),
    wait: String(wait ?? ''),
  }
}

/** A refusal leads back with words; a stopped order leads to its staging bin. */
export function rejected(
  back: PackingState,
  plan: PackPlan,
  event: Extract<CommandEvent, { kind: 'commandRejected' }>,
): PackingStep {
  if (event.reason === 'order.stopped') return interceptOrder(plan)
  return go(back, refused('PACK-020', { ...event.params, reason: event.reason }))
}

/** The order was cancelled or changed: its goods go to their staging bin. */
export function interceptOrder(plan: PackPlan): PackingStep {
  const words = attention('PACK-014', { orderNo: plan.orderNo, bin: plan.stagingCode })
  return go({ kind: 'intercepted', plan }, speaking(words, INTERCEPTED))
}
