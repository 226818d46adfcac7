import type { LedgerReader } from '@/app/ports/ledger.ts'
import { ORDER_PARCELS_MAX, ORDER_TOTES_MAX } from '@/app/commands/packing.ts'
import { loadAsideBin } from '@/app/loadAside.ts'
import { type Order, shippableLines } from '@/domain/record/order.ts'
import { type SkuId, type Tote, toteIdOf } from '@/domain/record/place.ts'
import { specText } from '@/domain/record/specText.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import { openOrder } from '@/workflow/packing/openOrder.ts'
import type { Opening } from '@/workflow/packing/packingState.ts'
import type { PlanRows, ToteStock } from '@/workflow/packing/packPlan.ts'

/** Reads everything about one order that the packing table shows. `waybillNo`: the label that was
 *  scanned, where it was one. */
export async function loadOpening(
  reader: LedgerReader,
  order: Order,
  waybillNo = '',
): Promise<Opening> {
  const [parcels, totes, stagingCode, skuTexts] = await Promise.all([
    reader.list('parcels', { index: 'orderId', equals: order.id, limit: ORDER_PARCELS_MAX }),
    reader.list('totes', { index: 'orderId', equals: order.id, limit: ORDER_TOTES_MAX }),
    loadAsideBin(reader),
    loadSkuTexts(reader, order),
  ])
  const stock = await loadToteStock(reader, totes, order)
  const toteCodes = totes.map((tote) => tote.code)
  return openOrder({ order, parcels, stock, toteCodes, stagingCode, skuTexts, waybillNo })
}

async function loadToteStock(
  reader: LedgerReader,
  totes: readonly Tote[],
  order: Order,
): Promise<ToteStock[]> {
  const lists = await Promise.all(
    totes.map((tote) => reader.balances({ placeId: toteIdOf(tote.code) })),
  )
  const ordered = new Set<string>(shippableLines(order).map((line) => line.skuId))
  return lists
    .flat()
    .filter((row) => row.state === 'available' && ordered.has(row.skuId) && balanceQty(row) > 0)
    .map((row) => ({
      placeId: row.placeId,
      skuId: row.skuId,
      lot: row.lot,
      qty: balanceQty(row),
    }))
}

async function loadSkuTexts(reader: LedgerReader, order: Order): Promise<PlanRows['skuTexts']> {
  const skuIds = [...new Set(shippableLines(order).map((line) => line.skuId))]
  const skus = await reader.getMany('skus', skuIds)
  const codes = await Promise.all(skuIds.map((skuId) => loadCode(reader, skuId)))
  return Object.fromEntries(
    skuIds.flatMap((skuId, i) => {
      const sku = skus[i]
      return sku ? [[skuId, { name: sku.name, spec: specText(sku), code: codes[i] ?? skuId }]] : []
    }),
  )
}

/** The code on the skuTexts: the barcode of a single piece, else the SKU code. */
async function loadCode(reader: LedgerReader, skuId: SkuId): Promise<string> {
  const barcodes = await reader.list('barcodes', { index: 'skuId', equals: skuId, limit: 10 })
  return barcodes.find((barcode) => barcode.unitQty === 1)?.code ?? skuId
}
