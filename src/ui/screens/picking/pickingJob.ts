import type { Order } from '@/domain/record/order.ts'
import type { Bin, Tote } from '@/domain/record/place.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { ScanRecord } from '@/app/resolveScan.ts'
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
    if (input.kind === 'number') return qtyEvent(state, input.qty)
    const unfit = refuseUnfit(input)
    if (unfit) return unfit
    const { resolved } = input
    return resolved.kind === 'one'
      ? recordEvent(reader, resolved.record, state)
      : answer(refused('PICK-038'))
  },
  verbs(state) {
    if (state.kind === 'scanItem') return ['OK', 'SHORT', 'SKIP', 'PRINT']
    if (state.kind === 'scanTote') return ['SHORT']
    if (state.kind === 'scanToteFor' || state.kind === 'zeroCheck') return ['SKIP']
    return []
  },
  preferred(state) {
    if (state.kind !== 'scanItem' && state.kind !== 'scanTote') return []
    return state.plan.stops.slice(0, 1).map((stop) => stop.skuId)
  },
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
    case 'sku': {
      const found = state.kind === 'scanItem' ? await loadFound(reader, state) : null
      return { kind: 'itemScanned', skuId: record.sku.id, unitQty: record.unitQty, found }
    }
    case 'bin':
      return binEvent(reader, record.bin, state)
    default:
      return answer(refused('PICK-038'))
  }
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
