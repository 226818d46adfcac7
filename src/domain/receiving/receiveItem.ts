import { assert } from '@/kernel/assert.ts'
import { shopDayOf } from '@/kernel/clock.ts'
import type { PurchaseOrder, Receipt, ReceiptLine } from '../record/inbound.ts'
import type { Bin, BinId, SkuId } from '../record/place.ts'
import { type Lot, barcodeIdOf, lotIdOf } from '../record/sku.ts'
import type { Act } from '../stock/act.ts'
import { type Decision, type Put, accept, put, reject } from '../stock/decision.ts'
import type { MovementDraft, StockState } from '../stock/movement.ts'

import {
  type ItemFinding,
  addToLines,
  orderProgress,
  orderStateOf,
  skuDemand,
} from './orderLines.ts'
import { stagingBin } from './stagingBin.ts'

/** Pieces of one SKU and lot that arrived. Movements follow from these args alone. */
export interface ReceiveArgs {
  readonly purchaseOrderId: string
  /** '' = this piece opens the receipt: its id is the command's. */
  readonly receiptId: string
  readonly deliveryNoteNo: string
  readonly skuId: SkuId
  readonly lot: string
  readonly producedOn: string
  readonly expiresOn: string
  readonly finding: ItemFinding
  /** Pieces; below zero where a number typed wrong is made smaller. Never 0. */
  readonly qty: number
  readonly binId: BinId
  /** An unknown code that is this SKU's from now on; '' = none. */
  readonly bindCode: string
}

export interface ReceiveFacts {
  readonly order: PurchaseOrder | undefined
  readonly receipt: Receipt | undefined
  readonly bin: Bin | undefined
  readonly lot: Lot | undefined
  /** Pieces of this SKU and lot that still lie where they were received. */
  readonly stagedQty: number
}

export type ReceiveRefusal = 'orderUnknown' | 'receiptPosted' | 'stagingShort' | 'expired'

/** What the screen goes on with. */
export interface ReceiveResult {
  readonly receiptId: string
  readonly doneQty: number
  readonly totalQty: number
  readonly openLines: number
}

const stateOf: Readonly<Record<ItemFinding, StockState>> = {
  good: 'available',
  damaged: 'defective',
  wrongItem: 'quarantine',
}

/** The stock state that goods come in with. */
export const receivedState = (finding: ItemFinding): StockState => stateOf[finding]

/** Takes goods in: from the supplier to the staging bin (damaged ones to the defective zone, wrong ones
 *  to quarantine), onto the order's lines and the receipt. Goods past their day are refused unless
 *  they are taken in as damaged. */
export function receiveItem(
  facts: ReceiveFacts,
  args: ReceiveArgs,
  act: Act,
): Decision<ReceiveRefusal> {
  assert(args.qty !== 0, 'nothing received')
  const { order, receipt } = facts
  if (!order) return reject('orderUnknown', { no: args.purchaseOrderId })
  if (receipt?.state === 'posted') return reject('receiptPosted', { no: args.purchaseOrderId })
  if (args.qty < 0 && facts.stagedQty < -args.qty)
    return reject('stagingShort', { sku: args.skuId, qty: facts.stagedQty })
  const isExpired = args.expiresOn !== '' && args.expiresOn < shopDayOf(act.atMs)
  if (isExpired && args.finding === 'good' && args.qty > 0)
    return reject('expired', { sku: args.skuId, lot: args.lot, day: args.expiresOn })
  const lines = addToLines(order.lines, args)
  const kept = receipt ?? openReceipt(order, args, act)
  const puts: Put[] = [
    put('purchaseOrders', { ...order, lines, state: orderStateOf(lines) }),
    put('receipts', { ...kept, lines: addToReceipt(kept.lines, args, overQty(order, args)) }),
    ...newRecords(facts, args),
  ]
  const result: ReceiveResult = { receiptId: kept.id, ...orderProgress(lines) }
  return accept([movementOf(args)], puts, { ...result })
}

function movementOf(args: ReceiveArgs): MovementDraft {
  const { skuId, lot, binId, purchaseOrderId: docRef } = args
  const outside = { placeId: 'supplier', state: 'available' } as const
  const inside = { placeId: binId, state: receivedState(args.finding) }
  const qty = Math.abs(args.qty)
  if (args.qty > 0) return { skuId, lot, qty, from: outside, to: inside, reason: 'receive', docRef }
  return { skuId, lot, qty, from: inside, to: outside, reason: 'reverse', docRef }
}

/** How many of these pieces are more than ordered (below zero: no longer over). */
function overQty(order: PurchaseOrder, args: ReceiveArgs): number {
  const demand = skuDemand(order, args.skuId)
  if (!demand || args.finding === 'wrongItem') return 0
  const overAt = (qty: number) => Math.max(0, qty - demand.orderedQty)
  return overAt(demand.receivedQty + args.qty) - overAt(demand.receivedQty)
}

function openReceipt(order: PurchaseOrder, args: ReceiveArgs, act: Act): Receipt {
  return {
    id: act.id,
    purchaseOrderId: order.id,
    supplierName: order.supplierName,
    deliveryNoteNo: args.deliveryNoteNo,
    state: 'scanning',
    lines: [],
    stagingBinId: args.binId,
    operatorId: act.operatorId,
    openedAtMs: act.atMs,
    postedAtMs: 0,
  }
}

function addToReceipt(
  lines: readonly ReceiptLine[],
  args: ReceiveArgs,
  over: number,
): ReceiptLine[] {
  const { skuId, lot, producedOn, expiresOn, finding, qty } = args
  const at = lines.findIndex((line) => line.skuId === skuId && line.lot === lot)
  const empty = { goodQty: 0, damagedQty: 0, overQty: 0, wrongQty: 0 }
  const line = lines[at] ?? { line: lines.length + 1, skuId, lot, producedOn, expiresOn, ...empty }
  const more = {
    ...line,
    goodQty: line.goodQty + (finding === 'good' ? qty : 0),
    damagedQty: line.damagedQty + (finding === 'damaged' ? qty : 0),
    wrongQty: line.wrongQty + (finding === 'wrongItem' ? qty : 0),
    overQty: Math.max(0, line.overQty + over),
  }
  return at < 0 ? [...lines, more] : lines.map((known, i) => (i === at ? more : known))
}

/** Rows that exist from this piece on: its lot, its barcode, the built-in staging bin. */
function newRecords(facts: ReceiveFacts, args: ReceiveArgs): Put[] {
  const { skuId, lot, producedOn, expiresOn, bindCode: code } = args
  const puts: Put[] = []
  if (lot !== '' && !facts.lot)
    puts.push(put('lots', { id: lotIdOf(skuId, lot), skuId, lot, producedOn, expiresOn }))
  if (code !== '')
    puts.push(put('barcodes', { id: barcodeIdOf(code, skuId), code, skuId, unitQty: 1 }))
  if (!facts.bin && args.binId === stagingBin.id) puts.push(put('bins', stagingBin))
  return puts
}
