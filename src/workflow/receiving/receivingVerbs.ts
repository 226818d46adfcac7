import { isReserved } from '@/domain/barcode/commandCode.ts'
import type { SkuId } from '@/domain/record/place.ts'
import { type Step, accepted, ask, attention, go, refused, stay } from '../workflow.ts'
import type { OpenOrder, ReceivingEvent, ReceivingState, WorkState } from './receivingState.ts'

type ReceivingStep = Step<ReceivingState>
type Verb = Extract<ReceivingEvent, { kind: 'verbGiven' }>['verb']

/** No code on goods is longer: what is longer is no barcode. */
export const BIND_CODE_LENGTH_MAX = 64

/** The next order's number posts the receipt in work: no scan is spent on closing. */
export function onOtherOrder(state: WorkState, next: OpenOrder): ReceivingStep {
  const { order } = state
  if (next.purchaseOrderId === order.purchaseOrderId)
    return go({ kind: 'scanItem', order }, attention('RECV-004', { no: order.purchaseOrderId }))
  if (order.receiptId !== '') return askPost(order, next)
  const params = { no: next.purchaseOrderId, supplier: next.supplierName, others: 0 }
  return go({ kind: 'scanItem', order: next }, accepted('RECV-001', params))
}

function askPost(order: OpenOrder, next: OpenOrder | null): ReceivingStep {
  const { receiptId } = order
  return ask(
    { kind: 'posting', order, next },
    { name: 'receiving.postReceipt', args: { receiptId } },
  )
}

/** A code nobody knows waits for the goods it belongs to. Command codes are never found. */
export function onUnknown(state: WorkState, code: string): ReceivingStep {
  if (isReserved(code) || code.length > BIND_CODE_LENGTH_MAX)
    return stay(state, refused('RECV-019', { raw: code }))
  const asked = { kind: 'bindBarcode', order: state.order, code } as const
  return go(asked, attention('RECV-017', { raw: code }))
}

export function onMultiplied(state: WorkState, by: number): ReceivingStep {
  const order = { ...state.order, multiplier: by }
  return go({ kind: 'scanItem', order }, accepted('RECV-024', { by }))
}

/** SHORT: the rest of the last item will not come; with nothing of it open, the rest of the order,
 *  after a second SHORT. */
export function onShort(state: WorkState, openQty: number): ReceivingStep {
  const { order } = state
  const { purchaseOrderId, receiptId, last } = order
  const close = (skuId: SkuId | '') => {
    const args = { purchaseOrderId, receiptId, skuId }
    return ask({ kind: 'closingShort', order, skuId } as const, {
      name: 'receiving.closeShort',
      args,
    })
  }
  if (state.kind === 'confirmShort') return close('')
  if (last && openQty > 0) return close(last.skuId)
  const left = order.totalQty - order.doneQty
  if (left === 0) return stay(state, refused('RECV-031', { no: purchaseOrderId }))
  return go({ kind: 'confirmShort', order }, attention('RECV-029', { no: purchaseOrderId, left }))
}

export function onVerb(state: WorkState, verb: Verb): ReceivingStep {
  const { order } = state
  switch (verb) {
    case 'OK':
      if (order.receiptId !== '') return askPost(order, null)
      return go({ kind: 'scanOrder' }, accepted('RECV-035'))
    case 'DAMAG': {
      const marked = { ...order, damaged: !order.damaged }
      const notice = marked.damaged ? attention('RECV-025') : accepted('RECV-041')
      return go({ kind: 'scanItem', order: marked }, notice)
    }
    case 'PRINT':
      return onPrint(state)
    case 'NEXT':
      return go({ kind: 'scanItem', order: { ...order, last: null } }, accepted('RECV-034'))
    case 'BACK':
      return go({ kind: 'scanItem', order }, accepted('RECV-042'))
  }
}

function onPrint(state: WorkState): ReceivingStep {
  const { order } = state
  const { last, receiptId } = order
  if (!last) return stay(state, refused('RECV-026'))
  const args = { skuId: last.skuId, receiptId }
  return ask({ kind: 'printing', order }, { name: 'receiving.printItemLabel', args })
}
