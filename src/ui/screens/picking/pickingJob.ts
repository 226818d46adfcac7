import type { Order } from '@/domain/record/order.ts'
import type { Bin, Tote } from '@/domain/record/place.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { Resolved, ScanRecord, SkuRecord } from '@/app/resolveScan.ts'
import { lotIdOf } from '@/domain/record/sku.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import { loadAsideBin, loadToteItems } from '@/app/loadAside.ts'
import { refused } from '@/workflow/workflow.ts'
import type { InterceptFound, PickingEvent, PickingState } from '@/workflow/picking/pickPlan.ts'
import { pickingWorkflow } from '@/workflow/picking/pickingWorkflow.ts'
import { answer, type Answer, type Job, refuseUnfit } from '../../workflow/job.ts'

/** Urgent orders looked through for one that no tote holds yet. */
const CANDIDATES_MAX = 50

/** Picking: loads the most urgent order for a free tote, and whether an order was stopped meanwhile. */
export const pickingJob: Job<PickingState, PickingEvent> = {
  workflow: pickingWorkflow,
  async toEvent(reader, input, state) {
    if (input.kind === 'verb') return { kind: 'verbGiven', verb: input.verb }
    if (input.kind === 'multiply') return qtyEvent(state, input.by)
    if (input.kind === 'number')
      return state.kind === 'scanLot'
        ? { kind: 'lotScanned', lot: input.text }
        : qtyEvent(state, input.qty)
    const lot = await readLotLabel(reader, input.resolved, state)
    if (lot !== null) return { kind: 'lotScanned', lot }
    const unfit = refuseUnfit(input)
    if (unfit) return unfit
    const { resolved } = input
    return resolved.kind === 'one'
      ? recordEvent(reader, resolved.record, state)
      : answer(refused('PICK-038'))
  },
  verbs(state) {
    if (state.kind === 'scanItem') return ['OK', 'SHORT', 'SKIP', 'PRINT']
    if (state.kind === 'scanLot') return ['OK', 'SHORT']
    if (state.kind === 'scanTote') return ['SHORT']
    if (state.kind === 'scanToteFor' || state.kind === 'zeroCheck') return ['SKIP']
    return []
  },
  preferred(state) {
    return isAtLine(state) ? state.plan.stops.slice(0, 1).map((stop) => stop.skuId) : []
  },
}

const isAtLine = (state: PickingState) =>
  state.kind === 'scanItem' || state.kind === 'scanLot' || state.kind === 'scanTote'

/** A text that is no record may be the lot on the label of the item that is asked for; null = it is not. */
async function readLotLabel(
  reader: LedgerReader,
  resolved: Resolved,
  state: PickingState,
): Promise<string | null> {
  if (resolved.kind !== 'none' || !isAtLine(state)) return null
  const [stop] = state.plan.stops
  if (!stop || stop.lot === '') return null
  if (resolved.raw === stop.lot) return stop.lot
  const lot = await reader.get('lots', lotIdOf(stop.skuId, resolved.raw))
  return lot ? lot.lot : null
}

function qtyEvent(state: PickingState, qty: number): PickingEvent | Answer {
  const isWanted = state.kind === 'scanItem' || state.kind === 'scanTote'
  return isWanted ? { kind: 'qtyGiven', qty } : answer(refused('PICK-038'))
}

async function recordEvent(
  reader: LedgerReader,
  record: ScanRecord,
  state: PickingState,
): Promise<PickingEvent | Answer> {
  switch (record.kind) {
    case 'tote':
      return toteEvent(reader, record.tote, state)
    case 'order':
      return orderEvent(record.order)
    case 'sku':
      return itemEvent(reader, record, state)
    case 'bin':
      return binEvent(reader, record.bin, state)
    default:
      return answer(refused('PICK-038'))
  }
}

async function itemEvent(
  reader: LedgerReader,
  { sku, unitQty, element }: SkuRecord,
  state: PickingState,
): Promise<PickingEvent> {
  const isItem = state.kind === 'scanItem'
  const [found, lotsInBin] = isItem
    ? await Promise.all([loadFound(reader, state), countLots(reader, state)])
    : [null, 0]
  const lot = element?.lot ?? ''
  return { kind: 'itemScanned', skuId: sku.id, unitQty, found, lot, lotsInBin }
}

/** Lots of the item of the line now that its bin holds, by the book. */
async function countLots(
  reader: LedgerReader,
  state: Extract<PickingState, { kind: 'scanItem' }>,
): Promise<number> {
  const [stop] = state.plan.stops
  if (!stop || stop.lot === '') return 0
  const rows = await reader.balances({ placeId: stop.binId })
  const held = rows.filter((row) => row.skuId === stop.skuId && balanceQty(row) > 0)
  return new Set(held.map((row) => row.lot)).size
}

async function toteEvent(
  reader: LedgerReader,
  tote: Tote,
  state: PickingState,
): Promise<PickingEvent> {
  const { id: toteId, code } = tote
  const own = tote.orderId === null ? undefined : await reader.get('orders', tote.orderId)
  const isTaking = state.kind === 'scanToteFirst' || state.kind === 'scanItem'
  const next = own ? orderIfFree(own) : isTaking ? await mostUrgent(reader) : null
  return { kind: 'toteScanned', toteId, code, holds: own?.orderNo ?? '', next }
}

const isFree = (order: Order) => order.state === 'allocated' && order.intercept === 'none'
const orderIfFree = (order: Order) =>
  isFree(order) ? { orderId: order.id, orderNo: order.orderNo } : null

/** The reserved order that must leave first, and that no tote holds a part of. */
async function mostUrgent(reader: LedgerReader) {
  const orders = await reader.list('orders', {
    index: 'state+shipByMs',
    equals: ['allocated'],
    limit: CANDIDATES_MAX,
  })
  for (const order of orders) {
    const totes = await reader.list('totes', { index: 'orderId', equals: order.id, limit: 1 })
    if (totes.length === 0 && isFree(order)) return { orderId: order.id, orderNo: order.orderNo }
  }
  return null
}

function orderEvent(order: Order): PickingEvent {
  const { id: orderId, orderNo } = order
  return { kind: 'orderScanned', orderId, orderNo, isFree: isFree(order) }
}

async function loadFound(
  reader: LedgerReader,
  state: Extract<PickingState, { kind: 'scanItem' }>,
): Promise<InterceptFound | null> {
  const [stop] = state.plan.stops
  const order = stop && (await reader.get('orders', stop.orderId))
  if (!order || order.intercept === 'none') return null
  const [items, asideBin] = await Promise.all([
    loadToteItems(reader, stop.toteId),
    loadAsideBin(reader),
  ])
  const toteQty = items.reduce((sum, row) => sum + row.qty, 0)
  return { intercept: order.intercept, toteQty, asideBin }
}

async function binEvent(
  reader: LedgerReader,
  bin: Bin,
  state: PickingState,
): Promise<PickingEvent> {
  const isStopped = state.kind === 'intercepted'
  const items = isStopped ? await loadToteItems(reader, state.slot.toteId) : []
  const isStorage = bin.zone === 'storage' && bin.role !== 'staging'
  return { kind: 'binScanned', binId: bin.id, code: bin.code, isStorage, items }
}
