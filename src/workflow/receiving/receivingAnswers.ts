import type { Notice } from '@/kernel/notice.ts'
import {
  type CommandEvent,
  type Step,
  accepted,
  attention,
  done,
  go,
  refused,
  stay,
} from '../workflow.ts'
import type {
  LastItem,
  OpenOrder,
  PendingItem,
  ReceivingEvent,
  ReceivingIn,
  ReceivingState,
} from './receivingState.ts'

type ReceivingStep = Step<ReceivingState>
type AnyEvent = ReceivingEvent | CommandEvent
type Rejected = Extract<CommandEvent, { kind: 'commandRejected' }>

const refusalCodes: Readonly<Record<string, string>> = {
  expired: 'RECV-020',
  orderUnknown: 'RECV-021',
  receiptPosted: 'RECV-022',
  receiptUnknown: 'RECV-022',
  stagingShort: 'RECV-023',
  nothingShort: 'RECV-031',
}

/** Back to the goods, with the reason in words. A receipt that was posted meanwhile is left behind. */
function refuse(order: OpenOrder, { reason, params }: Rejected): ReceivingStep {
  const isGone = reason === 'receiptPosted' || reason === 'receiptUnknown'
  const kept = isGone ? { ...order, receiptId: '' } : order
  const notice = refused(refusalCodes[reason] ?? 'RECV-043', { reason, ...params })
  return go({ kind: 'scanItem', order: kept }, notice)
}

export function onSaved(state: ReceivingIn<'savingItem'>, event: AnyEvent): ReceivingStep {
  const { order, pending } = state
  if (event.kind === 'commandRejected') return refuse(order, event)
  if (event.kind !== 'commandAccepted') return stay(state)
  const last = lastAfter(order.last, pending)
  const next = { ...order, ...readProgress(event.result, order), last: last.qty > 0 ? last : null }
  return go({ kind: 'scanItem', order: next }, savedNotice(order, next, pending))
}

function lastAfter(before: LastItem | null, pending: PendingItem): LastItem {
  const { item, finding, lotDays, setQty, qty, confirmed } = pending
  const isSame =
    before?.skuId === item.skuId && before.finding === finding && before.lot === lotDays.lot
  const { skuId, name, spec, code } = item
  const { lot, producedOn, expiresOn } = lotDays
  const total = setQty ?? (isSame ? before.qty : 0) + qty
  return { skuId, name, spec, code, finding, lot, producedOn, expiresOn, qty: total, confirmed }
}

function savedNotice(before: OpenOrder, next: OpenOrder, pending: PendingItem): Notice {
  const { item, finding, qty, setQty, bindCode } = pending
  const { orderedQty = 0, receivedQty = 0 } = item.demand ?? {}
  const received = receivedQty + qty
  const params = {
    name: item.name,
    sku: item.skuId,
    qty: setQty ?? qty,
    received,
    ordered: orderedQty,
    no: next.purchaseOrderId,
  }
  if (bindCode !== '') return accepted('RECV-018', { ...params, raw: bindCode })
  if (finding === 'wrongItem') return attention('RECV-008', params)
  if (received > orderedQty)
    return attention('RECV-009', { ...params, over: received - orderedQty })
  if (next.openLines === 0 && before.openLines > 0) return done('RECV-006', params)
  return finding === 'damaged' ? accepted('RECV-007', params) : accepted('RECV-005', params)
}

export function onPosted(state: ReceivingIn<'posting'>, event: AnyEvent): ReceivingStep {
  const { order, next } = state
  if (event.kind === 'commandRejected') return refuse(order, event)
  if (event.kind !== 'commandAccepted') return stay(state)
  const params = { no: order.purchaseOrderId, done: order.doneQty, total: order.totalQty }
  if (next === null) return go({ kind: 'scanOrder' }, done('RECV-032', params))
  return go(
    { kind: 'scanItem', order: next },
    done('RECV-044', { ...params, next: next.purchaseOrderId }),
  )
}

export function onClosed(state: ReceivingIn<'closingShort'>, event: AnyEvent): ReceivingStep {
  const { order, skuId } = state
  if (event.kind === 'commandRejected') return refuse(order, event)
  if (event.kind !== 'commandAccepted') return stay(state)
  const params = {
    no: order.purchaseOrderId,
    sku: skuId,
    short: readNumber(event.result, 'shortQty'),
  }
  if (skuId === '') return go({ kind: 'scanOrder' }, done('RECV-030', params))
  const next = { ...order, ...readProgress(event.result, order) }
  return go({ kind: 'scanItem', order: next }, attention('RECV-028', params))
}

export function onPrinted(state: ReceivingIn<'printing'>, event: AnyEvent): ReceivingStep {
  const { order } = state
  if (event.kind === 'commandRejected') return refuse(order, event)
  if (event.kind !== 'commandAccepted') return stay(state)
  return go({ kind: 'scanItem', order }, accepted('RECV-033', { sku: order.last?.skuId ?? '' }))
}

type Progress = Pick<OpenOrder, 'receiptId' | 'doneQty' | 'totalQty' | 'openLines'>

/** The order's progress out of a command's stored result; what is missing stays as it was. */
function readProgress(result: unknown, before: OpenOrder): Progress {
  const receiptId = readField(result, 'receiptId')
  return {
    receiptId: typeof receiptId === 'string' ? receiptId : before.receiptId,
    doneQty: readNumber(result, 'doneQty', before.doneQty),
    totalQty: readNumber(result, 'totalQty', before.totalQty),
    openLines: readNumber(result, 'openLines', before.openLines),
  }
}

function readNumber(result: unknown, name: string, otherwise = 0): number {
  const value = readField(result, name)
  return typeof value === 'number' ? value : otherwise
}

function readField(result: unknown, name: string): unknown {
  if (typeof result !== 'object' || result === null) return undefined
  return new Map(Object.entries(result)).get(name)
}
