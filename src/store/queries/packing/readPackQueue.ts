import type { Order } from '@/domain/record/order.ts'
import { countRows } from '../countRows.ts'
import type { StationData } from '../stationData.ts'

/** One picked order that waits at the packing tables. */
export interface PackQueueRow {
  readonly orderId: string
  readonly orderNo: string
  readonly shop: string
  readonly shipByMs: number
  readonly qty: number
  readonly flag: string
  readonly note: string
  /** What to scan: its first tote, else its number. */
  readonly code: string
  readonly toteCodes: readonly string[]
  /** Its receiver is printed by the platform's component only. */
  readonly waits: boolean
}

export interface PackQueue {
  readonly rows: readonly PackQueueRow[]
  readonly total: number
  /** The tote to take now: of the order that would be late first; '' = none. */
  readonly nextCode: string
}

/** Rows shown; the total says how many there are, counted as `countRows` does. */
export const PACK_QUEUE_MAX = 100

export const EMPTY_PACK_QUEUE: PackQueue = { rows: [], total: 0, nextCode: '' }

/** Picked orders, the one that must leave first on top. */
export async function readPackQueue(data: StationData): Promise<PackQueue> {
  const picked = () =>
    data
      .documents('orders')
      .where('[state+shipByMs]')
      .between(['picked', -Infinity], ['picked', Infinity])
  const [orders, total] = await Promise.all([
    picked().limit(PACK_QUEUE_MAX).toArray(),
    countRows(picked()),
  ])
  const rows = await Promise.all(orders.map((order) => toRow(data, order)))
  return { rows, total, nextCode: rows.find((row) => !row.waits)?.code ?? '' }
}

async function toRow(data: StationData, order: Order): Promise<PackQueueRow> {
  const { id: orderId, orderNo, shop, shipByMs, totalQty: qty, flag } = order
  const totes = await data.documents('totes').where('orderId').equals(orderId).toArray()
  const toteCodes = totes.map((tote) => tote.code)
  const note = order.shopNote || order.buyerNote
  const code = toteCodes[0] ?? orderNo
  const waits = order.receiver.kind !== 'plain'
  return { orderId, orderNo, shop, shipByMs, qty, flag, note, code, toteCodes, waits }
}
