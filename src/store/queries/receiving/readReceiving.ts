import type { PurchaseOrder, PurchaseOrderLine, Receipt } from '@/domain/record/inbound.ts'
import { specText } from '@/domain/record/specText.ts'
import { type InboundSlip, inboundSlip } from '@/domain/receiving/inboundSlip.ts'
import { lineOpenQty, lineReceivedQty, orderProgress } from '@/domain/receiving/orderLines.ts'
import type { StationData } from '../stationData.ts'

/** One line of the order in work, ready to draw. */
export interface ReceivingRow {
  readonly line: number
  readonly skuId: string
  readonly name: string
  readonly spec: string
  readonly orderedQty: number
  readonly receivedQty: number
  readonly damagedQty: number
  readonly shortQty: number
  readonly overQty: number
  readonly openQty: number
}

export interface ReceivingView {
  readonly rows: readonly ReceivingRow[]
  /** Lines that are left out of `rows`. */
  readonly moreRows: number
  readonly doneQty: number
  readonly totalQty: number
}

/** One purchase order that waits, ready to draw. */
export interface WaitingOrderRow {
  readonly no: string
  readonly supplierName: string
  readonly expectedOn: string
  readonly doneQty: number
  readonly totalQty: number
}

export interface WaitingOrdersView {
  readonly rows: readonly WaitingOrderRow[]
  readonly moreRows: number
}

export const NO_RECEIVING: ReceivingView = { rows: [], moreRows: 0, doneQty: 0, totalQty: 0 }
export const NO_WAITING_ORDERS: WaitingOrdersView = { rows: [], moreRows: 0 }
export const RECEIVING_ROWS_MAX = 100
export const WAITING_ORDERS_MAX = 40

/** The lines of an order: the one worked last on top, then what is open, then what is done. */
export async function readReceiving(
  data: StationData,
  purchaseOrderId: string,
  lastSkuId: string,
): Promise<ReceivingView> {
  const order = await data.documents('purchaseOrders').get(purchaseOrderId)
  if (!order) return NO_RECEIVING
  const rank = (line: PurchaseOrderLine) =>
    line.skuId === lastSkuId ? 0 : lineOpenQty(line) > 0 ? 1 : 2
  const lines = order.lines.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line)
  const drawn = lines.slice(0, RECEIVING_ROWS_MAX)
  const skus = await data.documents('skus').bulkGet(drawn.map((line) => line.skuId))
  const rows = drawn.map((line, i): ReceivingRow => {
    const sku = skus[i]
    const receivedQty = lineReceivedQty(line)
    return {
      line: line.line,
      skuId: line.skuId,
      name: sku?.name ?? line.skuId,
      spec: sku ? specText(sku) : '',
      orderedQty: line.orderedQty,
      receivedQty,
      damagedQty: line.damagedQty,
      shortQty: line.shortQty ?? 0,
      overQty: Math.max(0, receivedQty - line.orderedQty),
      openQty: lineOpenQty(line),
    }
  })
  const { doneQty, totalQty } = orderProgress(order.lines)
  return { rows, moreRows: lines.length - drawn.length, doneQty, totalQty }
}

/** Orders that are not complete, the one expected first on top. */
export async function readWaitingOrders(data: StationData): Promise<WaitingOrdersView> {
  const orders = await data
    .documents('purchaseOrders')
    .where('state')
    .anyOf(['open', 'receiving'])
    .toArray()
  const key = (order: PurchaseOrder) => `${order.expectedOn}|${order.id}`
  const sorted = orders.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const rows = sorted.slice(0, WAITING_ORDERS_MAX).map((order): WaitingOrderRow => {
    const { doneQty, totalQty } = orderProgress(order.lines)
    const { id: no, supplierName, expectedOn } = order
    return { no, supplierName, expectedOn, doneQty, totalQty }
  })
  return { rows, moreRows: sorted.length - rows.length }
}

/** The inbound slip of the receipt posted last; null = none was posted yet. */
export async function readLastSlip(data: StationData): Promise<InboundSlip | null> {
  // Receipt ids sort by the moment their first piece was scanned.
  const receipt = await data.documents('receipts').where('state').equals('posted').last()
  return receipt ? readSlip(data, receipt) : null
}

/** The inbound slip of one receipt; null = there is no such receipt. */
export async function readInboundSlip(
  data: StationData,
  receiptId: string,
): Promise<InboundSlip | null> {
  const receipt = await data.documents('receipts').get(receiptId)
  return receipt ? readSlip(data, receipt) : null
}

async function readSlip(data: StationData, receipt: Receipt): Promise<InboundSlip> {
  const [order, ofOrder, found] = await Promise.all([
    data.documents('purchaseOrders').get(receipt.purchaseOrderId),
    data.documents('receipts').where('purchaseOrderId').equals(receipt.purchaseOrderId).toArray(),
    data.documents('skus').bulkGet(receipt.lines.map((line) => line.skuId)),
  ])
  const skus = new Map(found.map((sku) => [sku?.id, sku]))
  const earlier = ofOrder.filter((row) => isBefore(row, receipt)).length
  return inboundSlip({ receipt, order, earlier, skuOf: (skuId) => skus.get(skuId) })
}

const isBefore = (a: Receipt, b: Receipt): boolean =>
  a.openedAtMs < b.openedAtMs || (a.openedAtMs === b.openedAtMs && a.id < b.id)
