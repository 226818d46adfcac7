import type { ScanRecord, SkuRecord } from '@/app/resolveScan.ts'
import { lotIdOf } from '@/domain/record/sku.ts'
import { COMMAND_VERBS } from '@/domain/barcode/commandCode.ts'
import { refused } from '@/workflow/workflow.ts'
import {
  mayHavePhotos,
  type StockEvent,
  type StockState,
  stockWorkflow,
} from '@/workflow/stock/stockWorkflow.ts'
import { countPhotos, stockPhoto } from './stockPhoto.ts'
import { answer, type Job, refuseUnfit } from '../../workflow/job.ts'

/** The stock screen takes any SKU, bin, tote, waybill, badge, manifest or purchase order, PRINT and PHOTO. */
export const stockJob: Job<StockState, StockEvent> = {
  workflow: stockWorkflow,
  async toEvent(reader, input, state) {
    if (input.kind === 'number' && mayHavePhotos(state)) {
      const count = await countPhotos(reader, state)
      if (count > 0) return { kind: 'photoChosen', no: input.qty, count }
    }
    if (input.kind === 'verb') return { kind: 'printGiven', verbs: Object.keys(COMMAND_VERBS) }
    if (input.kind !== 'record') return answer(refused('STK-003'))
    const unfit = refuseUnfit(input)
    if (unfit) return unfit
    const record = input.resolved.kind === 'one' ? input.resolved.record : null
    return (record && eventOf(record)) ?? answer(refused('STK-003'))
  },
  verbs: ({ kind }) => (kind === 'printing' || kind === 'orderShown' ? [] : ['PRINT']),
  photoOf: stockPhoto,
  preferred: () => [],
}

function eventOf(record: ScanRecord): StockEvent | null {
  switch (record.kind) {
    case 'sku':
      return skuOf(record)
    case 'bin':
      return placeOf(record.bin, 'bin')
    case 'tote':
      return placeOf(record.tote, 'tote')
    case 'waybill': {
      const { id: code, parcelId: no } = record.waybill
      return no === null ? null : { kind: 'paperScanned', label: 'carton', no, code }
    }
    case 'purchaseOrder':
      return { kind: 'orderScanned', no: record.purchaseOrder.id }
    case 'operator': {
      const { id: no, name: code } = record.operator
      return { kind: 'paperScanned', label: 'badge', no, code }
    }
    case 'manifest': {
      const { id } = record.manifest
      return { kind: 'paperScanned', label: 'manifest', no: id, code: id }
    }
    default:
      return null
  }
}

/** A code that names the lot is asked for the label of that lot. */
function skuOf({ sku, element }: SkuRecord): StockEvent {
  const { id: skuId } = sku
  const lot = element?.lot ?? ''
  return { kind: 'skuScanned', skuId, ...(lot === '' ? {} : { lotId: lotIdOf(skuId, lot) }) }
}

const placeOf = (
  { id: placeId, code }: { readonly id: string; readonly code: string },
  place: 'bin' | 'tote',
): StockEvent => ({ kind: 'placeScanned', placeId, code, place })
