import { describe, expect, it } from 'vitest'
import { runSteps } from '@/kernel/steps.ts'
import type { ShopZone } from './catalogue.ts'
import { createMemoryCatalogue } from './memoryCatalogue.ts'
import { readImport } from './readImport.ts'
import { readTogether } from './readTogether.ts'
import type { TableFile } from './tableFile.ts'

const zone: ShopZone = { toMs: () => 0 }
const HEADINGS = '商家编码|名称|条码|售价分'

function skuTable(...lines: readonly string[]): TableFile {
  const rows = [HEADINGS, ...lines].map((line, i) => ({ row: i + 1, cells: line.split('|') }))
  return { name: 'goods.csv', sha256: 'x', encoding: 'UTF-8', delimiter: ',', rows }
}

const shop = {
  skus: ['BK 01', 'B2'].map((skuCode) => ({ skuCode, styleNo: null, colour: null, size: null })),
  barcodes: [{ code: '6901234567892', skuId: 'B2' }],
}

function readBeside(...lines: readonly string[]) {
  const catalogue = createMemoryCatalogue(shop)
  const [reading] = readImport([{ table: skuTable(...lines) }], { catalogue, zone })
  const told = reading?.findings.map(({ row, column, level, code, params }) =>
    [row, column, level, code, params?.like].join(' '),
  )
  return { told, drafts: reading?.content?.drafts }
}

describe('goods beside those of the shop', () => {
  it('a code that the shop writes otherwise is asked about', () => {
    const { told, drafts } = readBeside('bk01|书||1', 'B2|笔||2', 'C3|墨||3')
    expect(told).toEqual(['2 商家编码 ask nearKnown BK 01'])
    expect(drafts).toMatchObject([{ skuCode: 'B2' }, { skuCode: 'C3' }])
  })

  it('a barcode that another SKU of the shop has is a notice, its own is none', () => {
    expect(readBeside('B3|笔|6901234567892|1').told).toEqual(['2 条码 keep barcodeKnown B2'])
    expect(readBeside('B2|笔|6901234567892|1').told).toEqual([])
  })

  it('goods of the same import are not compared with themselves', () => {
    const table = skuTable('A1|书|6901234567892|1', 'a1|书||2')
    const place = { row: 3, column: '商家编码', code: 'nearDuplicate' } as const
    const decisions = [{ ...place, choice: 'keep' } as const]
    const fresh = { skus: [], barcodes: [], suppliers: [], bins: [], carriers: [], waybills: [] }
    const [reading] = runSteps(readTogether([{ table, decisions }], fresh, zone))
    expect(reading?.findings.map(({ code }) => code)).toEqual(['nearDuplicate'])
    expect(reading?.counts).toMatchObject({ in: 2 })
  })
})
