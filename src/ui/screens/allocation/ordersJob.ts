import { loadOrderQueue } from '@/app/loadOrderQueue.ts'
import { refused } from '@/workflow/workflow.ts'
import {
  type OrdersEvent,
  type OrdersState,
  ordersWorkflow,
} from '@/workflow/allocation/ordersWorkflow.ts'
import { answer, type Job, refuseUnfit } from '../../workflow/job.ts'

/** The order queue: an order by its number, or by the number of its row in the list. */
export const ordersJob: Job<OrdersState, OrdersEvent> = {
  workflow: ordersWorkflow,
  async toEvent(reader, input, state) {
    if (input.kind === 'verb') return { kind: 'verbGiven', verb: input.verb }
    if (input.kind === 'multiply') return answer(refused('ORD-005'))
    if (input.kind === 'number') {
      if (state.kind !== 'list') return { kind: 'numberGiven', no: input.qty }
      const rows = await loadOrderQueue(reader, state.filter, state.limit)
      const row = rows[input.qty - 1]
      return row
        ? { kind: 'orderChosen', orderId: row.id, orderNo: row.orderNo }
        : { kind: 'numberGiven', no: input.qty }
    }
    const unfit = refuseUnfit(input)
    if (unfit) return unfit
    const record = input.resolved.kind === 'one' ? input.resolved.record : null
    return record?.kind === 'order'
      ? { kind: 'orderChosen', orderId: record.order.id, orderNo: record.order.orderNo }
      : answer(refused('ORD-005'))
  },
  verbs(state) {
    if (state.kind === 'list') return ['OK', 'NEXT', 'PREV']
    if (state.kind === 'orderShown') return ['OK', 'NO', 'BACK']
    return ['BACK']
  },
  preferred: () => [],
}
