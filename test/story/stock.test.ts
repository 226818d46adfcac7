import { beforeEach, describe, expect, it } from 'vitest'
import { stockWorkflow } from '@/workflow/stock/stockWorkflow.ts'
import { stockJob } from '@/ui/screens/stock/stockJob.ts'
import { COMMAND_VERBS } from '@/domain/barcode/commandCode.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import { readPlaceStock, readSkuStock, searchSkus } from '@/store/queries/stock/readStock.ts'
import {
  type TestWarehouse,
  createTestWarehouse,
  playStory,
  storyText,
  testBarcode,
  testBin,
  testSku,
  testTote,
  unworkedHops,
} from '../driver/testWarehouse.ts'

let warehouse: TestWarehouse

beforeEach(async () => {
  warehouse = await createTestWarehouse()
  await warehouse.seed('skus', [testSku('BK1'), testSku('BK2'), testSku('BK3')])
  await warehouse.seed('barcodes', [
    testBarcode('6901234567892', 'BK1'),
    testBarcode('9787302150411', 'BK2'),
    testBarcode('9787302150411', 'BK3'),
  ])
  await warehouse.seed('bins', [testBin('A-01-1-01'), testBin('A-01-1-02')])
  await warehouse.seed('totes', [testTote('T-0001')])
  await warehouse.stock('A-01-1-01', 'BK1', 5)
  await warehouse.stock('A-01-1-02', 'BK1', 2, 'L7')
})

describe('looking at stock', () => {
  it('shows goods, bins and totes one after the other, each scan answered', async () => {
    const story = `
      6901234567892 | skuShown   | STK-001
      A-01-1-01     | placeShown | STK-002
      T-0001        | placeShown | STK-002
      BK2           | skuShown   | STK-001
      NOSUCH        | skuShown   | SCAN-001
      :SHORT        | skuShown   | SCAN-004
      #5            | skuShown   | STK-003
      UNDO          | placeShown | UNDO-001
      UNDO          | placeShown | UNDO-001
      UNDO          | skuShown   | UNDO-001
      UNDO          | scanAny    | UNDO-001
      UNDO          | scanAny    | UNDO-002
      A-01-1-02     | placeShown | STK-002`
    const told = await playStory(warehouse.runner(stockJob), story)
    expect(told).toBe(storyText(story))
  })

  it('prints a label of what is shown, and all command codes when PRINT is given twice', async () => {
    const story = `
      :PRINT        | confirmCodes | STK-004
      BK1           | skuShown     | STK-001
      UNDO          | confirmCodes | UNDO-001
      A-01-1-01     | placeShown   | STK-002
      :PRINT        | placeShown   | STK-005
      T-0001        | placeShown   | STK-002
      :PRINT        | placeShown   | STK-005
      6901234567892 | skuShown     | STK-001
      :PRINT        | skuShown     | STK-005
      :PRINT        | skuShown     | STK-005`
    const told = await playStory(warehouse.runner(stockJob), story)
    expect(told).toBe(storyText(story))
    const intents = await warehouse.db.documents('printIntents').toArray()
    expect(intents.map(({ kind, no }) => `${kind} ${no}`).sort()).toEqual([
      'bin A-01-1-01',
      'goods BK1',
      'goods BK1',
      'tote T-0001',
    ])
    expect(new Set(intents.map((intent) => intent.id)).size).toBe(4)
  })

  it('prints every command code once, in one act', async () => {
    const story = `
      :PRINT | confirmCodes | STK-004
      :PRINT | scanAny      | STK-005`
    expect(await playStory(warehouse.runner(stockJob), story)).toBe(storyText(story))
    const intents = await warehouse.db.documents('printIntents').toArray()
    expect(intents.map((intent) => intent.no).sort()).toEqual(Object.keys(COMMAND_VERBS).sort())
  })

  it('has worked every hop of its table', () => {
    expect(unworkedHops(stockWorkflow)).toEqual([])
  })

  it('asks which one is meant when two SKUs share a code', async () => {
    const runner = warehouse.runner(stockJob)
    const story = `
      9787302150411 | scanAny  | SCAN-005
      #3            | scanAny  | SCAN-006
      #2            | skuShown | STK-001`
    expect(await playStory(runner, story)).toBe(storyText(story))
    expect(runner.view().state).toEqual({ kind: 'skuShown', skuId: 'BK3' })
  })

  it('shows the same after a restart', async () => {
    await playStory(warehouse.runner(stockJob), 'A-01-1-01')
    const again = warehouse.runner(stockJob)
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
