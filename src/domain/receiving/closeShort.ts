import type { PurchaseOrder, Receipt } from '../record/inbound.ts'
import type { SkuId } from '../record/place.ts'
import type { Act } from '../stock/act.ts'
import { type Decision, type Put, accept, put, reject } from '../stock/decision.ts'
import { lineOpenQty, orderProgress, orderStateOf } from './orderLines.ts'

/** What will not come: the rest of one SKU, or ('' as SKU) of the whole order. */
export interface CloseShortArgs {
  readonly purchaseOrderId: string
  readonly receiptId: string
  readonly skuId: SkuId | ''
}

export interface CloseShortFacts {
  readonly order: PurchaseOrder | undefined
  readonly receipt: Receipt | undefined
}

/** Closes lines without the pieces that are missing. The whole order also posts its receipt. Moves no
 *  stock: what never came was never here. */
export function closeShort(
  facts: CloseShortFacts,
  args: CloseShortArgs,
  act: Act,
): Decision<'orderUnknown' | 'nothingShort'> {
  const { order, receipt } = facts
  if (!order) return reject('orderUnknown', { no: args.purchaseOrderId })
  const isMeant = (skuId: SkuId) => args.skuId === '' || args.skuId === skuId
  let shortQty = 0
  const lines = order.lines.map((line) => {
    const openQty = isMeant(line.skuId) ? lineOpenQty(line) : 0
    shortQty += openQty
    return openQty === 0 ? line : { ...line, shortQty: (line.shortQty ?? 0) + openQty }
  })
  if (shortQty === 0) return reject('nothingShort', { no: order.id })
  const puts: Put[] = [put('purchaseOrders', { ...order, lines, state: orderStateOf(lines) })]
  if (args.skuId === '' && receipt?.state === 'scanning')
    puts.push(put('receipts', { ...receipt, state: 'posted', postedAtMs: act.atMs }))
  const result = { receiptId: args.receiptId, shortQty, ...orderProgress(lines) }
  return accept([], puts, result)
}
