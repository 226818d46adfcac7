import type { Order } from '@/domain/record/order.ts'
import type { StationData } from '../stationData.ts'

/** One order as it stands; null = there is none. */
export async function readOrder(data: StationData, orderId: string): Promise<Order | null> {
  return (await data.documents('orders').get(orderId)) ?? null
}
