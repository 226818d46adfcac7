import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { ScanRecord } from '@/app/resolveScan.ts'
import type { Waybill } from '@/domain/record/outbound.ts'
import { refused } from '@/workflow/workflow.ts'
import type { PackingEvent, PackingState } from '@/workflow/packing/packingState.ts'
import { loadPrintsOf } from '@/app/commands/printing.ts'
import { packingWorkflow } from '@/workflow/packing/packingWorkflow.ts'
import { loadOpening } from './loadOpening.ts'
import { packVerbs } from './packNow.ts'
import { type Answer, answer, type Job, type JobInput, refuseUnfit } from '../../workflow/job.ts'

/** The packing screen: tote or order, its items, its printed waybill. */
export const packingJob: Job<PackingState, PackingEvent> = {
  workflow: packingWorkflow,
  async toEvent(reader, input, state) {
    if (input.kind === 'verb') return toVerb(reader, input.verb, state)
    if (input.kind === 'multiply')
      return state.kind === 'scanItem'
        ? { kind: 'timesGiven', by: input.by }
        : answer(refused('PACK-033'))
    if (input.kind === 'number') return toNumber(input.qty, state)
    return toRecordEvent(reader, input, state)
  },
  verbs: (state) => packVerbs[state.kind],
  preferred: (state) =>
    'plan' in state
      ? state.plan.lines.filter((line) => line.packedQty < line.qty).map((line) => line.skuId)
      : [],
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

function toNumber(qty: number, state: PackingState): PackingEvent | Answer {
  const isAsked = state.kind === 'scanItem' || state.kind === 'reprintReason'
  return isAsked ? { kind: 'numberTyped', qty } : answer(refused('PACK-033'))
}

async function toRecordEvent(
  reader: LedgerReader,
  input: Extract<JobInput, { kind: 'record' }>,
  state: PackingState,
): Promise<PackingEvent | Answer> {
  const { resolved } = input
  // A label nobody knows is an answer of this job, not a code to bind.
  if (state.kind === 'scanBack' && resolved.kind === 'none')
    return { kind: 'waybillScanned', no: resolved.raw, standing: 'unknown' }
  const unfit = refuseUnfit(input)
  if (unfit) return unfit
  if (resolved.kind !== 'one') return answer(refused('PACK-033'))
  return toFittingEvent(reader, resolved.record, state)
}

async function toFittingEvent(
  reader: LedgerReader,
  record: ScanRecord,
  state: PackingState,
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
      return state.kind === 'scanBack'
        ? scanBackOf(record.waybill)
        : openByWaybill(reader, record.waybill)
    default:
      return answer(refused('PACK-033'))
  }
}

const scanBackOf = ({ id, state }: Waybill): PackingEvent => ({
  kind: 'waybillScanned',
  no: id,
  standing: state === 'voided' ? 'voided' : 'valid',
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
