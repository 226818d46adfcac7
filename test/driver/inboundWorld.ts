import type { PurchaseOrder } from '@/domain/record/inbound.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import type { Sku } from '@/domain/record/sku.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import {
  type TestWarehouse,
  createTestWarehouse,
  testBarcode,
  testBin,
  testSku,
} from './testWarehouse.ts'

/** An order of a test: `BK1` x 20 in cases of 10. */
export interface TestOrderLine {
  readonly sku: string
  readonly qty: number
  readonly casePackQty?: number
}

export function testOrder(
  id: string,
  lines: readonly TestOrderLine[],
  more: Partial<PurchaseOrder> = {},
): PurchaseOrder {
  return {
    id,
    supplierId: 'S1',
    supplierName: '盛和图书',
    expectedOn: '2026-11-03',
    state: 'open',
    lines: lines.map(({ sku, qty, casePackQty = 1 }, i) => ({
      line: i + 1,
      skuId: skuIdOf(sku),
      orderedQty: qty,
      priceFen: 1500,
      casePackQty,
      goodQty: 0,
      damagedQty: 0,
    })),
    skuIds: [...new Set(lines.map((line) => skuIdOf(line.sku)))],
    deliveryNoteNos: [],
    ...more,
  }
}

const testItems: readonly [string, string, Partial<Sku>][] = [
  ['BK1', '9787442974540', { abcClass: 'A' }],
  ['BK2', '9787472591762', {}],
  ['BK9', '9787787778886', {}],
  ['XP1', '6940055331138', { lotTracked: 1, shelfLifeDays: 720, category: '食品' }],
]

/** A small warehouse that waits for PO1 (20 x BK1 in tens, 3 x BK2, 10 x XP1) and PO2 (5 x BK2). */
export async function createInboundWorld(): Promise<TestWarehouse> {
  const world = await createTestWarehouse()
  await world.seed(
    'skus',
    testItems.map(([code, , more]) => testSku(code, more)),
  )
  await world.seed(
    'barcodes',
    testItems.map(([code, barcode]) => testBarcode(barcode, code)),
  )
  await world.seed('barcodes', [testBarcode('CASE-BK1', 'BK1', 10)])
  const bins = ['A-01-1-01', 'A-01-2-01', 'A-01-2-02', 'A-01-3-01', 'A-01-4-01']
  await world.seed('bins', [
    ...bins.map((code) => testBin(code)),
    testBin('X-01-1-01', { zone: 'defective' }),
  ])
  const first = [
    { sku: 'BK1', qty: 20, casePackQty: 10 },
    { sku: 'BK2', qty: 3 },
    { sku: 'XP1', qty: 10 },
  ]
  await world.seed('purchaseOrders', [
    testOrder('PO1', first, { deliveryNoteNos: ['DN-77'] }),
    testOrder('PO2', [{ sku: 'BK2', qty: 5 }], { expectedOn: '2026-11-09' }),
  ])
  return world
}

/** The sum over all places of each SKU: the ledger's promise is 0 for every one. */
export async function sumsPerSku(world: TestWarehouse): Promise<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const balance of await world.db.balances.toArray())
    sums[balance.skuId] = (sums[balance.skuId] ?? 0) + balanceQty(balance)
  return sums
}
