import { loadOrderQueue } from '@/app/loadOrderQueue.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { Order } from '@/domain/record/order.ts'
import { refused } from '@/workflow/workflow.ts'
import {
  type OrdersEvent,
  type OrdersState,
  ordersWorkflow,
} from '@/workflow/allocation/ordersWorkflow.ts'
import { answer, type Job, refuseUnfit } from '../../workflow/job.ts'
import type { RowNumbers } from '../../workflow/rowNumbers.ts'

/** The order queue: an order by its number, or by the number of its row in the list, as `numbers` gave it. */
export function createOrdersJob(numbers: RowNumbers): Job<OrdersState, OrdersEvent> {
  return {
    workflow: ordersWorkflow,
    async toEvent(reader, input, state) {
      // From here the list is opened anew.
      if (state.kind !== 'list') numbers.restart()
      if (input.kind === 'verb') return { kind: 'verbGiven', verb: input.verb }
      if (input.kind === 'multiply') return answer(refused('ORD-005'))
      if (input.kind === 'number') {
        const order = state.kind === 'list' && (await rowOf(reader, state, input.qty, numbers))
        return order ? chosen(order) : { kind: 'numberGiven', no: input.qty }
      }
      const unfit = refuseUnfit(input)
      if (unfit) return unfit
      const record = input.resolved.kind === 'one' ? input.resolved.record : null
      return record?.kind === 'order' ? chosen(record.order) : answer(refused('ORD-005'))
    },
    verbs(state) {
      if (state.kind === 'list') return ['OK', 'NEXT', 'PREV']
      if (state.kind === 'orderShown') return ['OK', 'NO', 'BACK']
      return ['BACK']
    },
    preferred: () => [],
  }
}

const chosen = ({ id, orderNo }: Order): OrdersEvent => ({
  kind: 'orderChosen',
  orderId: id,
  orderNo,
})

/** The order with this number in the list that was seen, wherever it stands now. */
async function rowOf(
  reader: LedgerReader,
  { filter, limit }: Extract<OrdersState, { kind: 'list' }>,
  no: number,
  numbers: RowNumbers,
): Promise<Order | undefined> {
  if (!numbers.seen(filter)) {
    const rows = await loadOrderQueue(reader, filter, limit)
    numbers.take(
      filter,
      rows.map((row) => row.id),
    )
  }
  const id = numbers.idOf(filter, no)
  return id === undefined ? undefined : reader.get('orders', id)
}
