import { describe, expect, it } from 'vitest'
import type { ShopZone } from './catalogue.ts'
import type { OrderDraft } from './drafts.ts'
import type { Decision } from './finding.ts'
import { createMemoryCatalogue } from './memoryCatalogue.ts'
import { readImport } from './readImport.ts'
import type { TableFile } from './tableFile.ts'

/** China time without a package: eight hours before UTC. */
const zone: ShopZone = {
  toMs: ({ year, month, day, hour, minute, second }) =>
    Date.UTC(year, month - 1, day, hour - 8, minute, second),
}
const sku = (
  skuCode: string,
  styleNo: string | null,
  colour: string | null,
  size: string | null,
) => ({
  skuCode,
  styleNo,
  colour,
  size,
})
const waybills = [
  ['W9', { orderNo: '99', region: '江苏省\n苏州市\n姑苏区\n', detail: '' }],
] as const
const catalogue = createMemoryCatalogue({
  skus: [sku('A1', null, null, null), sku('T-M', 'T', '黑', 'M'), sku('T-L', 'T', '黑', 'L')],
  carriers: [{ name: '中通快递', carrierCode: 'ZTO' }],
  waybills,
})

function tableOf(name: string, text: string): TableFile {
  const rows = text.split('\n').map((line, i) => ({ row: i + 1, cells: line.split('|') }))
  return { name, sha256: name, encoding: 'UTF-8', delimiter: ',', rows }
}

function ordersOf(texts: readonly string[], decisions: Decision[] = []) {
  const files = texts.map((text, i) => ({ table: tableOf(`${i}.csv`, text), decisions }))
  const readings = readImport(files, { catalogue, zone })
  const told = readings.flatMap((one) =>
    one.findings.map((two) => `${two.row ?? '*'} ${two.column ?? '*'} ${two.level} ${two.code}`),
  )
  const orders: OrderDraft[] = readings.flatMap((one) =>
    one.content?.kind === 'orders' ? [...one.content.drafts] : [],
  )
  return { told, orders, readings }
}

const DOUYIN =
  '主订单编号|子订单编号|选购商品|商家编码|商品数量|商品单价|订单状态|售后状态|收件人|收件人手机号|省|市|区|街道|详细地址|快递信息|旗帜颜色'

function douyin(cells: Readonly<Record<string, string>>): string {
  const usual: Record<string, string> = {
    选购商品: '书',
    商家编码: 'A1',
    商品数量: '1',
    商品单价: '10.00',
    订单状态: '待发货',
    售后状态: '-',
    收件人: '##a==*1##',
    收件人手机号: '$$b==*1$$',
    省: '浙江省',
    市: '绍兴市',
    区: '越城区',
    街道: '府山街道',
    详细地址: '##c##',
    快递信息: '-',
    旗帜颜色: '橙',
  }
  return DOUYIN.split('|')
    .map((heading) => cells[heading] ?? usual[heading] ?? '')
    .join('|')
}

describe('Douyin, one row per sub-order', () => {
  it('rows of one order become its lines; cipher is kept as nothing', () => {
    const { orders, told } = ordersOf([
      `${DOUYIN}\n${douyin({ 主订单编号: '1', 子订单编号: '11' })}\n${douyin({ 主订单编号: '1', 子订单编号: '12', 商品单价: '0.00', 选购商品: '【赠品】书签', 商家编码: 'X' })}`,
    ])
    expect(told).toEqual([])
    expect(orders).toMatchObject([
      {
        flag: 'orange',
        paidFen: null,
        receiver: {
          name: { kind: 'cipher' },
          mobile: { kind: 'cipher' },
          detail: { kind: 'cipher' },
          town: '府山街道',
        },
        lines: [{ ref: '11' }, { ref: '12', gift: true }],
      },
    ])
    expect(JSON.stringify(orders)).not.toContain('==')
  })

  it('an order is closed when all its rows are; a row sent and a row not is part shipped', () => {
    const row = (no: string, ref: string, state: string) =>
      douyin({ 主订单编号: no, 子订单编号: ref, 订单状态: state })
    const rows = [
      row('1', '11', '已关闭'),
      row('1', '12', '已关闭'),
      row('2', '21', '已关闭'),
      row('2', '22', '已完成'),
      row('3', '31', '待发货'),
      row('3', '32', '已发货'),
    ]
    const { orders } = ordersOf([`${DOUYIN}\n${rows.join('\n')}`])
    expect(orders.map((order) => order.state)).toEqual(['closed', 'received', 'partShipped'])
  })

  it('joined sub-orders are split only when there is one piece of each', () => {
    const joined = { 子订单编号: '11;12', 商家编码: 'A1;T-M' }
    const rows = [
      douyin({ ...joined, 主订单编号: '1', 商品数量: '2' }),
      douyin({ ...joined, 主订单编号: '2', 商品数量: '5', 子订单编号: '21;22' }),
      douyin({ 主订单编号: '3', 子订单编号: '31;32', 商家编码: 'A1', 商品数量: '2' }),
    ]
    const { orders, told } = ordersOf([`${DOUYIN}\n${rows.join('\n')}`])
    expect(told).toEqual(['3 商品数量 ask quantitySplit', '4 商家编码 ask listLength'])
    expect(orders.map((one) => one.lines.map((line) => [line.skuCode, line.qty]))).toEqual([
      [
        ['A1', 1],
        ['T-M', 1],
      ],
      [
        ['A1', null],
        ['T-M', null],
      ],
      [
        [null, null],
        [null, null],
      ],
    ])
    expect(orders.map((one) => one.problems)).toEqual([[], ['quantitySplit'], ['listLength']])
  })

  it('waybill and carrier stand in one cell', () => {
    const sent = { 主订单编号: '1', 子订单编号: '11', 订单状态: '已发货' }
    const { orders } = ordersOf([`${DOUYIN}\n${douyin({ ...sent, 快递信息: 'JD-1-1-中通快递' })}`])
    expect(orders).toMatchObject([{ waybillNo: 'JD-1-1', carrierCode: 'ZTO' }])
  })

  it('a refused row leaves its order waiting, for it lacks a line', () => {
    const rows = [
      douyin({ 主订单编号: '1', 子订单编号: '11' }),
      douyin({ 主订单编号: '1', 子订单编号: '12', 商品数量: '0' }),
    ]
    const { orders, told } = ordersOf([`${DOUYIN}\n${rows.join('\n')}`])
    expect(told).toEqual(['3 商品数量 refuseRow zero'])
    expect(orders).toMatchObject([{ problems: ['lineRefused'], lines: [{ ref: '11' }] }])
  })

  it('an open question about one row holds the whole order', () => {
    const rows = [
      douyin({ 主订单编号: '1', 子订单编号: '11' }),
      douyin({ 主订单编号: '1', 子订单编号: '12', 商品数量: '２' }),
    ]
    expect(ordersOf([`${DOUYIN}\n${rows.join('\n')}`]).orders).toEqual([])
  })
})

