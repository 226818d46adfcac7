import { minimalWorkbook } from '../../test/driver/minimalWorkbook.ts'
import { tableBytes, tableText, textBytes, type DemoRow } from './demoCsv.ts'
import { skuRow, type DemoSku } from './demoWarehouse.ts'

/** A damaged file and what must be told of it. */
export interface DirtyFile {
  readonly file: string
  readonly bytes: Uint8Array
  readonly encoding: string | null
  readonly headingRow: number | null
  readonly rows: number
  readonly findings: readonly object[]
}

const SKU_HEADINGS = '商家编码,名称,条码,重量g,长mm,售价分,规格'.split(',')
const PDD_HEADINGS =
  '订单号,订单状态,商品,商家编码-规格维度,商品数量(件),支付时间,快递单号,快递公司,省,市,区'.split(
    ',',
  )

/** A dozen damaged files, each with one kind of harm. */
export function makeDirtyFiles(skus: readonly DemoSku[]): DirtyFile[] {
  const [first, second, third, fourth] = skus.map(skuRow)
  if (!first || !second || !third || !fourth) throw new Error('four goods are wanted')
  const rows = [first, second, third, fourth] as const
  return [
    ...wholeFiles(rows),
    ...encodingFiles(rows),
    numbersFile(rows),
    codesFile(rows),
    repeatsFile(rows),
    pddFile(skus),
    workbookFile(skus),
  ]
}

type FourRows = readonly [DemoRow, DemoRow, DemoRow, DemoRow]

function skuText(rows: readonly DemoRow[]): string {
  return tableText({ headings: SKU_HEADINGS, rows })
}

function wholeFiles(rows: FourRows): DirtyFile[] {
  const whole = { row: null, column: null }
  const html = '<!DOCTYPE html><html><body><table><tr><td>订单号</td></tr></table></body></html>'
  const noPrice = tableText({
    headings: ['商家编码', '规格', '售价分', '重量g', '条码'],
    rows: [rows[0]],
  })
  return [
    dirty('empty.csv', new Uint8Array(), { encoding: null, headingRow: null, rows: 0 }, [
      { ...whole, code: 'emptyFile', level: 'refuseFile' },
    ]),
    dirty('web-page.xls', textBytes(html, 'utf8'), { encoding: null, headingRow: null, rows: 0 }, [
      { ...whole, code: 'notATable', level: 'refuseFile' },
    ]),
    dirty('headings-only.csv', textBytes(skuText([]), 'utf8'), { rows: 0 }, [
      { ...whole, code: 'noRows', level: 'skip' },
    ]),
    dirty('missing-column.csv', textBytes(noPrice, 'utf8'), { headingRow: null, rows: 0 }, [
      { ...whole, code: 'missingColumn', level: 'refuseFile', columns: ['名称'] },
    ]),
  ]
}

function encodingFiles(rows: FourRows): DirtyFile[] {
  const gb = textBytes(skuText(rows), 'gb18030')
  const lines = skuText(rows).split('\r\n')
  const mixed = lines.map((line, i) => textBytes(`${line}\r\n`, i === 2 ? 'utf8' : 'gb18030'))
  const semicolon = tableBytes({
    headings: SKU_HEADINGS,
    rows,
    delimiter: ';',
    encoding: 'utf16le',
  })
  return [
    dirty('utf16-semicolon.txt', semicolon, { encoding: 'UTF-16LE', rows: 4 }, []),
    dirty(
      'mixed-encoding.csv',
      Buffer.concat(mixed.slice(0, 4)),
      { encoding: 'GB18030', rows: 3 },
      [{ row: 3, column: null, code: 'undecodable', level: 'refuseRow' }],
    ),
    // The last row ends inside the name: the second byte of a character is missing.
    dirty('cut-off.csv', gb.subarray(0, lastWideByte(gb)), { encoding: 'GB18030', rows: 4 }, [
      { row: null, column: null, code: 'cutOff', level: 'ask' },
      { row: 5, column: null, code: 'cutOff', level: 'refuseRow' },
    ]),
  ]
}

