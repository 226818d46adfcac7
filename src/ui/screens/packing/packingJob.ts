import type { Notice } from '@/kernel/notice.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { ScanRecord } from '@/app/resolveScan.ts'
import type { Waybill } from '@/domain/record/outbound.ts'
import { NO_SCALE, type StationScale } from '@/device/scale/stationScale.ts'
import { type PackScale, packScaleOf } from '@/workflow/packing/packScale.ts'
import { accepted, refused } from '@/workflow/workflow.ts'
import type { PackingEvent, PackingState } from '@/workflow/packing/packingState.ts'
import { loadPrintsOf } from '@/app/commands/printing.ts'
import { packingWorkflow } from '@/workflow/packing/packingWorkflow.ts'
import { loadOpening } from './loadOpening.ts'
import { packingPhoto } from './packingPhoto.ts'
import { packVerbsOf } from './packNow.ts'
import { type Answer, answer, type Job, type JobInput, refuseUnfit } from '../../workflow/job.ts'

/** The packing screen: tote or order, its items, its printed waybill; `scale` weighs the parcel as its
 *  waybill is scanned, and PRINT makes a receipt, too, where a printer is kept for them. */
export function createPackingJob(
  scale: Pick<StationScale, 'view' | 'tare'>,
  hasReceiptPrinter: () => boolean = () => false,
): PackingJob {
  const weigh = () => packScaleOf(scale.view())
  return {
    workflow: packingWorkflow,
    async toEvent(reader, input, state) {
      switch (input.kind) {
        case 'verb':
          if (input.verb === 'TARE') return answer(await tareWords(scale))
          if (input.verb === 'WEIGH') return { kind: 'weighAsked', scale: weigh() }
          if (input.verb === 'PRINT')
            return { kind: 'verbGiven', verb: 'PRINT', withReceipt: hasReceiptPrinter() }
          return toVerb(reader, input.verb, state)
        case 'multiply':
          return state.kind === 'scanItem'
            ? { kind: 'timesGiven', by: input.by }
            : answer(refused('PACK-033'))
        case 'number':
          return toNumber(input.qty, state)
        case 'record':
          return toRecordEvent(reader, input, { state, scale: weigh() })
      }
    },
    verbs: (state) => packVerbsOf(state, scale.view() !== null),
    photoOf: packingPhoto,
    preferred: (state) =>
      'plan' in state
        ? state.plan.lines.filter((line) => line.packedQty < line.qty).map((line) => line.skuId)
        : [],
  }
}

type PackingJob = Job<PackingState, PackingEvent>

/** The packing screen of a table without a scale. */
export const packingJob: PackingJob = createPackingJob(NO_SCALE)

/** What the person stands before: the step, and the scale at this moment. */
interface Table {
  readonly state: PackingState
  readonly scale: PackScale
}

async function tareWords(scale: Pick<StationScale, 'tare'>): Promise<Notice> {
  const tared = await scale.tare()
  if (tared.kind === 'noScale') return refused('PACK-045')
  if (tared.kind === 'moving') return refused('PACK-044')
  return tared.tareG === 0 ? accepted('PACK-046') : accepted('PACK-043', { tareG: tared.tareG })
}

/** NO beside a label in doubt: it did not come out. Of a label that is not in doubt nobody is asked; it
 *  is printed again with a reason. */
async function toVerb(
  reader: LedgerReader,
  verb: string,
  state: PackingState,
): Promise<PackingEvent | Answer> {
  if (verb !== 'NO' || state.kind !== 'scanBack') return { kind: 'verbGiven', verb }
  const { waybillNo: no } = state
  const prints = await loadPrintsOf(reader, no)
  const doubt = prints.find((print) => print.state === 'unknown')
  return doubt ? { kind: 'labelMissing', intentId: doubt.id } : answer(refused('PACK-038', { no }))
}

const numbersAsked: readonly PackingState['kind'][] = ['scanItem', 'reprintReason', 'weighing']

function toNumber(qty: number, state: PackingState): PackingEvent | Answer {
  const isAsked = numbersAsked.includes(state.kind)
  return isAsked ? { kind: 'numberTyped', qty } : answer(refused('PACK-033'))
}

async function toRecordEvent(
  reader: LedgerReader,
  input: Extract<JobInput, { kind: 'record' }>,
  table: Table,
): Promise<PackingEvent | Answer> {
  const { resolved } = input
  // A label nobody knows is an answer of this job, not a code to bind.
  if (isLabelAsked(table.state) && resolved.kind === 'none')
    return { kind: 'waybillScanned', no: resolved.raw, standing: 'unknown', scale: table.scale }
  const unfit = refuseUnfit(input)
  if (unfit) return unfit
  if (resolved.kind !== 'one') return answer(refused('PACK-033'))
  return toFittingEvent(reader, resolved.record, table)
}

async function toFittingEvent(
  reader: LedgerReader,
  record: ScanRecord,
  { state, scale }: Table,
): Promise<PackingEvent | Answer> {
  switch (record.kind) {
    case 'sku': {
      const { sku, unitQty } = record
      return { kind: 'itemScanned', skuId: sku.id, name: sku.name, unitQty }
    }
    case 'bin':
      return { kind: 'binScanned', binId: record.bin.id, code: record.bin.code }
    case 'order':
      return { kind: 'opened', opening: await loadOpening(reader, record.order) }
    case 'tote':
      return openById(reader, record.tote.orderId, record.tote.code)
    case 'waybill':
      return isLabelAsked(state)
        ? scanBackOf(record.waybill, scale)
        : openByWaybill(reader, record.waybill)
    default:
      return answer(refused('PACK-033'))
  }
}

const isLabelAsked = ({ kind }: PackingState): boolean => kind === 'scanBack' || kind === 'weighing'

const scanBackOf = ({ id, state }: Waybill, scale: PackScale): PackingEvent => ({
  kind: 'waybillScanned',
  no: id,
  standing: state === 'voided' ? 'voided' : 'valid',
  scale,
})

async function openByWaybill(
  reader: LedgerReader,
  { id, parcelId }: Waybill,
): Promise<PackingEvent | Answer> {
  const parcel = parcelId ? await reader.get('parcels', parcelId) : undefined
  const order = parcel ? await reader.get('orders', parcel.orderId) : undefined
  if (!order) return answer(refused('PACK-034', { code: id }))
  return { kind: 'opened', opening: await loadOpening(reader, order, id) }
}

async function openById(
  reader: LedgerReader,
  orderId: string | null,
  code: string,
): Promise<PackingEvent | Answer> {
  const order = orderId === null ? undefined : await reader.get('orders', orderId)
  if (!order) return answer(refused('PACK-034', { code }))
  return { kind: 'opened', opening: await loadOpening(reader, order) }
}
