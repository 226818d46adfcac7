import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { ScanRecord, SkuRecord } from '@/app/resolveScan.ts'
import { COMMAND_VERBS } from '@/domain/barcode/commandCode.ts'
import { lotIdOf } from '@/domain/record/sku.ts'
import { stockPapers } from '@/workflow/stock/stockPapers.ts'
import type { StockEvent, StockState } from '@/workflow/stock/stockState.ts'
import { stockWorkflow } from '@/workflow/stock/stockWorkflow.ts'
import { refused } from '@/workflow/workflow.ts'
import { mayHavePhotos } from '@/workflow/stock/stockWorkflow.ts'
import { countPhotos, stockPhoto } from './stockPhoto.ts'
import { type Answer, answer, type Job, type JobInput, refuseUnfit } from '../../workflow/job.ts'
import { isShown, printOnSheet, type StockPorts, toPapers } from './askPapers.ts'

/** The stock screen takes any SKU, bin, tote, waybill, badge, manifest or purchase order, PRINT and PHOTO, and
 *  the numbers of the papers it shows. */
export function createStockJob(ports: StockPorts): Job<StockState, StockEvent> {
  return {
    workflow: stockWorkflow,
    async toEvent(reader, input, state) {
      switch (input.kind) {
        case 'verb':
          return (
            printOnSheet(state, ports) ?? { kind: 'printGiven', verbs: Object.keys(COMMAND_VERBS) }
          )
        case 'number':
          return state.kind === 'firstCell'
            ? { kind: 'cellTyped', no: input.qty }
            : toNumbered(reader, input.qty, { state, ports })
        case 'record':
          return toShown(input)
        case 'multiply':
          return answer(refused('STK-003'))
      }
    },
    verbs: ({ kind }) => (kind === 'printing' || kind === 'orderShown' ? [] : ['PRINT']),
    photoOf: stockPhoto,
    preferred: () => [],
  }
}

/** The photos of what is shown come first, its papers are numbered behind them. */
async function toNumbered(
  reader: LedgerReader,
  no: number,
  { state, ports }: { readonly state: StockState; readonly ports: StockPorts },
): Promise<StockEvent | Answer> {
  const count = mayHavePhotos(state) ? await countPhotos(reader, state) : 0
  const papers = isShown(state) ? stockPapers(state).length : 0
  if (count > 0 && (no <= count || papers === 0)) return { kind: 'photoChosen', no, count }
  return toPapers(state, no, { ...ports, after: count })
}

function toShown(input: Extract<JobInput, { kind: 'record' }>): StockEvent | Answer {
  const unfit = refuseUnfit(input)
  if (unfit) return unfit
  const record = input.resolved.kind === 'one' ? input.resolved.record : null
  return (record && eventOf(record)) ?? answer(refused('STK-003'))
}

function eventOf(record: ScanRecord): StockEvent | null {
  switch (record.kind) {
    case 'sku':
      return skuOf(record)
    case 'bin': {
      const { id: placeId, code, corridor, zone } = record.bin
      return { kind: 'placeScanned', placeId, code, place: 'bin', corridor, zone }
    }
    case 'tote': {
      const { id: placeId, code } = record.tote
      return { kind: 'placeScanned', placeId, code, place: 'tote' }
    }
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
