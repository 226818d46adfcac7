import {
  type LateRisk,
  type OrderFilter,
  filterStates,
  lateRisk,
} from '@/domain/allocation/orderQueue.ts'
import type { HoldReason, Intercept, OrderState } from '@/domain/record/order.ts'
import { loadOrderQueue } from '@/app/loadOrderQueue.ts'
import { createDexieReader } from '../../dexieReader.ts'
import { COUNTED_MAX, countRows } from '../countRows.ts'
import type { StationData } from '../stationData.ts'

/** One order of the queue, ready to draw. */
export interface OrderRow {
  readonly orderId: string
  readonly orderNo: string
  readonly shop: string
  readonly state: OrderState
  readonly holds: readonly HoldReason[]
  readonly intercept: Intercept
  readonly shipByMs: number
  readonly risk: LateRisk
  readonly totalQty: number
}

export interface OrderQueue {
  readonly rows: readonly OrderRow[]
  /** All orders of this part, those beyond the limit included; counted as `countRows` does. */
  readonly count: number
}

/** One part of the queue, the order that must leave first on top; `nowMs` decides what is late. */
export async function readOrderQueue(
  data: StationData,
  of: { readonly filter: OrderFilter; readonly limit: number; readonly nowMs: number },
): Promise<OrderQueue> {
  const [orders, count] = await Promise.all([
    loadOrderQueue(createDexieReader(data), of.filter, of.limit),
    countOrders(data, of.filter),
  ])
  const rows = orders.map((order): OrderRow => {
    const { id: orderId, orderNo, shop, state, holds, intercept, shipByMs, totalQty } = order
    const risk = lateRisk(order, of.nowMs)
    return {
      orderId,
      orderNo,
      shop,
      state,
      holds,
      intercept,
      shipByMs,
      risk,
      totalQty,
    }
  })
  return { rows, count }
}

async function countOrders(data: StationData, filter: OrderFilter): Promise<number> {
  const byState = () => data.documents('orders').where('[state+shipByMs]')
  const counts = await Promise.all(
    filterStates[filter].map((state) =>
      countRows(byState().between([state], [state, []], true, true)),
    ),
  )
  const all = counts.reduce((sum, count) => sum + count, 0)
  return Math.min(all, COUNTED_MAX + 1)
}
