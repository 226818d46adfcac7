import { describe, expect, it } from 'vitest'
import type { ShopZone } from './catalogue.ts'
import type { OrderDraft } from './drafts.ts'
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
const catalogue = createMemoryCatalogue({
  skus: [sku('A1', null, null, null), sku('T-M', 'T', '黑', 'M'), sku('T-L', 'T', '黑', 'L')],
  carriers: [{ name: '中通快递', carrierCode: 'ZTO' }],
})

function tableOf(name: string, text: string): TableFile {
  const rows = text.split('\n').map((line, i) => ({ row: i + 1, cells: line.split('|') }))
  return { name, sha256: name, encoding: 'UTF-8', delimiter: ',', rows }
}

function ordersOf(texts: readonly string[]) {
  const files = texts.map((text, i) => ({ table: tableOf(`${i}.csv`, text) }))
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