const PDD =
  '订单号|订单状态|商品|商家编码-规格维度|商品数量(件)|支付时间|是否审核中|售后状态|快递单号|快递公司|省|市|区|用户实付金额(元)|赠品名称|赠品数量'

function pdd(cells: Readonly<Record<string, string>>): string {
  const usual: Record<string, string> = {
    订单号: '261120-1',
    订单状态: '待发货',
    '商家编码-规格维度': 'A1',
    '商品数量(件)': '1',
    是否审核中: '否',
    省: '浙江省',
    市: '绍兴市',
    区: '越城区',
    '用户实付金额(元)': '1.00',
  }
  return PDD.split('|')
    .map((heading) => cells[heading] ?? usual[heading] ?? '')
    .join('|')
}

describe('Pinduoduo, one row per order', () => {
  it('the day is in the order number; gifts have no code; review is a hold', () => {
    const { orders, told } = ordersOf([
      `${PDD}\n${pdd({ 是否审核中: '是', 赠品名称: '书签', 赠品数量: '2' })}`,
    ])
    expect(told).toEqual([])
    expect(orders).toMatchObject([
      {
        orderDay: '2026-11-20',
        paidAtMs: null,
        holds: ['risk'],
        receiver: { name: { kind: 'absent' }, detail: { kind: 'absent' } },
        lines: [{ skuCode: 'A1' }, { skuCode: null, gift: true, qty: 2, priceFen: 0 }],
      },
    ])
  })

  it('one waybill number for two addresses is refused; the same address may share it', () => {
    const sent = { 订单状态: '已发货，待签收', 快递单号: 'W1', 快递公司: '中通快递' }
    const rows = [
      pdd({ ...sent, 订单号: '261120-1' }),
      pdd({ ...sent, 订单号: '261120-2' }),
      pdd({ ...sent, 订单号: '261120-3', 区: '柯桥区' }),
      pdd({ ...sent, 订单号: '261120-4', 快递单号: 'W9' }),
    ]
    const { told, orders } = ordersOf([`${PDD}\n${rows.join('\n')}`])
    expect(told).toEqual([
      '4 快递单号 refuseRow duplicateWaybill',
      '5 快递单号 refuseRow duplicateWaybill',
    ])
    expect(orders).toHaveLength(2)
  })

  it('an order told twice with another state waits until a person has chosen', () => {
    const text = `${PDD}\n${pdd({})}\n${pdd({ 订单状态: '未发货，退款成功' })}`
    const open = ordersOf([text])
    expect(open.told).toEqual(['3 订单状态 ask duplicateKey'])
    expect(open.orders).toMatchObject([{ state: 'toShip', problems: ['duplicateKey'] }])
    const place = { row: 3, column: '订单状态', code: 'duplicateKey' } as const
    const later = ordersOf([text], [{ ...place, choice: 'keep' }])
    expect(later.orders).toMatchObject([{ state: 'closed', lines: [{ refund: 'done' }] }])
    const first = ordersOf([text], [{ ...place, choice: 'leaveOut' }])
    expect(first.orders).toMatchObject([{ state: 'toShip', problems: [] }])
  })

  it('a question kept as it is holds the order no more', () => {
    const text = `${PDD}\n${pdd({ '商家编码-规格维度': 'NO' })}`
    expect(ordersOf([text]).orders).toMatchObject([{ problems: ['unknownSku'] }])
    const decision: Decision = {
      row: 2,
      column: '商家编码-规格维度',
      code: 'unknownSku',
      choice: 'keep',
    }
    expect(ordersOf([text], [decision]).orders).toMatchObject([{ problems: [] }])
  })
})

describe('our own order table', () => {
  it('is read without a state column as orders to ship', () => {
    const { orders, told } = ordersOf([
      '订单号|商家编码|数量|收件人|手机|省|市|区|详细地址|单价分\n7|A1|2|沈|13712345678|浙江|绍兴市|越城区|听松路1号|990\n7|T-M|1|沈|13712345678|浙江|绍兴市|越城区|听松路1号|100',
    ])
    expect(told).toEqual([])
    expect(orders).toMatchObject([
      {
        platform: 'own',
        state: 'toShip',
        receiver: { province: '浙江省' },
        lines: [{ qty: 2, priceFen: 990 }, { skuCode: 'T-M' }],
      },
    ])
  })
})
