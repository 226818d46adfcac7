import { describe, expect, it } from 'vitest'
import { EMPTY_CATALOGUE, type Catalogue, type ShopZone } from './catalogue.ts'
import { detectProfile, mapByHand, PROFILES } from './detectProfile.ts'
import type { Decision } from './finding.ts'
import { createMemoryCatalogue } from './memoryCatalogue.ts'
import { readImport } from './readImport.ts'
import type { TableFile } from './tableFile.ts'

const zone: ShopZone = { toMs: ({ year, month, day }) => Date.UTC(year, month - 1, day) }

/** A text table: lines of cells between `|`. */
function tableOf(text: string, extra: Partial<TableFile> = {}): TableFile {
  const rows = text.split('\n').map((line, i) => ({
    row: i + 1,
    cells: line === '' ? [''] : line.split('|').map((cell) => cell.trim()),
  }))
  return { name: 'a.csv', sha256: 'x', encoding: 'UTF-8', delimiter: ',', rows, ...extra }
}

function importOf(
  text: string,
  options: { catalogue?: Catalogue; decisions?: Decision[]; extra?: Partial<TableFile> } = {},
) {
  const { catalogue = EMPTY_CATALOGUE, decisions = [], extra = {} } = options
  const [reading] = readImport([{ table: tableOf(text, extra), decisions }], { catalogue, zone })
  if (!reading) throw new Error('one file has one reading')
  const told = reading.findings.map(
    (one) => `${one.row ?? '*'} ${one.column ?? '*'} ${one.level} ${one.code}`,
  )
  return { ...reading, told, drafts: reading.content?.drafts ?? [] }
}

const SKUS = '商家编码|名称|条码|售价分'
const known = createMemoryCatalogue({
  skus: [{ skuCode: 'A1', styleNo: null, colour: null, size: null }],
  suppliers: [{ name: '甲' }],
  bins: [{ binCode: 'A-01' }],
  carriers: [{ name: '中通快递', carrierCode: 'ZTO' }],
})

describe('which table it is', () => {
  it('is found by headings in any order, width and wrapping, below titles', () => {
    const match = detectProfile(tableOf('纸船书店|\n|\n 名称 |ＳＫＵ编码|\ufeff条码|别的'))
    expect(match?.profile.id).toBe('skus')
    expect(match?.headingIndex).toBe(2)
    expect(match?.columnOf).toMatchObject({ name: 0, skuCode: 1, barcode: 2 })
  })

  it('a wide table that happens to have the needed columns is not taken for ours', () => {
    expect(importOf('快递公司|运单号|a|b|c|d|e|f|g\n中通|1|||||||').told).toEqual([
      '* * refuseFile unknownTable',
    ])
  })

  it('missing columns are told by their usual headings', () => {
    const reading = importOf('主订单编号|订单状态|选购商品|收件人|运费\n1|待发货|x|y|0')
    expect(reading.findings).toMatchObject([
      { code: 'missingColumn', level: 'refuseFile', columns: ['商家编码', '商品数量'] },
    ])
    expect(reading.content).toBeNull()
  })

  it('columns chosen by hand are used, the others found by their headings', () => {
    const table = tableOf('我的编号|叫什么|条码\nA1|书|')
    const profile = PROFILES.find((one) => one.id === 'skus')
    if (!profile) throw new Error('there is a profile of goods')
    expect(detectProfile(table)).toBeNull()
    const match = mapByHand(table, profile, { skuCode: '我的编号', name: '叫什么' })
    if (!match) throw new Error('the headings are there')
    const [reading] = readImport([{ table, match }], { catalogue: known, zone })
    expect(reading?.content?.drafts).toMatchObject([{ skuCode: 'A1', name: '书' }])
    expect(mapByHand(table, profile, { skuCode: '没有这列' })).toBeNull()
  })
})

describe('rows', () => {
  it('blank, total and repeated heading rows are no data', () => {
    const reading = importOf(`${SKUS}\nA1|书||1\n|||\n${SKUS}\n合计：|||1`)
    expect(reading.told).toEqual(['4 * skip repeatedHeading', '5 * skip totalRow'])
    expect(reading.counts).toMatchObject({ rows: 1, in: 1, skipped: 2 })
  })

  it('a row with too few cells or with cells too many is refused, empty ones at the end are not', () => {
    const reading = importOf(`${SKUS}\nA1|书\nA2|书||1|x|y\nA3|书||1|`)
    expect(reading.told).toEqual(['2 * refuseRow shortRow', '3 * refuseRow longRow'])
    expect(reading.drafts).toHaveLength(1)
  })

  it('a workbook may leave out empty cells at the end', () => {
    const { delimiter: _none, ...workbook } = tableOf(`${SKUS}\nA1|书`)
    const [reading] = readImport([{ table: workbook }], { catalogue: known, zone })
    expect(reading?.findings).toEqual([])
  })

  it('damaged rows are refused, a file that breaks off asks', () => {
    const table = tableOf(`${SKUS}\nA1|书||1`)
    const rows = [
      ...table.rows,
      { row: 3, cells: [], undecodable: true as const },
      { row: 4, cells: ['A9'], cutOff: true as const },
    ]
    const [reading] = readImport([{ table: { ...table, rows, cutOff: true } }], {
      catalogue: known,
      zone,
    })
    expect(reading?.findings.map((one) => [one.row, one.code, one.level])).toEqual([
      [null, 'cutOff', 'ask'],
      [3, 'undecodable', 'refuseRow'],
      [4, 'cutOff', 'refuseRow'],
    ])
  })

  it('a refused row tells every reason, and nothing that is only asked', () => {
    expect(importOf(`${SKUS}\n9.7E+12||69O1|-5`).told).toEqual([
      '2 商家编码 refuseRow sciNumber',
      '2 名称 refuseRow emptyRequired',
      '2 售价分 refuseRow negative',
    ])
  })

  it('a file of headings only says so', () => {
    expect(importOf(SKUS).told).toEqual(['* * skip noRows'])
  })

  it('a refusal of the station is handed on', () => {
    const refusal = { code: 'zipBomb', params: {} } as const
    expect(importOf('', { extra: { refusal } }).told).toEqual(['* * refuseFile zipBomb'])
  })
})

