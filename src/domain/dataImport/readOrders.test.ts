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

const TAOBAO =
  '订单编号|订单状态|收货人姓名|收货地址 |联系手机|修改后的收货地址|修改后的sku|异常信息|订单关闭原因|买家实际支付金额|订单付款时间 |备注标签'
const LINES = '订单编号|商家编码|购买数量|价格|商品属性|订单状态'
const PAID = '买家已付款，等待卖家发货'
const HOME = '浙江省 绍兴市 越城区 听松路1号(000000)'

function taobao(orderNo: string, cells: readonly string[] = []): string {
  const usual = [
    PAID,
    '沈知微',
    HOME,
    "'13712345678",
    '',
    '',
    '',
    '订单未关闭',
    '59.80',
    '2026-11-20 10:00:00',
    '',
  ]
  return [orderNo, ...usual.map((cell, i) => cells[i] ?? cell)].join('|')
}

describe('Taobao, two tables', () => {
  it('lines are joined to their order', () => {
    const { orders, told } = ordersOf([
      `${TAOBAO}\n${taobao('\t1')}`,
      `${LINES}\n\t1|A1|2|29.90||${PAID}\n\t2|A1|1|1||${PAID}`,
    ])
    expect(told).toEqual(['3 订单编号 skip orderNotInFile'])
    expect(orders).toMatchObject([
      {
        orderNo: '1',
        state: 'toShip',
        paidFen: 5980,
        paidAtMs: Date.UTC(2026, 10, 20, 2),
        problems: [],
        lines: [{ skuCode: 'A1', qty: 2, priceFen: 2990, refund: 'none' }],
      },
    ])
  })

  it('the order table alone is read; its open orders have no lines and wait', () => {
    const { orders, told } = ordersOf([`${TAOBAO}\n${taobao('1')}`])
    expect(told).toEqual([])
    expect(orders).toMatchObject([{ lines: [], problems: ['linesMissing'] }])
  })

  it('the line table alone is refused', () => {
    expect(ordersOf([`${LINES}\n1|A1|1|1||`]).told).toEqual(['* * refuseFile ordersTableMissing'])
  })

  it('a closed line of an order that goes on is refunded, a closed order by its reason', () => {
    const closed = taobao('2', ['交易关闭', '', '', '', '', '', '', '退款'])
    const { orders } = ordersOf([
      `${TAOBAO}\n${taobao('1')}\n${closed}`,
      `${LINES}\n1|A1|1|1||交易关闭\n1|T-M|1|1||${PAID}\n2|A1|1|1||交易关闭`,
    ])
    expect(orders.map((order) => order.lines.map((line) => [line.state, line.refund]))).toEqual([
      [
        ['closed', 'done'],
        ['toShip', 'none'],
      ],
      [['closed', 'done']],
    ])
  })

  it('a changed colour or size finds the other SKU and remembers the old one', () => {
    const changed = taobao('1', [PAID, '沈', HOME, "'13712345678", '', '颜色分类：黑;尺码：L'])
    const { orders } = ordersOf([`${TAOBAO}\n${changed}`, `${LINES}\n1|T-M|1|1|颜色：黑;尺码：M|`])
    expect(orders[0]?.lines).toMatchObject([
      { skuCode: 'T-L', changedFrom: 'T-M', spec: '颜色分类：黑;尺码：L' },
    ])
  })

  it('a changed colour that no SKU has is asked about', () => {
    const changed = taobao('1', [PAID, '沈', HOME, "'13712345678", '', '颜色分类：红;尺码：L'])
    const { orders, told } = ordersOf([`${TAOBAO}\n${changed}`, `${LINES}\n1|T-M|1|1||`])
    expect(told).toEqual(['2 修改后的sku ask unknownSku'])
    expect(orders).toMatchObject([{ problems: ['unknownSku'], lines: [{ skuCode: 'T-M' }] }])
  })

  it('a changed address replaces the first; the word null does not', () => {
    const moved = taobao('1', [PAID, '沈', HOME, "'13712345678", '江苏省 苏州市 姑苏区 人民路9号'])
    const same = taobao('2', [PAID, '沈', HOME, "'13712345678", 'null'])
    const { orders } = ordersOf([`${TAOBAO}\n${moved}\n${same}`])
    expect(orders.map((one) => [one.addressChanged, one.receiver.city])).toEqual([
      [true, '苏州市'],
      [false, '绍兴市'],
    ])
  })

  it('a refund asked before shipping holds the order', () => {
    const asked = taobao('1', [PAID, '沈', HOME, "'13712345678", '', '', '退款中'])
    expect(ordersOf([`${TAOBAO}\n${asked}`]).orders).toMatchObject([{ holds: ['refund'] }])
  })

  it.each([
    ['', HOME, '13712345678', '收货人姓名 ask emptyRequired'],
    ['张?', HOME, '13712345678', '收货人姓名 ask nameDamaged'],
    ['沈', HOME, '', '联系手机 ask phoneMissing'],
    ['沈', '浙江省 杭州市 余杭区 良渚街道****', '13712345678', '收货地址  ask addressMasked'],
    [
      '沈',
      '浙江省 杭州市 余杭区 良渚街道(000000)',
      '13712345678',
      '收货地址  ask addressIncomplete',
    ],
    ['沈', '浙江省 杭州市', '13712345678', '收货地址  ask addressIncomplete'],
    ['沈', '江苏省 杭州市 余杭区 文一路1号', '13712345678', '收货地址  ask addressMismatch'],
    ['沈', '浙江省 杭州市 其它区 文一路1号', '13712345678', '收货地址  ask districtUnknown'],
  ])('receiver %s, %s, %s: %s', (name, address, mobile, expected) => {
    const { told, orders } = ordersOf([`${TAOBAO}\n${taobao('1', [PAID, name, address, mobile])}`])
    expect(told).toEqual([`2 ${expected}`])
    expect(orders[0]?.problems).toContain(expected.split(' ').at(-1))
    const done = taobao('1', ['交易成功', name, address, mobile])
    expect(ordersOf([`${TAOBAO}\n${done}`]).told, 'a finished order asks nothing').toEqual([])
  })
})

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
