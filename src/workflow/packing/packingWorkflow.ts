import { assertNever } from '@/kernel/assert.ts'
import type { Workflow } from '../workflow.ts'
import { accepted, attention, ask, done, go, refused, stay } from '../workflow.ts'
import { interceptOrder, onBinding, onNeedWaybill, onSavingItem, onScanItem } from './packItems.ts'
import type {
  AnyPackingEvent,
  In,
  Opening,
  PackingCommand,
  PackingEvent,
  PackingState,
  PackingStep,
} from './packingState.ts'
import { missingQty, stageParts } from './packPlan.ts'
import { onReprintReason, onReprinting, onScanBack } from './proveWaybill.ts'
import { onClosing, onWeighing } from './weighParcel.ts'

/** Packing one order: tote, items, printed waybill. The last good item prints, the scan-back closes. */
export const packingWorkflow: Workflow<PackingState, PackingEvent, PackingCommand> = {
  id: 'packing',
  initial: { kind: 'scanTote' },
  transitions: {
    scanTote: ['scanItem', 'needWaybill', 'scanBack', 'packedOrder', 'intercepted'],
    packedOrder: ['scanItem', 'needWaybill', 'scanBack', 'reprintReason', 'intercepted'],
    scanItem: ['savingItem', 'binding', 'scanTote'],
    savingItem: ['scanItem', 'scanBack', 'needWaybill', 'intercepted'],
    needWaybill: ['binding', 'scanTote'],
    binding: ['scanItem', 'scanBack', 'needWaybill', 'intercepted'],
    scanBack: ['weighing', 'closing', 'reprintReason', 'reprinting', 'scanTote'],
    weighing: ['closing', 'scanTote'],
    closing: ['scanTote', 'scanItem', 'scanBack', 'weighing', 'intercepted'],
    reprintReason: ['reprinting', 'scanBack', 'packedOrder'],
    reprinting: ['scanBack', 'reprintReason'],
    intercepted: ['staging'],
    staging: ['scanTote', 'intercepted'],
  },
  expects: {
    scanTote: ['tote', 'order', 'waybill'],
    packedOrder: ['tote', 'order', 'waybill'],
    scanItem: ['sku'],
    savingItem: [],
    needWaybill: [],
    binding: [],
    scanBack: ['waybill'],
    weighing: ['waybill'],
    closing: [],
    reprintReason: [],
    reprinting: [],
    intercepted: ['bin'],
    staging: [],
  },
  step(state, event) {
    switch (state.kind) {
      case 'scanTote':
        return event.kind === 'opened' ? onOpened(state, event.opening) : stay(state)
      case 'packedOrder':
        return onPackedOrder(state, event)
      case 'scanItem':
        return onScanItem(state, event)
      case 'savingItem':
        return onSavingItem(state, event)
      case 'needWaybill':
        return onNeedWaybill(state, event)
      case 'binding':
        return onBinding(state, event)
      case 'scanBack':
        return onScanBack(state, event)
      case 'weighing':
        return onWeighing(state, event)
      case 'closing':
        return onClosing(state, event)
      case 'reprintReason':
        return onReprintReason(state, event)
      case 'reprinting':
        return onReprinting(state, event)
      case 'intercepted':
        return onIntercepted(state, event)
      case 'staging':
        return onStaging(state, event)
      default:
        return assertNever(state)
    }
  },
}

/** A label of a packed order may be printed again; any other scan goes on with that order. */
function onPackedOrder(state: In<'packedOrder'>, event: AnyPackingEvent): PackingStep {
  if (event.kind === 'opened') return onOpened(state, event.opening)
  if (event.kind !== 'verbGiven') return stay(state)
  return go({ ...state, kind: 'reprintReason', from: 'packedOrder' }, attention('PACK-027'))
}

function onOpened(state: In<'scanTote' | 'packedOrder'>, opening: Opening): PackingStep {
  switch (opening.kind) {
    case 'refused':
      return stay(state, refused(opening.code, opening.params))
    case 'stopped':
      return interceptOrder(opening.plan)
    case 'packed': {
      const { waybillNo: no, plan } = opening
      return go(
        { ...opening, kind: 'packedOrder' },
        attention('PACK-002', { orderNo: plan.orderNo, no }),
      )
    }
    case 'labelled':
      return go({ ...opening, kind: 'scanBack' }, attention('PACK-011', { no: opening.waybillNo }))
    case 'unlabelled':
      return go({ ...opening, kind: 'needWaybill' }, attention('PACK-012'))
    case 'items': {
      const { plan } = opening
      const params = { orderNo: plan.orderNo, left: missingQty(plan) }
      return go({ kind: 'scanItem', plan }, accepted('PACK-010', params))
    }
    default:
      return assertNever(opening)
  }
}

/** The goods of a stopped order go to its staging bin; the scan of that bin moves them all. */
function onIntercepted(state: In<'intercepted'>, event: AnyPackingEvent): PackingStep {
  if (event.kind !== 'binScanned') return stay(state)
  const { plan } = state
  if (event.code !== plan.stagingCode)
    return stay(state, refused('PACK-013', { got: event.code, expected: plan.stagingCode }))
  const args = { orderId: plan.orderId, binId: event.binId, parts: stageParts(plan) }
  return ask({ kind: 'staging', plan }, { name: 'packing.stageIntercepted', args })
}

function onStaging({ plan }: In<'staging'>, event: AnyPackingEvent): PackingStep {
  const words = { orderNo: plan.orderNo, bin: plan.stagingCode }
  if (event.kind === 'commandAccepted') return go({ kind: 'scanTote' }, done('PACK-016', words))
  if (event.kind === 'commandRejected')
    return go({ kind: 'intercepted', plan }, refused('PACK-020', { reason: event.reason }))
  return stay({ kind: 'staging', plan })
}
