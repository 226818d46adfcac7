import { beforeEach, describe, expect, it } from 'vitest'
import { stockWorkflow } from '@/workflow/stock/stockWorkflow.ts'
import { createStockJob } from '@/ui/screens/stock/stockJob.ts'
import type { LabelPrinter } from '@/ui/print/labelRequest.ts'
import { sheetGrids } from '@/document/sheet/sheetGrid.ts'
import { badgeCodeOf } from '@/domain/barcode/commandCode.ts'
import type { Manifest } from '@/domain/record/outbound.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import { testOrder } from '../driver/inboundWorld.ts'
import { SCOPE_BINS_MAX } from '@/store/queries/stock/readCountSheet.ts'
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
let printers: readonly LabelPrinter[]

/** Takes every label. */
const label: LabelPrinter = { printerId: 'label', dotsPerMm: 8 }
const office: LabelPrinter = { printerId: 'office', dotsPerMm: 11.811, sheet: sheetGrids['3x8'] }
const roll: LabelPrinter = { printerId: 'roll', dotsPerMm: 8, kinds: ['packReceipt'] }

const runner = () =>
  warehouse.runner(createStockJob({ data: warehouse.db, printers: () => printers }))

async function asked(): Promise<string[]> {
  const intents = await warehouse.db.documents('printIntents').toArray()
  return intents.map(({ kind, no }) => `${kind} ${no}`).sort()
}

beforeEach(async () => {
  warehouse = await createTestWarehouse()
  printers = [label]
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
      #5            | skuShown   | DOC-092
      *5            | skuShown   | STK-003
      UNDO          | placeShown | UNDO-001
      UNDO          | placeShown | UNDO-001
      UNDO          | skuShown   | UNDO-001
      UNDO          | scanAny    | UNDO-090
      UNDO          | scanAny    | UNDO-002
      A-01-1-02     | placeShown | STK-002`
    const told = await playStory(runner(), story)
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
    const told = await playStory(runner(), story)
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
    const told = await playStory(runner(), story)
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
      UNDO            | scanAny      | UNDO-090
      :PRINT          | confirmCodes | STK-004
      STO-20261102-1  | labelShown   | STK-007`
    const told = await playStory(runner(), story)
    expect(told).toBe(storyText(story))
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
      #2              | orderShown   | CAM-006
      BK1             | skuShown     | STK-001
      :PHOTO          | skuShown     | CAM-003
      #1              | skuShown     | CAM-005
      #2              | skuShown     | DOC-094
      PO1             | orderShown   | CAM-004
      A-01-1-01       | placeShown   | STK-002
      :PHOTO          | placeShown   | SCAN-004
      PO1             | orderShown   | CAM-004
      SF1000000000001 | labelShown   | STK-007
      :PHOTO          | labelShown   | CAM-001
      #1              | labelShown   | CAM-005
      PO1             | orderShown   | CAM-004
      SF1000000000001 | labelShown   | STK-007`
    expect(await playStory(runner(), story)).toBe(storyText(story))
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
    expect(await playStory(runner(), story)).toBe(storyText(story))
  })

  it('prints count sheets of a bin, its corridor and its zone by their numbers', async () => {
    const story = `
      #1        | scanAny    | STK-003
      A-01-1-01 | placeShown | STK-002
      #1        | placeShown | STK-005
      #2        | placeShown | STK-005
      #3        | placeShown | STK-005
      #6        | placeShown | DOC-092`
    expect(await playStory(runner(), story)).toBe(storyText(story))
    expect(await asked()).toEqual([
      'countSheet bin:A-01-1-01',
      'countSheet corridor:A',
      'countSheet zone:storage',
    ])
  })

  it('prints no sheet of more bins than one person walks to', async () => {
    const more = Array.from({ length: SCOPE_BINS_MAX }, (_, i) => testBin(`B-01-1-${i + 1}`))
    await warehouse.seed('bins', more)
    const story = `
      :PRINT   | confirmCodes | STK-004
      :PRINT   | scanAny      | STK-005
      B-01-1-1 | placeShown | STK-002
      #2       | placeShown | STK-005
      #3       | placeShown | DOC-093`
    expect(await playStory(runner(), story)).toBe(storyText(story))
  })

  it('asks where a sheet of labels goes on, and needs an office printer for it', async () => {
    const first = `
      A-01-1-01 | placeShown | STK-002
      #4        | placeShown | DOC-094`
    expect(await playStory(runner(), first)).toBe(storyText(first))
    printers = [label, office]
    const story = `
      A-01-1-01 | placeShown | STK-002
      #4        | firstCell  | DOC-090
      #25       | firstCell  | DOC-091
      #24       | placeShown | STK-005
      #5        | firstCell  | DOC-090
      T-0001    | placeShown | STK-002
      #1        | firstCell  | DOC-090
      #23       | placeShown | STK-005
      BK1       | skuShown   | STK-001
      #1        | firstCell  | DOC-090
      BK2       | skuShown   | STK-001
      #1        | firstCell  | DOC-090
      :PRINT    | skuShown   | STK-005`
    expect(await playStory(runner(), story)).toBe(storyText(story))
    expect(await asked()).toEqual([
      'labelSheet A-01-1-01 ×1',
      'labelSheet A-01-1-02 ×1',
      'labelSheet BK2 ×24',
      'labelSheet T-0001 … T-0002',
    ])
  })

  it('where there is only an office printer, PRINT asks for a place on its sheet', async () => {
    printers = [office]
    await warehouse.seed('manifests', [testManifest])
    await warehouse.seed('purchaseOrders', [testOrder('PO1', [{ sku: 'BK1', qty: 3 }])])
    const story = `
      A-01-1-01      | placeShown | STK-002
      :PRINT         | firstCell  | DOC-090
      #7             | placeShown | STK-005
      :PRINT         | firstCell  | DOC-090
      STO-20261102-1 | labelShown | STK-007
      A-01-1-01      | placeShown | STK-002
      :PRINT         | firstCell  | DOC-090
      PO1            | orderShown | CAM-004`
    expect(await playStory(runner(), story)).toBe(storyText(story))
    const [intent] = await warehouse.db.documents('printIntents').toArray()
    expect(intent?.sheet).toEqual({ kind: 'bin', nos: ['A-01-1-01'], firstCell: 7 })
  })

  it('prints a packing receipt where a printer is kept for them', async () => {
    const parcelId = 'parcel:o1#1' as never
    await warehouse.seed('waybills', [
      { id: 'SF1000000000001', carrierId: 'sf', state: 'printed', parcelId },
    ])
    const story = `
      SF1000000000001 | labelShown | STK-007
      #1              | labelShown | DOC-095`
    expect(await playStory(runner(), story)).toBe(storyText(story))
    printers = [label, roll]
    const again = `
      SF1000000000001 | labelShown | STK-007
      #1              | labelShown | STK-005`
    expect(await playStory(runner(), again)).toBe(storyText(again))
    expect(await asked()).toEqual(['packReceipt parcel:o1#1'])
  })

  it('has worked every hop of its table', () => {
    expect(unworkedHops(stockWorkflow)).toEqual([])
  })
})