describe('goods', () => {
  it('a code again with another price is asked about; a person takes it or leaves it', () => {
    const text = `${SKUS}\nA1|书||100\nA1|书||200`
    const place = { row: 3, column: '售价分', code: 'duplicateKey' } as const
    expect(importOf(text).told).toEqual(['3 售价分 ask duplicateKey'])
    expect(importOf(text).drafts).toMatchObject([{ priceFen: 100 }])
    const kept = importOf(text, { decisions: [{ ...place, choice: 'keep' }] })
    expect(kept.drafts).toMatchObject([{ priceFen: 200 }])
    expect(kept.findings).toMatchObject([{ choice: 'keep' }])
    const left = importOf(text, { decisions: [{ ...place, choice: 'leaveOut' }] })
    expect(left.drafts).toMatchObject([{ priceFen: 100 }])
    expect(left.counts).toMatchObject({ in: 1, leftOut: 1, held: 0 })
  })

  it('an open question holds its row; the offer, once taken, is the value', () => {
    const text = `${SKUS}\nA1|书|978-7-302-15041-1|19.80`
    expect(importOf(text).drafts).toEqual([])
    expect(importOf(text).counts).toMatchObject({ held: 1 })
    const decisions: Decision[] = [
      { row: 2, column: '条码', code: 'hyphens', choice: 'offer' },
      { row: 2, column: '售价分', code: 'notInteger', choice: 'offer' },
    ]
    expect(importOf(text, { decisions }).drafts).toMatchObject([
      { barcode: '9787302150411', priceFen: 1980 },
    ])
  })

  it('codes that differ in case only are asked about, a shared barcode is a notice', () => {
    const text = `${SKUS}\nA1|书||1\na1|书||2\nB2|笔|6901234567892|1\nB3|笔|6901234567892|1`
    expect(importOf(text).told).toEqual([
      '3 商家编码 ask nearDuplicate',
      '5 条码 keep sharedBarcode',
    ])
  })
})

describe('handling marks of goods', () => {
  it('are told by a column each', () => {
    const { drafts } = importOf(`${SKUS}|易碎|向上|防潮\nA1|甲|||是|否|是\nA2|乙|||||`)
    expect(drafts).toMatchObject([{ marks: ['fragile', 'keepDry'] }, { marks: [] }])
  })
})

describe('purchase orders', () => {
  const HEAD = '采购单号|供应商|预计到货|商家编码|采购数量|单价分|箱规'

  it('an order with an open question waits whole; refused rows are left out of it', () => {
    const text = `${HEAD}\nP1|甲|2026-11-10|A1|24|5|12\nP1|甲|2026-11-10|NO|12|5|12\nP2|甲|2026-11-10|A1|25|5|12\nP2|甲|2026-11-10|A1|-1|5|12`
    const reading = importOf(text, { catalogue: known })
    expect(reading.told).toEqual([
      '3 商家编码 ask unknownSku',
      '4 采购数量 keep notWholeCase',
      '5 采购数量 refuseRow negative',
    ])
    expect(reading.drafts).toMatchObject([
      { purchaseOrderNo: 'P2', expectedOn: '2026-11-10', lines: [{ qty: 25 }] },
    ])
  })

  it('freight and what was paid are told once for the order, or on every row, or not at all', () => {
    const head = `${HEAD}|进货运费分|已付分`
    const text = `${head}\nP1|甲||A1|24|5|12|1200|\nP1|甲||A2|24|5|12||800\nP2|甲||A1|24|5|12||`
    const catalogue = createMemoryCatalogue({
      skus: ['A1', 'A2'].map((skuCode) => ({ skuCode, styleNo: null, colour: null, size: null })),
      suppliers: [{ name: '甲' }],
    })
    expect(importOf(text, { catalogue }).drafts).toMatchObject([
      { purchaseOrderNo: 'P1', freightFen: 1200, paidFen: 800 },
      { purchaseOrderNo: 'P2', freightFen: null, paidFen: null },
    ])
  })

  it('an unknown supplier is asked about once and holds its orders until kept', () => {
    const text = `${HEAD}\nP1|乙|2026-11-10|A1|24|5|12\nP2|乙|2026-11-10|A1|24|5|12`
    expect(importOf(text, { catalogue: known }).told).toEqual(['* * ask unknownSupplier'])
    expect(importOf(text, { catalogue: known }).drafts).toEqual([])
    const decisions: Decision[] = [
      { row: null, column: null, code: 'unknownSupplier', choice: 'keep' },
    ]
    expect(importOf(text, { catalogue: known, decisions }).drafts).toHaveLength(2)
  })
})

