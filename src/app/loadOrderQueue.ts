import { type OrderFilter, filterStates, mergeQueue } from '@/domain/allocation/orderQueue.ts'
import type { Order } from '@/domain/record/order.ts'
import type { LedgerReader } from './ports/ledger.ts'

/** The first `limit` orders of one part of the queue, by ship-by time. */
export async function loadOrderQueue(
  reader: LedgerReader,
  filter: OrderFilter,
  limit: number,
): Promise<Order[]> {
  const lists = await Promise.all(
    filterStates[filter].map((state) =>
      reader.list('orders', { index: 'state+shipByMs', equals: [state], limit }),
    ),
  )
  return mergeQueue(lists, limit)
}
