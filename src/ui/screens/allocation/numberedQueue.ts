import {
  type OrderQueue,
  type OrderRow,
  readOrderQueue,
} from '@/store/queries/allocation/readOrderQueue.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { RowNumbers } from '../../workflow/rowNumbers.ts'

/** One order of the list. `no`: what a person types to open it. */
export interface NumberedOrder extends OrderRow {
  readonly no: number
}

export interface NumberedQueue extends Omit<OrderQueue, 'rows'> {
  readonly rows: readonly NumberedOrder[]
}

/** One part of the queue as it is drawn, each row with the number that stands for it. */
export async function readNumberedQueue(
  data: StationData,
  of: Parameters<typeof readOrderQueue>[1],
  numbers: RowNumbers,
): Promise<NumberedQueue> {
  const { rows, count } = await readOrderQueue(data, of)
  const ids = rows.map((row) => row.orderId)
  const nos = numbers.take(of.filter, ids)
  return { count, rows: rows.map((row, i) => ({ ...row, no: nos[i] ?? 0 })) }
}
