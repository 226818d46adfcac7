import { refused } from '@/workflow/workflow.ts'
import { type StockEvent, type StockState, stockWorkflow } from '@/workflow/stock/stockWorkflow.ts'
import { refuseUnfit } from '../../workflow/createRunner.ts'
import { type Job, answer } from '../../workflow/job.ts'

/** The stock screen takes any SKU, bin or tote. */
export const stockJob: Job<StockState, StockEvent> = {
  workflow: stockWorkflow,
  async toEvent(_reader, input) {
    if (input.kind !== 'record') return answer(refused('STK-003'))
    const unfit = refuseUnfit(input)
    if (unfit) return unfit
    const record = input.resolved.kind === 'one' ? input.resolved.record : null
    if (record?.kind === 'sku') return { kind: 'skuScanned', skuId: record.sku.id }
    if (record?.kind === 'bin')
      return { kind: 'placeScanned', placeId: record.bin.id, code: record.bin.code }
    if (record?.kind === 'tote')
      return { kind: 'placeScanned', placeId: record.tote.id, code: record.tote.code }
    return answer(refused('STK-003'))
  },
  verbs: () => [],
  preferred: () => [],
}
