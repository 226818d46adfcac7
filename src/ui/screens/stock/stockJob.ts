import { COMMAND_VERBS } from '@/domain/barcode/commandCode.ts'
import { refused } from '@/workflow/workflow.ts'
import { type StockEvent, type StockState, stockWorkflow } from '@/workflow/stock/stockWorkflow.ts'
import { answer, type Job, refuseUnfit } from '../../workflow/job.ts'

/** The stock screen takes any SKU, bin or tote, and PRINT. */
export const stockJob: Job<StockState, StockEvent> = {
  workflow: stockWorkflow,
  async toEvent(_reader, input) {
    if (input.kind === 'verb') return { kind: 'printGiven', verbs: Object.keys(COMMAND_VERBS) }
    if (input.kind !== 'record') return answer(refused('STK-003'))
    const unfit = refuseUnfit(input)
    if (unfit) return unfit
    const record = input.resolved.kind === 'one' ? input.resolved.record : null
    if (record?.kind === 'sku') return { kind: 'skuScanned', skuId: record.sku.id }
    if (record?.kind === 'bin') return placeOf(record.bin, 'bin')
    if (record?.kind === 'tote') return placeOf(record.tote, 'tote')
    return answer(refused('STK-003'))
  },
  verbs: ({ kind }) => (kind === 'printing' ? [] : ['PRINT']),
  preferred: () => [],
}

const placeOf = (
  { id: placeId, code }: { readonly id: string; readonly code: string },
  place: 'bin' | 'tote',
): StockEvent => ({ kind: 'placeScanned', placeId, code, place })
