import { countRows } from '../countRows.ts'
import type { StationData } from '../stationData.ts'

/** One order that waits to be picked, ready to draw. */
export interface PickQueueRow {
  readonly orderId: string
  readonly orderNo: string
  readonly shop: string
  readonly shipByMs: number
  readonly totalQty: number
}

export interface PickQueue {
  readonly rows: readonly PickQueueRow[]
  /** All orders that wait, those not listed included; counted as `countRows` does. */
  readonly count: number
}

/** Orders listed before a walk; the screen says how many more there are. */
export const PICK_QUEUE_ROWS_MAX = 8

/** Reserved orders, the most urgent first. */
export async function readPickQueue(data: StationData): Promise<PickQueue> {
  const waiting = data
    .documents('orders')
    .where('[state+shipByMs]')
    .between(...allocated)
  const [orders, count] = await Promise.all([
    waiting.clone().limit(PICK_QUEUE_ROWS_MAX).toArray(),
    countRows(waiting.clone()),
  ])
  const rows = orders.map(({ id: orderId, orderNo, shop, shipByMs, totalQty }) => {
    return { orderId, orderNo, shop, shipByMs, totalQty }
  })
  return { rows, count }
}

const allocated: [unknown[], unknown[], boolean, boolean] = [
  ['allocated'],
  ['allocated', []],
  true,
  true,
]
