import { LARGE_QTY, RECEIVE_QTY_MAX, doubtQty } from '@/domain/receiving/doubtQty.ts'
import type { ItemFinding } from '@/domain/receiving/orderLines.ts'
import type { ReceiveArgs } from '@/domain/receiving/receiveItem.ts'
import { type Step, accepted, ask, attention, go, refused, stay } from '../workflow.ts'
import {
  type LastItem,
  type LotDays,
  NO_LOT,
  type OpenOrder,
  type PendingItem,
  type ReceivingDoubt,
  type ReceivingState,
  type ScannedItem,
  type WorkState,
} from './receivingState.ts'

type ReceivingStep = Step<ReceivingState>

/** A scan of goods: what it is, whether it is believed, what else it needs. */
export function onItem(state: WorkState, item: ScannedItem): ReceivingStep {
  if (state.kind === 'confirmItem' && isSameItem(state.pending.item, item))
    return readyItem(state.order, { ...state.pending, confirmed: true })
  const { order } = state
  const bindCode = state.kind === 'bindBarcode' ? state.code : ''
  const finding = findingOf(order, item)
  const pending: PendingItem = {
    item,
    finding,
    qty: item.unitQty * order.multiplier,
    setQty: null,
    lotDays: lotDaysOf(order.last, item),
    bindCode,
    confirmed: isBelieved(order.last, item, finding),
  }
  return believeOrAsk(order, pending)
}

/** A number typed: so many pieces of the last item in all. */
export function onQty(state: WorkState, qty: number, item: ScannedItem): ReceivingStep {
  const { order } = state
  const { last } = order
  if (!last || last.skuId !== item.skuId) return stay(state, refused('RECV-026'))
  if (qty > RECEIVE_QTY_MAX) return stay(state, refused('RECV-027', { qty, max: RECEIVE_QTY_MAX }))
  if (qty === last.qty) return go({ kind: 'scanItem', order }, accepted('RECV-040', { qty }))
  const pending: PendingItem = {
    item,
    finding: last.finding,
    qty: qty - last.qty,
    setQty: qty,
    lotDays: last,
    bindCode: '',
    confirmed: qty < last.qty,
  }
  return believeOrAsk(order, pending)
}

/** The lot of the pending item, with its days where the lot is known. */
export function onLot(state: WorkState, lot: string, known: LotDays | null): ReceivingStep {
  if (state.kind !== 'enterLot') return stay(state)
  const lotDays = known ?? { lot, producedOn: '', expiresOn: '' }
  return readyItem(state.order, { ...state.pending, lotDays })
}

export function onExpiry(state: WorkState, expiresOn: string): ReceivingStep {
  if (state.kind !== 'enterExpiry') return stay(state)
  const { order, pending } = state
  return readyItem(order, { ...pending, lotDays: { ...pending.lotDays, expiresOn } })
}

function findingOf(order: OpenOrder, item: ScannedItem): ItemFinding {
  if (!item.demand) return 'wrongItem'
  return order.damaged ? 'damaged' : 'good'
}

/** The next piece of the same SKU is of the same lot, until a code or a person says otherwise. */
function lotDaysOf(last: LastItem | null, item: ScannedItem): LotDays {
  if (item.lotDays) return item.lotDays
  if (!last || last.skuId !== item.skuId) return NO_LOT
  const { lot, producedOn, expiresOn } = last
  return { lot, producedOn, expiresOn }
}

const isSameItem = (a: ScannedItem, b: ScannedItem): boolean =>
  a.skuId === b.skuId && a.unitQty === b.unitQty

function isBelieved(last: LastItem | null, item: ScannedItem, finding: ItemFinding): boolean {
  return last?.confirmed === true && last.skuId === item.skuId && last.finding === finding
}

function believeOrAsk(order: OpenOrder, pending: PendingItem): ReceivingStep {
  const doubt = doubtOf(pending)
  if (!doubt) return readyItem(order, pending)
  const asked = { ...order, multiplier: 1, damaged: false }
  return go(
    { kind: 'confirmItem', order: asked, pending, doubt },
    doubtNotice(order, pending, doubt),
  )
}

function doubtOf({ item, finding, qty, setQty, confirmed }: PendingItem): ReceivingDoubt | null {
  const atOnceQty = setQty ?? qty
  if (confirmed) return atOnceQty > LARGE_QTY && qty > 0 ? 'large' : null
  if (finding === 'wrongItem' || !item.demand) return 'wrongItem'
  return doubtQty({ ...item.demand, toleranceBp: item.toleranceBp, qty, atOnceQty })
}

function doubtNotice(order: OpenOrder, { item, qty, setQty }: PendingItem, doubt: ReceivingDoubt) {
  const params = { got: item.code, name: item.name, qty: setQty ?? qty, no: order.purchaseOrderId }
  if (doubt === 'wrongItem') return refused('RECV-012', params)
  if (doubt === 'large') return attention('RECV-011', params)
  const { orderedQty, receivedQty } = item.demand ?? { orderedQty: 0, receivedQty: 0 }
  return attention('RECV-010', { ...params, ordered: orderedQty, total: receivedQty + qty })
}

/** Asks for the lot and its day where the goods need them, then commits. */
export function readyItem(before: OpenOrder, pending: PendingItem): ReceivingStep {
  const order = { ...before, multiplier: 1, damaged: false }
  const { item, finding, lotDays } = pending
  const isTracked = item.lotTracked && finding !== 'wrongItem'
  if (isTracked && lotDays.lot === '')
    return go({ kind: 'enterLot', order, pending }, attention('RECV-013', { name: item.name }))
  if (isTracked && item.expires && lotDays.expiresOn === '')
    return go({ kind: 'enterExpiry', order, pending }, attention('RECV-014', { lot: lotDays.lot }))
  const args = receiveArgs(order, pending)
  return ask({ kind: 'savingItem', order, pending }, { name: 'receiving.receiveItem', args })
}

function receiveArgs(order: OpenOrder, pending: PendingItem): ReceiveArgs {
  const { item, finding, qty, bindCode } = pending
  const { lot, producedOn, expiresOn } = pending.lotDays
  return {
    purchaseOrderId: order.purchaseOrderId,
    receiptId: order.receiptId,
    deliveryNoteNo: order.deliveryNoteNo,
    skuId: item.skuId,
    lot,
    producedOn,
    expiresOn,
    finding,
    qty,
    binId: order.bins[finding],
    bindCode,
  }
}
