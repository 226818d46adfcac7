import { beforeEach, describe, expect, it } from 'vitest'
import { stockWorkflow } from '@/workflow/stock/stockWorkflow.ts'
import { stockJob } from '@/ui/screens/stock/stockJob.ts'
import { COMMAND_VERBS, badgeCodeOf } from '@/domain/barcode/commandCode.ts'
import type { Manifest } from '@/domain/record/outbound.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import { readPlaceStock, readSkuStock, searchSkus } from '@/store/queries/stock/readStock.ts'
import { testOrder } from '../driver/inboundWorld.ts'
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

const testManifest: Manifest = {
  id: 'STO-20261102-1',
  carrierId: 'sto',
  state: 'closed',
  round: 1,
  parcelIds: [],
  courier: '',
  openedAtMs: 1,
  closedAtMs: 1,
}

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

  it('prints the label of a lot, a carton, a badge and a manifest', async () => {
    const badge = badgeCodeOf('0'.repeat(26))
    await warehouse.seed('lots', [
      { id: 'BK1|L7', skuId: skuIdOf('BK1'), lot: 'L7', producedOn: '', expiresOn: '2028-10-31' },
    ])
    await warehouse.seed('waybills', [
      {
        id: 'SF1000000000001',
        carrierId: 'sf',
        state: 'printed',
        parcelId: 'parcel:o1#1' as never,
      },
      { id: 'SF1000000000002', carrierId: 'sf', state: 'pooled', parcelId: null },
    ])
    await warehouse.seed('operators', [{ id: 'op7', name: '林岚', badge, roles: ['packer'] }])
    await warehouse.seed('manifests', [testManifest])
    const story = `
      ]C1010690123456789210L7 | skuShown | STK-001
      :PRINT          | skuShown   | STK-005
      SF1000000000001 | labelShown | STK-007
      :PRINT          | labelShown | STK-005
      SF1000000000002 | labelShown | STK-003
      A-01-1-01       | placeShown | STK-002
      ${badge}        | labelShown | STK-007
      :PRINT          | labelShown | STK-005
      BK1             | skuShown   | STK-001
      STO-20261102-1  | labelShown | STK-007
      :PRINT          | labelShown | STK-005
      BK1             | skuShown   | STK-001
      UNDO            | labelShown | UNDO-001`
    const told = await playStory(warehouse.runner(stockJob), story)
    expect(told).toBe(storyText(story))
    const intents = await warehouse.db.documents('printIntents').toArray()
    expect(intents.map(({ kind, no }) => `${kind} ${no}`).sort()).toEqual([
      'badge op7',
      'carton parcel:o1#1',
      'lot BK1|L7',
      'manifest STO-20261102-1',
    ])
  })

  it('looks at a manifest first, and after all command codes were nearly printed', async () => {
    await warehouse.seed('manifests', [testManifest])
    const story = `
      STO-20261102-1  | labelShown   | STK-007
      UNDO            | scanAny      | UNDO-001
      :PRINT          | confirmCodes | STK-004
      STO-20261102-1  | labelShown   | STK-007`
    const told = await playStory(warehouse.runner(stockJob), story)
    expect(told).toBe(storyText(story))
  })

  it('prints every command code once, in one act', async () => {
    const story = `
      :PRINT | confirmCodes | STK-004
      :PRINT | scanAny      | STK-005`
    expect(await playStory(warehouse.runner(stockJob), story)).toBe(storyText(story))
    const intents = await warehouse.db.documents('printIntents').toArray()
    expect(intents.map((intent) => intent.no).sort()).toEqual(Object.keys(COMMAND_VERBS).sort())
  })

  it('shows the photos of a delivery, the goods and the parcel, and takes more of them', async () => {
    await warehouse.seed('purchaseOrders', [testOrder('PO1', [{ sku: 'BK1', qty: 3 }])])
    await warehouse.seed('waybills', [
      { id: 'SF1000000000001', carrierId: 'sf', state: 'bound', parcelId: 'parcel:o1#1' as never },
    ])
    const story = `
      :PHOTO          | scanAny      | SCAN-004
      PO1             | orderShown   | CAM-004
      :PRINT          | orderShown   | SCAN-004
      #1              | orderShown   | STK-003
      :PHOTO          | orderShown   | CAM-001
      #1              | orderShown   | CAM-005
      BK1             | skuShown     | STK-001
      :PHOTO          | skuShown     | CAM-003
      #1              | skuShown     | CAM-005
      #2              | skuShown     | CAM-006
      PO1             | orderShown   | CAM-004
      A-01-1-01       | placeShown   | STK-002
      :PHOTO          | placeShown   | SCAN-004
      PO1             | orderShown   | CAM-004
      SF1000000000001 | labelShown   | STK-007
      :PHOTO          | labelShown   | CAM-001
      #1              | labelShown   | CAM-005
      PO1             | orderShown   | CAM-004
      SF1000000000001 | labelShown   | STK-007`
    expect(await playStory(warehouse.runner(stockJob), story)).toBe(storyText(story))
    const rows = await warehouse.db.documents('evidence').toArray()
    expect(rows.map(({ docKind, docId, skuId }) => `${docKind} ${docId} ${skuId}`).sort()).toEqual([
      'parcel parcel:o1#1 ',
      'purchaseOrder PO1 ',
      'sku BK1 BK1',
    ])
  })

  it('looks at a delivery after all command codes were nearly printed', async () => {
    await warehouse.seed('purchaseOrders', [testOrder('PO1', [{ sku: 'BK1', qty: 3 }])])
    const story = `
      :PRINT | confirmCodes | STK-004
      PO1    | orderShown   | CAM-004`
    expect(await playStory(warehouse.runner(stockJob), story)).toBe(storyText(story))
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
