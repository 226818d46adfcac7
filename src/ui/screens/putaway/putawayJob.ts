import type { Sku } from '@/domain/record/sku.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { ScanRecord } from '@/app/resolveScan.ts'
import { attention, refused } from '@/workflow/workflow.ts'
import {
  type PutawayEvent,
  type PutawayState,
  putawayWorkflow,
} from '@/workflow/putaway/putawayWorkflow.ts'
import { putawayVerbs } from './putawayVerbs.ts'
import { checkBin, loadItemLoad, loadStagedLots, loadToteLoad } from './loadStaged.ts'
import { type Answer, answer, type Job, type JobInput, refuseUnfit } from '../../workflow/job.ts'

type Reply = Promise<PutawayEvent | Answer>

/** Put-away: the item or the tote, then the bin. */
export const putawayJob: Job<PutawayState, PutawayEvent> = {
  workflow: putawayWorkflow,
  async toEvent(reader, input, state) {
    switch (input.kind) {
      case 'record':
        return onRecord(reader, input, state)
      case 'number':
        return onNumber(reader, input.qty, state)
      case 'verb':
        return { kind: 'backGiven' }
      case 'multiply':
        return answer(refused('PUT-022'))
    }
  },
  verbs: putawayVerbs,
  preferred: (state) => ('load' in state ? state.load.lines.map((line) => line.skuId) : []),
}

async function onRecord(
  reader: LedgerReader,
  input: Extract<JobInput, { kind: 'record' }>,
  state: PutawayState,
): Reply {
  const { resolved } = input
  if (resolved.kind === 'wrongKind' && resolved.record.kind === 'bin')
    return answer(refused('PUT-017', { got: resolved.record.bin.code }))
  const unfit = refuseUnfit(input)
  if (unfit) return unfit
  if (resolved.kind !== 'one') return answer(refused('PUT-022'))
  return onFound(reader, resolved.record, resolved.raw, state)
}

async function onFound(
  reader: LedgerReader,
  record: ScanRecord,
  raw: string,
  state: PutawayState,
): Reply {
  switch (record.kind) {
    case 'sku':
      return takeItem(reader, record.sku, raw, state)
    case 'tote': {
      const load = await loadToteLoad(reader, record.tote, state.nearCode)
      return load
        ? { kind: 'loadTaken', load, lotTurned: false }
        : answer(refused('PUT-019', { tote: record.tote.code }))
    }
    case 'bin': {
      if (!('load' in state)) return answer(refused('PUT-017'))
      const { id: binId, code } = record.bin
      return {
        kind: 'binScanned',
        binId,
        code,
        ...(await checkBin(reader, record.bin, state.load)),
      }
    }
    default:
      return answer(refused('PUT-022'))
  }
}

/** The same SKU again while its bin is asked for turns to its next lot. */
async function takeItem(reader: LedgerReader, sku: Sku, code: string, state: PutawayState): Reply {
  const lots = await loadStagedLots(reader, sku)
  const held = 'load' in state && state.load.kind === 'item' ? state.load : null
  const heldLine = held?.lines.find((line) => line.skuId === sku.id)
  const at = lots.findIndex(
    ({ lot, placeId }) => lot === heldLine?.lot && placeId === held?.fromPlaceId,
  )
  const staged = lots[(at + 1) % Math.max(1, lots.length)]
  if (!staged) return answer(refused('PUT-004', { name: sku.name, got: code }))
  const { nearCode } = state
  const load = await loadItemLoad(reader, { sku, code, staged, qty: null, nearCode })
  return { kind: 'loadTaken', load, lotTurned: heldLine !== undefined && lots.length > 1 }
}

async function onNumber(reader: LedgerReader, qty: number, state: PutawayState): Reply {
  if (state.kind === 'confirmBin') return { kind: 'reasonGiven', no: qty }
  if (state.kind !== 'scanBin') return answer(refused('PUT-017'))
  const { load, nearCode } = state
  const [line] = load.lines
  if (load.kind === 'tote' || !line) return answer(refused('PUT-023'))
  if (qty < 1 || qty > load.stagedQty)
    return answer(refused('PUT-014', { qty, staged: load.stagedQty }))
  const sku = await reader.get('skus', line.skuId)
  if (!sku) return answer(attention('PUT-022'))
  const staged = { placeId: load.fromPlaceId, lot: line.lot, qty: load.stagedQty }
  const next = await loadItemLoad(reader, { sku, code: load.code, staged, qty, nearCode })
  return { kind: 'loadTaken', load: next, lotTurned: false }
}