/** Where the last two-byte character of GB18030 text is torn: after its first byte. */
function lastWideByte(bytes: Uint8Array): number {
  let at = bytes.length - 1
  while (at > 0 && (bytes[at] ?? 0) < 0x80) at -= 1
  return at
}

function numbersFile(rows: FourRows): DirtyFile {
  const changed = [
    { ...rows[0], 重量g: '0.5kg', 售价分: '２９８０' },
    { ...rows[1], 长mm: '21cm', 售价分: '￥32.50' },
    { ...rows[2], 重量g: '1,200', 售价分: '12.80' },
    { ...rows[3], 重量g: '很重', 售价分: '-5' },
  ]
  return dirty('numbers.csv', textBytes(skuText(changed), 'utf8'), { rows: 4 }, [
    { row: 2, column: '重量g', code: 'unitInNumber', level: 'ask', raw: '0.5kg', offer: 500 },
    { row: 2, column: '售价分', code: 'fullWidth', level: 'ask', raw: '２９８０', offer: 2980 },
    { row: 3, column: '长mm', code: 'unitInNumber', level: 'ask', raw: '21cm', offer: 210 },
    { row: 3, column: '售价分', code: 'currency', level: 'ask', raw: '￥32.50', offer: 3250 },
    { row: 4, column: '重量g', code: 'thousands', level: 'ask', raw: '1,200', offer: 1200 },
    { row: 4, column: '售价分', code: 'notInteger', level: 'ask', raw: '12.80', offer: 1280 },
    { row: 5, column: '重量g', code: 'notANumber', level: 'refuseRow', raw: '很重' },
    { row: 5, column: '售价分', code: 'negative', level: 'refuseRow', raw: '-5' },
  ])
}

function codesFile(rows: FourRows): DirtyFile {
  const changed = [
    { ...rows[0], 商家编码: '9.78E+12' },
    { ...rows[1], 条码: '7-302-15041-9', 名称: '<b>好书</b>' },
    { ...rows[2], 商家编码: '\u00a0DB00003', 条码: '690123456789' },
    { ...rows[3], 条码: 'ZQOKK', 名称: '' },
  ]
  return dirty(
    'codes.csv',
    textBytes(skuText(changed), 'utf8bom'),
    { encoding: 'UTF-8 with BOM', rows: 4 },
    [
      { row: 2, column: '商家编码', code: 'sciNumber', level: 'refuseRow', raw: '9.78E+12' },
      { row: 3, column: '名称', code: 'markup', level: 'keep', raw: '<b>好书</b>' },
      {
        row: 3,
        column: '条码',
        code: 'isbn10',
        level: 'ask',
        raw: '7-302-15041-9',
        offer: '9787302150411',
      },
      {
        row: 4,
        column: '商家编码',
        code: 'blanks',
        level: 'ask',
        raw: '\u00a0DB00003',
        offer: 'DB00003',
      },
      { row: 4, column: '条码', code: 'badCheckDigit', level: 'ask', raw: '690123456789' },
      { row: 5, column: '名称', code: 'emptyRequired', level: 'refuseRow', raw: '' },
      { row: 5, column: '条码', code: 'reservedPrefix', level: 'refuseRow', raw: 'ZQOKK' },
    ],
  )
}

function repeatsFile(rows: FourRows): DirtyFile {
  const lower = String(rows[1].商家编码).toLowerCase()
  const changed = [
    rows[0],
    rows[0],
    rows[1],
    { ...rows[1], 商家编码: lower },
    rows[2],
    { ...rows[2], 售价分: 1 },
    { ...rows[3], 条码: rows[0].条码 ?? '' },
    { 商家编码: '合计' },
  ]
  return dirty('repeats.csv', textBytes(skuText(changed), 'utf8'), { rows: 7 }, [
    { row: 3, column: null, code: 'duplicateRow', level: 'skip', firstRow: 2 },
    { row: 5, column: '商家编码', code: 'nearDuplicate', level: 'ask', raw: lower, firstRow: 4 },
    { row: 7, column: '售价分', code: 'duplicateKey', level: 'ask', raw: '1', firstRow: 6 },
    { row: 8, column: '条码', code: 'sharedBarcode', level: 'keep', firstRow: 2 },
    { row: 9, column: null, code: 'totalRow', level: 'skip' },
  ])
}

