import { assertNever } from '@/kernel/assert.ts'
import {
  type CommandEvent,
  type Step,
  type Workflow,
  accepted,
  attention,
  go,
  refused,
  stay,
} from '../workflow.ts'
import { onClosed, onPosted, onPrinted, onSaved } from './receivingAnswers.ts'
import { onExpiry, onItem, onLot, onQty } from './receivingSteps.ts'
import { onMultiplied, onOtherOrder, onShort, onUnknown, onVerb } from './receivingVerbs.ts'
import type { ReceivingEvent, ReceivingState, WorkState } from './receivingState.ts'

/** Receiving, one purchase order after another. Each scan of goods is one durable command; what is
 *  doubtful is asked by asking for the same code again. */
export const receivingWorkflow: Workflow<ReceivingState, ReceivingEvent> = {
  id: 'receiving',
  initial: { kind: 'scanOrder' },
  transitions: {
    scanOrder: ['scanItem'],
    scanItem: [
      'scanOrder',
      'confirmItem',
      'enterLot',
      'enterExpiry',
      'bindBarcode',
      'confirmShort',
      'savingItem',
      'posting',
      'closingShort',
      'printing',
    ],
    confirmItem: ['scanItem', 'enterLot', 'enterExpiry', 'bindBarcode', 'savingItem', 'posting'],
    enterLot: ['scanItem', 'enterExpiry', 'savingItem', 'posting'],
    enterExpiry: ['scanItem', 'savingItem', 'posting'],
    bindBarcode: ['scanItem', 'confirmItem', 'enterLot', 'enterExpiry', 'savingItem', 'posting'],
    confirmShort: [
      'scanItem',
      'confirmItem',
      'enterLot',
      'enterExpiry',
      'bindBarcode',
      'savingItem',
      'closingShort',
      'posting',
    ],
    savingItem: ['scanItem'],
    posting: ['scanOrder', 'scanItem'],
    closingShort: ['scanItem', 'scanOrder'],
    printing: ['scanItem'],
  },
  expects: {
    scanOrder: ['purchaseOrder', 'sku'],
    scanItem: ['sku', 'purchaseOrder'],
    confirmItem: ['sku', 'purchaseOrder'],
    enterLot: ['purchaseOrder'],
    enterExpiry: ['purchaseOrder'],
    bindBarcode: ['sku', 'purchaseOrder'],
    confirmShort: ['sku', 'purchaseOrder'],
    savingItem: [],
    posting: [],
    closingShort: [],
    printing: [],
  },
  step(state, event) {
    switch (state.kind) {
      case 'scanOrder':
        return event.kind === 'orderOpened' ? openOrder(event) : stay(state, refused('RECV-003'))
      case 'savingItem':
        return onSaved(state, event)
      case 'posting':
        return onPosted(state, event)
      case 'closingShort':
        return onClosed(state, event)
      case 'printing':
        return onPrinted(state, event)
      default:
        return onWork(state, event)
    }
  },
}

function openOrder(event: Extract<ReceivingEvent, { kind: 'orderOpened' }>): Step<ReceivingState> {
  const { order, others } = event
  const params = { no: order.purchaseOrderId, supplier: order.supplierName, others }
  const notice = others > 0 ? attention('RECV-002', params) : accepted('RECV-001', params)
  return go({ kind: 'scanItem', order }, notice)
}

function onWork(state: WorkState, event: ReceivingEvent | CommandEvent): Step<ReceivingState> {
  switch (event.kind) {
    case 'orderOpened':
      return onOtherOrder(state, event.order)
    case 'itemScanned':
      return onItem(state, event.item)
    case 'codeUnknown':
      return onUnknown(state, event.code)
    case 'multiplied':
      return onMultiplied(state, event.by)
    case 'qtyTyped':
      return onQty(state, event.qty, event.item)
    case 'lotGiven':
      return onLot(state, event.lot, event.known)
    case 'expiryGiven':
      return onExpiry(state, event.expiresOn)
    case 'shortGiven':
      return onShort(state, event.openQty)
    case 'verbGiven':
      return onVerb(state, event.verb)
    case 'commandAccepted':
    case 'commandRejected':
      return stay(state)
    default:
      return assertNever(event)
  }
}
