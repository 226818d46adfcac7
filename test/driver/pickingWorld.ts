import { expect } from 'vitest'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import { lotIdOf } from '@/domain/record/sku.ts'
import {
  type TestWarehouse,
  createTestWarehouse,
  playStory,
  storyText,
  testBarcode,
  testBin,
  testSku,
  testTote,
} from './testWarehouse.ts'

/** A small warehouse to pick in: five BK1 in A-01, one BK2 in B-02, four BK3 in B-01; a bin to put
 *  aside in; totes T-0001 to T-0014. BK1 is also sold by the case of two. */
export async function createPickingWorld(): Promise<TestWarehouse> {
  const warehouse = await createTestWarehouse()
  await warehouse.seed(
    'skus',
    ['BK1', 'BK2', 'BK3'].map((code) => testSku(code)),
  )
  await warehouse.seed('barcodes', [
    testBarcode('6901234567892', 'BK1'),
    testBarcode('16901234567899', 'BK1', 2),
    testBarcode('9787302150411', 'BK2'),
  ])
  await warehouse.seed('bins', [
    ...['A-01-1-01', 'A-02-1-01', 'B-01-1-01', 'B-02-1-01'].map((code) => testBin(code)),
    testBin('S-01-1-01', { zone: 'sort', role: 'staging' }),
    testBin('P-01-1-01', { zone: 'pack', role: 'staging' }),
  ])
  await warehouse.seed(
    'totes',
    Array.from({ length: 14 }, (_, i) => testTote(`T-00${String(i + 1).padStart(2, '0')}`)),
  )
  await warehouse.stock('A-01-1-01', 'BK1', 5)
  await warehouse.stock('B-02-1-01', 'BK2', 1)
  await warehouse.stock('B-01-1-01', 'BK3', 4)
  return warehouse
}

/** BK9, kept by lots: lot L1 expires first, then L2; one piece of each lot of a bin, as `lots` says
 *  (`{ 'A-02-1-01': ['L1', 'L2'] }`). L0 has expired. */
export async function stockLots(
  warehouse: TestWarehouse,
  lots: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const skuId = skuIdOf('BK9')
  const expiry = { L0: '2026-11-01', L1: '2026-12-01', L2: '2027-01-01' }
  await warehouse.seed('skus', [testSku('BK9', { lotTracked: 1 })])
  await warehouse.seed('barcodes', [testBarcode('6940055331138', 'BK9')])
  await warehouse.seed(
    'lots',
    Object.entries(expiry).map(([lot, expiresOn]) => {
      return { id: lotIdOf(skuId, lot), skuId, lot, producedOn: '', expiresOn }
    }),
  )
  for (const [bin, held] of Object.entries(lots))
    for (const lot of held) await warehouse.stock(bin, 'BK9', 1, lot)
}

/** The story of a bin with two lots, where the code of the item names none. */
export const LOT_STORY = `
  T-0014        | scanItem      | PICK-011
  6940055331138 | scanLot       | PICK-048
  :SHORT        | scanItem      | PICK-033
  BK9           | scanLot       | PICK-048
  L1            | scanTote      | PICK-050
  T-0014        | scanToteFirst | PICK-010`

/** Plays a part of a story to a fresh page, which resumes where the last one was. */
export async function playPicking(warehouse: TestWarehouse, story: string): Promise<void> {
  const runner = warehouse.runner(pickingJob)
  await runner.resume()
  expect(await playStory(runner, story)).toBe(storyText(story))
}

/** State and holds of an order of the shop `taobao`. */
export async function orderState(warehouse: TestWarehouse, orderNo: string) {
  const order = await warehouse.ledger.reader.get('orders', `taobao:${orderNo}`)
  return order && { state: order.state, holds: order.holds }
}

/** Pieces over all places of the world: always 0. */
export async function stockSum(warehouse: TestWarehouse): Promise<number> {
  const rows = await warehouse.db.balances.toArray()
  return rows.reduce((sum, row) => sum + row.qtyConfirmed + row.qtyPending, 0)
}