function pddFile(skus: readonly DemoSku[]): DirtyFile {
  const base = (no: string, more: DemoRow): DemoRow => ({
    订单号: `261119-${no}`,
    订单状态: '待发货',
    商品: '文创',
    '商家编码-规格维度': skus[0]?.code ?? '',
    '商品数量(件)': 1,
    支付时间: '2026-11-19 10:00:00',
    省: '浙江省',
    市: '绍兴市',
    区: '越城区',
    ...more,
  })
  const sent = { 订单状态: '已发货，待签收', 快递单号: '73000000000017', 快递公司: '中通快递' }
  const rows = [
    base('1', sent),
    base('2', { ...sent, 区: '柯桥区' }),
    base('3', { 订单状态: '飞走了' }),
    base('4', { '商家编码-规格维度': 'NO-1' }),
    base('5', { 市: '苏州市' }),
    base('6', { '商品数量(件)': 0 }),
    base('7', { 支付时间: '2026-11-31 10:00:00' }),
  ]
  const text = `纸船书店 十一月\r\n\r\n${tableText({ headings: PDD_HEADINGS, rows })}`
  return dirty('pdd-orders.csv', textBytes(text, 'utf8'), { headingRow: 3, rows: 7 }, [
    {
      row: 5,
      column: '快递单号',
      code: 'duplicateWaybill',
      level: 'refuseRow',
      raw: '73000000000017',
      firstRow: 4,
    },
    { row: 6, column: '订单状态', code: 'unknownState', level: 'ask', raw: '飞走了' },
    { row: 7, column: '商家编码-规格维度', code: 'unknownSku', level: 'ask', raw: 'NO-1' },
    { row: 8, column: '省', code: 'addressMismatch', level: 'ask', raw: '浙江省' },
    { row: 9, column: '商品数量(件)', code: 'zero', level: 'refuseRow', raw: '0' },
    {
      row: 10,
      column: '支付时间',
      code: 'badDate',
      level: 'refuseRow',
      raw: '2026-11-31 10:00:00',
    },
  ])
}

function workbookFile(skus: readonly DemoSku[]): DirtyFile {
  const code = skus[0]?.code ?? ''
  const headings = ['主订单编号', '商家编码', '商品数量', '订单状态', '订单提交时间', '买家留言']
  const row = (orderNo: string, moment: string | { number: number; style?: 'day' }) =>
    [orderNo, code, { number: 1 }, '待发货', moment, '-'] as const
  const bytes = minimalWorkbook([
    { name: '参数', hidden: true, rows: [['不导入']] },
    {
      name: '十一月',
      merge: 'A1:C1',
      rows: [
        ['纸船书店'],
        headings,
        [{ number: 6.91793e18 }, ...row('', '2026-11-19 10:00:00').slice(1)],
        row('6917931234567890125', { number: 46345.5 }),
        [...row('6917931234567890127', { number: 46345.5, style: 'day' }).slice(0, 5), '=2+2'],
        [
          '6917931234567890129',
          code,
          { formula: '1+1', result: 2 },
          '待发货',
          '2026-11-19 10:00:00',
          '-',
        ],
      ],
    },
  ])
  return dirty('douyin.xlsx', bytes, { encoding: 'XLSX', headingRow: 2, rows: 4 }, [
    { row: 3, column: '主订单编号', code: 'idPrecisionLost', level: 'refuseRow' },
    {
      row: 4,
      column: '订单提交时间',
      code: 'dateSerial',
      level: 'ask',
      offer: '2026-11-19 12:00:00',
    },
    { row: 5, column: '买家留言', code: 'formula', level: 'keep', raw: '=2+2' },
    { row: 6, column: '商品数量', code: 'formulaCell', level: 'ask', offer: 2 },
  ])
}

function dirty(
  file: string,
  bytes: Uint8Array,
  shape: { encoding?: string | null; headingRow?: number | null; rows: number },
  findings: readonly object[],
): DirtyFile {
  const { encoding = 'UTF-8', headingRow = 1, rows } = shape
  return { file, bytes, encoding, headingRow, rows, findings }
}
