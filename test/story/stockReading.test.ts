import { beforeEach, describe, expect, it } from 'vitest'
import { COMMAND_VERBS } from '@/domain/barcode/commandCode.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import { createStockJob } from '@/ui/screens/stock/stockJob.ts'
import { readPlaceStock, readSkuStock, searchSkus } from '@/store/queries/stock/readStock.ts'
import {
  type TestWarehouse,
  createTestWarehouse,
  playStory,
  storyText,
  testBarcode,
  testBin,
  testSku,
} from '../driver/testWarehouse.ts'

let warehouse: TestWarehouse

beforeEach(async () => {
  warehouse = await createTestWarehouse()
  await warehouse.seed('skus', [testSku('BK1'), testSku('BK2'), testSku('BK3')])
  await warehouse.seed('barcodes', [
    testBarcode('9787302150411', 'BK2'),
    testBarcode('9787302150411', 'BK3'),
  ])
  await warehouse.seed('bins', [testBin('A-01-1-01'), testBin('A-01-1-02')])
  await warehouse.stock('A-01-1-01', 'BK1', 5)
  await warehouse.stock('A-01-1-02', 'BK1', 2, 'L7')
})

const runner = () => warehouse.runner(createStockJob({ data: warehouse.db, printers: () => [] }))

describe('what the stock screen reads', () => {
  it('prints every command code once, in one act', async () => {
    const story = `
      :PRINT | confirmCodes | STK-004
      :PRINT | scanAny      | STK-005`
    expect(await playStory(runner(), story)).toBe(storyText(story))
    const intents = await warehouse.db.documents('printIntents').toArray()
    expect(intents.map((intent) => intent.no).sort()).toEqual(Object.keys(COMMAND_VERBS).sort())
  })

  it('asks which one is meant when two SKUs share a code', async () => {
    const shown = runner()
    const story = `
      9787302150411 | scanAny  | SCAN-005
      #3            | scanAny  | SCAN-006
      #2            | skuShown | STK-001`
    expect(await playStory(shown, story)).toBe(storyText(story))
    expect(shown.view().state).toEqual({ kind: 'skuShown', skuId: 'BK3' })
  })

  it('shows the same after a restart', async () => {
    await playStory(runner(), 'A-01-1-01')
    const again = runner()
    await again.resume()
    expect(again.view()).toMatchObject({ state: { code: 'A-01-1-01' }, undoDepth: 1 })
  })

  it('tells where a SKU lies, by lot, without the places outside', async () => {
    const view = await readSkuStock(warehouse.db, skuIdOf('BK1'))
    expect(view.rows.map(({ place, lot, qty }) => [place, lot, qty])).toEqual([
      ['A-01-1-01', '', 5],
      ['A-01-1-02', 'L7', 2],
    ])
  })

  it('tells how much of a place is promised to orders', async () => {
    const [skuId, placeId] = [skuIdOf('BK1'), testBin('A-01-1-01').id]
    await warehouse.seed('allocations', [
      {
        id: 'a1',
        state: 'open',
        orderId: 'o1',
        orderLine: 1,
        skuId,
        placeId,
        lot: '',
        qty: 3,
        openSku: skuId,
        openPlace: placeId,
      },
    ])
    const view = await readPlaceStock(warehouse.db, placeId)
    expect(view.rows).toMatchObject([{ qty: 5, reservedQty: 3 }])
  })

  it('finds goods by the beginning of their code or name', async () => {
    expect((await searchSkus(warehouse.db, 'bk')).map((sku) => sku.id)).toEqual([
      'BK1',
      'BK2',
      'BK3',
    ])
    expect(await searchSkus(warehouse.db, '商品 BK2')).toHaveLength(1)
  })
})
