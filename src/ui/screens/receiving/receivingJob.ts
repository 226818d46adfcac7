import { parseDayDigits } from '@/domain/barcode/elementDay.ts'
import type { PurchaseOrder } from '@/domain/record/inbound.ts'
import { lotIdOf } from '@/domain/record/sku.ts'
import { specText } from '@/domain/record/specText.ts'
import { skuDemand } from '@/domain/receiving/orderLines.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import { type Resolved, recordCode } from '@/app/resolveScan.ts'
import type {
  PendingItem,
  ReceivingEvent,
  ReceivingState,
  ScannedItem,
  WorkState,
} from '@/workflow/receiving/receivingState.ts'
import { receivingWorkflow } from '@/workflow/receiving/receivingWorkflow.ts'
import { attention, refused } from '@/workflow/workflow.ts'
import { type FoundItem, findItem } from './findItem.ts'
import { receivingPhoto } from './receivingPhoto.ts'
import { receivingVerbs } from './receivingVerbs.ts'
import { isOpen, loadOpenOrder, loadOrdersOf } from './openOrder.ts'
import { type Answer, answer, type Job, type JobInput, refuseUnfit } from '../../workflow/job.ts'

type Reply = Promise<ReceivingEvent | Answer>

const LOT_LENGTH_MAX = 20

/** Receiving: loads orders, goods and lots for its machine. */
export const receivingJob: Job<ReceivingState, ReceivingEvent> = {
  workflow: receivingWorkflow,
  async toEvent(reader, input, state, yearNow) {
    if (state.kind === 'scanOrder') return onOrderInput(reader, input, yearNow)
    if (!isWork(state)) return answer(refused('RECV-045'))
    switch (input.kind) {
      case 'record':
        return onRecord(reader, input.resolved, state, yearNow)
      case 'number':
        return onNumber(reader, input, state, yearNow)
      case 'multiply':
        if (state.kind === 'enterLot' || state.kind === 'enterExpiry')
          return answer(refused('RECV-015', { got: `X${input.by}` }))
        return { kind: 'multiplied', by: input.by }
      case 'verb':
        return onVerb(reader, input.verb, state)
    }
  },
  verbs: receivingVerbs,
  photoOf: receivingPhoto,
  // The inbound slip lies in the folder of exports by now: nobody may file it.
  undone: ({ name, result }) =>
    name === 'receiving.postReceipt'
      ? attention('RECV-046', { no: String(Object(result).no) })
      : null,
  preferred: (state) => ('order' in state ? state.order.skuIds : []),
}

function isWork(state: ReceivingState): state is WorkState {
  return 'order' in state && receivingWorkflow.expects[state.kind].length > 0
}

async function onOrderInput(reader: LedgerReader, input: JobInput, yearNow: number): Reply {
  if (input.kind !== 'record') return answer(refused('RECV-003'))
  const { resolved } = input
  if (resolved.kind === 'one' && resolved.record.kind === 'purchaseOrder')
    return opened(reader, resolved.record.purchaseOrder, resolved.raw)
  const found = await findItem(resolved, reader, yearNow)
  if (!found) {
    const { raw } = resolved
    return resolved.kind === 'none'
      ? answer(refused('RECV-039', { raw }))
      : (refuseUnfit(input) ?? answer(refused('RECV-003')))
  }
  const [first, ...others] = await loadOrdersOf(reader, found.sku)
  if (!first) return answer(refused('RECV-036', { name: found.sku.name, got: found.code }))
  return {
    kind: 'orderOpened',
    order: await loadOpenOrder(reader, first, ''),
    others: others.length,
  }
}

/** `raw`: the order's own number, or the number of a delivery note. */
async function opened(reader: LedgerReader, order: PurchaseOrder, raw: string): Reply {
  if (!isOpen(order)) return answer(refused('RECV-037', { no: order.id }))
  const note = raw === order.id ? '' : raw
  return { kind: 'orderOpened', order: await loadOpenOrder(reader, order, note), others: 0 }
}

async function onRecord(
  reader: LedgerReader,
  resolved: Resolved,
  state: WorkState,
  yearNow: number,
): Reply {
  if (resolved.kind === 'one' && resolved.record.kind === 'purchaseOrder')
    return opened(reader, resolved.record.purchaseOrder, resolved.raw)
  if (state.kind === 'enterLot') return onLotScan(reader, resolved, state.pending)
  if (state.kind === 'enterExpiry') return onExpiryText(resolved.raw, yearNow)
  const found = await findItem(resolved, reader, yearNow)
  if (found) return { kind: 'itemScanned', item: await loadItem(reader, found, state) }
  const unfit = refuseUnfit({ kind: 'record', resolved })
  if (resolved.kind === 'none') return { kind: 'codeUnknown', code: resolved.raw }
  return unfit ?? answer(refused('RECV-045'))
}