describe('the other tables', () => {
  it('opening stock asks about bins and SKUs that are not known', () => {
    const text = '库位|商家编码|数量|库存状态\nA-01|A1|5|残次\nZ-99|A1|5|可用\nA-01|NO|5|可用'
    const reading = importOf(text, { catalogue: known })
    expect(reading.told).toEqual(['3 库位 ask unknownBin', '4 商家编码 ask unknownSku'])
    expect(reading.drafts).toMatchObject([{ stockState: 'defective', qty: 5, lotNo: null }])
  })

  it('bins know their zone kind and their limit in grams', () => {
    const reading = importOf('库区|库位|层|限重kg\n存储区|A-01|2|120\n阁楼|A-02|1|1')
    expect(reading.drafts).toMatchObject([
      { zoneKind: 'storage', binCode: 'A-01', level: 2, weightLimitG: 120_000 },
    ])
    expect(reading.told).toEqual(['3 库区 ask unknownWord'])
  })

  it('carriers name provinces in full, the pool names the carrier by our code', () => {
    const carriers = importOf('快递公司|代码|不到省份|默认\n中通快递|ZTO|西藏;新疆|是')
    expect(carriers.drafts).toMatchObject([
      { carrierCode: 'ZTO', notServed: ['西藏自治区', '新疆维吾尔自治区'], isUsual: true },
    ])
    const pool = importOf('快递公司|运单号\n中通快递|7312\n中通快递|7.3E+12\n马车|1', {
      catalogue: known,
    })
    expect(pool.drafts).toMatchObject([{ carrierCode: 'ZTO', waybillNo: '7312' }])
    expect(pool.told).toEqual(['3 运单号 refuseRow sciNumber', '4 快递公司 ask unknownCarrier'])
  })

  it('suppliers and supplies keep their numbers', () => {
    const suppliers = importOf('供应商编码|名称|AQL|到货周期天\nG1|甲|0.65|3')
    expect(suppliers.drafts).toMatchObject([{ supplierCode: 'G1', aql: 0.65, leadDays: 3 }])
    const supplies = importOf('耗材编码|名称|自重g|最大装重g\nH1|袋|8|1500')
    expect(supplies.drafts).toMatchObject([{ supplyCode: 'H1', weightG: 8, loadLimitG: 1500 }])
  })
})

describe('platform waybills', () => {
  const HEAD = '打印平台|订单编号|快递公司|快递单号|面单密文|面单签名|模板地址|打印参数'
  const URL = 'https://cloudprint.example.com/template/401/1'

  it('come with the cipher letter for letter', () => {
    const row = `菜鸟|7001|中通快递|ZT01|=AES:+x/==|-sig|${URL}|`
    const reading = importOf(`${HEAD}\n${row}`, { catalogue: known })
    expect(reading.match?.profile.id).toBe('platformWaybills')
    expect(reading.told).toEqual([])
    expect(reading.drafts).toEqual([
      {
        row: 2,
        shop: 'taobao',
        orderNo: '7001',
        carrierName: '中通快递',
        carrierCode: 'ZTO',
        waybillNo: 'ZT01',
        printData: {
          platform: 'cainiao',
          encryptedData: '=AES:+x/==',
          signature: '-sig',
          templateUrl: URL,
        },
      },
    ])
  })

  it('refuse what no component could print', () => {
    const rows = [
      `抖音|7001|中通快递|ZT01||s|${URL}|a=1`,
      '抖音|7002|中通快递|ZT02|x|s|file:///etc/passwd|a=1',
      `微信|7003|中通快递|ZT03|x|s|${URL}|`,
      `抖音|7004|中通快递|ZT04|${'x'.repeat(20_001)}|s|${URL}|`,
      `抖音|7005|中通快递|ZT05|${'x'.repeat(20_000)}|s|${URL}|a=1`,
    ]
    const reading = importOf(`${HEAD}\n${rows.join('\n')}`, { catalogue: known })
    expect(reading.told).toEqual([
      '2 面单密文 refuseRow emptyRequired',
      '3 模板地址 refuseRow emptyRequired',
      '4 打印平台 ask unknownWord',
      '5 面单密文 refuseRow tooLong',
    ])
    expect(reading.drafts).toMatchObject([
      { orderNo: '7005', shop: 'douyin', printData: { platform: 'douyin', params: 'a=1' } },
    ])
  })
})