async function loadItem(
  reader: LedgerReader,
  found: FoundItem,
  { order: { purchaseOrderId } }: WorkState,
): Promise<ScannedItem> {
  const order = await reader.get('purchaseOrders', purchaseOrderId)
  const supplier = order ? await reader.get('suppliers', order.supplierId) : undefined
  const { sku, code, element } = found
  const demand = order ? skuDemand(order, sku.id) : null
  const lot = element?.lot ?? ''
  const known = lot === '' ? undefined : await reader.get('lots', lotIdOf(sku.id, lot))
  return {
    skuId: sku.id,
    name: sku.name,
    spec: specText(sku),
    code,
    unitQty: found.isCase ? Math.max(1, demand?.casePackQty ?? 1) : found.unitQty,
    demand,
    toleranceBp: order?.overToleranceBp ?? supplier?.overToleranceBp ?? 0,
    lotTracked: sku.lotTracked === 1,
    expires: sku.shelfLifeDays !== null,
    lotDays:
      element && lot !== ''
        ? {
            lot,
            producedOn: known?.producedOn ?? element.producedOn,
            expiresOn: known?.expiresOn ?? element.expiresOn,
          }
        : null,
  }
}

async function onNumber(
  reader: LedgerReader,
  { qty, text }: Extract<JobInput, { kind: 'number' }>,
  state: WorkState,
  yearNow: number,
): Reply {
  if (state.kind === 'enterLot') return toLot(reader, text, state.pending)
  if (state.kind === 'enterExpiry') return onExpiryText(text, yearNow)
  const { last } = state.order
  const isOther = state.kind === 'confirmItem' && state.pending.item.skuId !== last?.skuId
  if (!last || isOther || state.kind === 'bindBarcode') return answer(refused('RECV-026'))
  const sku = await reader.get('skus', last.skuId)
  if (!sku) return answer(refused('RECV-026'))
  const found = { sku, code: last.code, unitQty: 1, isCase: false, element: null }
  return { kind: 'qtyTyped', qty, item: await loadItem(reader, found, state) }
}

/** A lot is any text but the code of something else: goods scanned again are not a lot, unless their code
 *  names one. */
async function onLotScan(reader: LedgerReader, resolved: Resolved, pending: PendingItem): Reply {
  if (resolved.kind === 'none') return toLot(reader, resolved.raw, pending)
  const sku =
    resolved.kind === 'wrongKind' && resolved.record.kind === 'sku' ? resolved.record : null
  if (sku?.element && sku.element.lot !== '' && sku.sku.id === pending.item.skuId)
    return toLot(reader, sku.element.lot, pending)
  const got = 'record' in resolved ? recordCode(resolved.record) : resolved.raw
  return answer(refused('RECV-015', { got }))
}

async function toLot(reader: LedgerReader, text: string, { item }: PendingItem): Reply {
  const lot = text.trim()
  if (lot === '' || lot.length > LOT_LENGTH_MAX) return answer(refused('RECV-038', { got: text }))
  const known = await reader.get('lots', lotIdOf(item.skuId, lot))
  if (!known) return { kind: 'lotGiven', lot, known: null }
  const { producedOn, expiresOn } = known
  return { kind: 'lotGiven', lot, known: { lot, producedOn, expiresOn } }
}

async function onExpiryText(text: string, yearNow: number): Reply {
  const expiresOn = parseDayDigits(text, yearNow)
  return expiresOn === null
    ? answer(refused('RECV-016', { got: text }))
    : { kind: 'expiryGiven', expiresOn }
}

async function onVerb(reader: LedgerReader, verb: string, { order }: WorkState): Reply {
  switch (verb) {
    case 'SHORT': {
      const row = await reader.get('purchaseOrders', order.purchaseOrderId)
      const demand = row && order.last ? skuDemand(row, order.last.skuId) : null
      return { kind: 'shortGiven', openQty: demand?.openQty ?? 0 }
    }
    case 'OK':
    case 'DAMAG':
    case 'PRINT':
    case 'NEXT':
    case 'BACK':
      return { kind: 'verbGiven', verb }
    default:
      return answer(refused('SCAN-004', { verb }))
  }
}
