import type { DemoRow, DemoTable } from './demoCsv.ts'
import type { Dice } from './demoDice.ts'
import { makePerson, type DemoPerson } from './demoPeople.ts'
import type { DemoSku } from './demoWarehouse.ts'

/** What the demo shop's exports are made of. */
export interface DemoShop {
  readonly dice: Dice
  readonly skus: readonly DemoSku[]
}

interface DemoLine {
  readonly sku: DemoSku
  readonly qty: number
}

const TAOBAO_PLAIN = 48
const TAOBAO_OTHER: readonly (readonly [string, string])[] = [
  ['等待买家付款', '订单未关闭'],
  ['卖家已发货，等待买家确认', '订单未关闭'],
  ['交易成功', '订单未关闭'],
  ['交易关闭', '退款'],
  ['交易关闭', '买家未付款'],
]
const TO_SHIP = ['买家已付款，等待卖家发货', '买家已付款,等待卖家发货'] as const
const DOUYIN_ORDERS = 18
const PDD_ORDERS = 16
const NOTES = ['', '', '', '请用纸箱', '送朋友，别放价签', '工作日送']
const DAY = '2026-11-20'

const yuan = (fen: number) => (fen / 100).toFixed(2)

function moment(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${DAY} ${two(8 + Math.floor(minute / 60))}:${two(minute % 60)}:${two((minute * 7) % 60)}`
}

function makeLines(shop: DemoShop): DemoLine[] {
  const count = shop.dice.pick([1, 1, 1, 2, 2, 3])
  const chosen = new Set<DemoSku>()
  while (chosen.size < count) {
    const sku = shop.dice.pick(shop.skus)
    if (sku.barcode !== '') chosen.add(sku)
  }
  return [...chosen].map((sku) => ({ sku, qty: shop.dice.chance(20) ? 2 : 1 }))
}

const totalFen = (lines: readonly DemoLine[]) =>
  lines.reduce((sum, line) => sum + line.qty * line.sku.priceFen, 0)

/** The two Taobao tables: orders with plain receivers and their lines. */
export function taobaoTables(shop: DemoShop): { orders: DemoTable; lines: DemoTable } {
  const orders: DemoRow[] = []
  const lines: DemoRow[] = []
  for (let i = 0; i < TAOBAO_PLAIN + TAOBAO_OTHER.length; i += 1) {
    const other = TAOBAO_OTHER[i - TAOBAO_PLAIN]
    const state = other?.[0] ?? TO_SHIP[i % 2] ?? ''
    const orderNo = `\t${shop.dice.digits(19)}`
    const bought = makeLines(shop)
    const shipped = state.startsWith('卖家已发货') || state === '交易成功'
    orders.push(taobaoOrder(shop, { orderNo, state, minute: i * 4, bought, shipped, other }))
    for (const { sku, qty } of bought)
      lines.push({
        订单编号: orderNo,
        商家编码: sku.code,
        外部系统编号: i % 5 === 0 ? '' : sku.code,
        标题: `【书店】${sku.name}`,
        商品属性: sku.colour === '' ? '' : `颜色分类：${sku.colour};尺码：${sku.size}`,
        购买数量: qty,
        价格: yuan(sku.priceFen),
        订单状态: state,
      })
  }
  return {
    orders: { headings: TAOBAO_HEADINGS, rows: orders, encoding: 'gb18030', quoteAll: true },
    lines: {
      headings: '标题,价格,订单编号,商家编码,购买数量,商品属性,订单状态,外部系统编号'.split(','),
      rows: lines,
      encoding: 'gb18030',
      quoteAll: true,
    },
  }
}

const TAOBAO_HEADINGS = [
  '订单编号',
  '订单状态',
  '收货人姓名',
  '联系手机',
  '联系电话 ',
  '收货地址 ',
  '修改后的收货地址',
  '订单创建时间',
  '订单付款时间 ',
  '买家应付邮费',
  '买家实际支付金额',
  '买家留言',
  '订单备注',
  '备注标签',
  '订单关闭原因',
  '异常信息',
  '修改后的sku',
  '物流单号 ',
  '物流公司',
  '店铺名称',
]

function taobaoOrder(
  shop: DemoShop,
  order: {
    orderNo: string
    state: string
    minute: number
    bought: readonly DemoLine[]
    shipped: boolean
    other: readonly [string, string] | undefined
  },
): DemoRow {
  const { dice } = shop
  const person = makePerson(dice)
  const unpaid = order.state === '等待买家付款' || order.other?.[1] === '买家未付款'
  return {
    订单编号: order.orderNo,
    订单状态: order.state,
    收货人姓名: person.name,
    联系手机: `'${person.mobile}`,
    '收货地址 ': wholeAddress(person),
    修改后的收货地址: order.minute % 16 === 0 ? 'null' : '',
    订单创建时间: moment(order.minute),
    '订单付款时间 ': unpaid ? '' : moment(order.minute + 2),
    买家应付邮费: '0.00',
    买家实际支付金额: unpaid ? '0' : yuan(totalFen(order.bought)),
    买家留言: dice.pick(NOTES),
    订单备注: order.minute === 40 ? '老读者，多放一张书签' : '',
    备注标签: order.minute === 40 ? '红旗' : '',
    订单关闭原因: order.other?.[1] ?? '订单未关闭',
    异常信息: order.minute === 80 ? '退款中' : '',
    '物流单号 ': order.shipped ? `7${dice.digits(13)}` : '',
    物流公司: order.shipped ? '中通快递' : '',
    店铺名称: '纸船书店',
  }
}

function wholeAddress(person: DemoPerson): string {
  const { province, city, district, town, street } = person
  const first = province === city ? province.replace(/市$/, '') : province
  return `${first} ${city} ${district} ${town}${street}(000000)`
}

/** The Douyin table: most receivers are cipher, some masked, a few plain. */
export function douyinTable(shop: DemoShop): DemoTable {
  const { dice } = shop
  const rows = Array.from({ length: DOUYIN_ORDERS }, (_, i) => {
    const orderNo = dice.digits(19)
    const bought = makeLines(shop)
    const receiver = hiddenReceiver(dice, makePerson(dice), i)
    const state = i < 14 ? '待发货' : '已完成'
    return bought.map(({ sku, qty }, at): DemoRow => {
      const gift = i === 3 && at === 0
      return {
        主订单编号: `\t${orderNo}`,
        子订单编号: `\t${bought.length === 1 ? orderNo : `${orderNo.slice(0, -2)}${11 + at}`}`,
        选购商品: `\t${gift ? '【赠品】' : ''}${sku.name}`,
        商品规格: `\t${sku.spec}`,
        商家编码: `\t${sku.code}`,
        商品数量: qty,
        商品单价: gift ? '0.00' : yuan(sku.priceFen),
        订单应付金额: yuan(totalFen(bought)),
        运费: '0.00',
        ...receiver,
        订单状态: state,
        售后状态: i === 5 ? '待商家处理' : '-',
        订单提交时间: moment(i * 9),
        支付完成时间: moment(i * 9 + 1),
        承诺发货时间: moment(i * 9 + 1).replace(DAY, '2026-11-22'),
        买家留言: dice.pick(NOTES) || '-',
        商家备注: '-',
        旗帜颜色: i === 2 ? '橙' : '-',
        快递信息: state === '已完成' ? `7${dice.digits(13)}-中通快递` : '-',
      }
    })
  }).flat()
  const headings =
    '商家编码,商品数量,主订单编号,子订单编号,选购商品,商品规格,商品单价,订单应付金额,运费,收件人,收件人手机号,省,市,区,街道,详细地址,订单状态,售后状态,订单提交时间,支付完成时间,承诺发货时间,买家留言,商家备注,旗帜颜色,快递信息'
  return { headings: headings.split(','), rows, encoding: 'utf8bom' }
}

function hiddenReceiver(dice: Dice, person: DemoPerson, i: number): DemoRow {
  const { province, city, district, town } = person
  const place = { 省: province, 市: city, 区: district, 街道: town }
  if (i % 6 === 1)
    return { ...place, 收件人: person.name, 收件人手机号: person.mobile, 详细地址: person.street }
  if (i % 6 === 2)
    return { ...place, 收件人: '顾**', 收件人手机号: '137******62', 详细地址: '听松******' }
  const secret = () => `${dice.digits(24)}==*1`
  return {
    ...place,
    收件人: `##${secret()}##`,
    收件人手机号: `$$${secret()}$$`,
    详细地址: `##${secret()}##`,
  }
}

/** The Pinduoduo table: no names, phones or houses. */
export function pddTable(shop: DemoShop): DemoTable {
  const { dice } = shop
  const rows = Array.from({ length: PDD_ORDERS }, (_, i): DemoRow => {
    const [line] = makeLines(shop)
    const person = makePerson(dice)
    if (!line) throw new Error('an order has a line')
    const { sku, qty } = line
    const done = i >= 12
    return {
      商品: sku.name,
      订单号: `261120-${dice.digits(15)}`,
      订单状态: done ? '已签收' : '待发货',
      '商品总价(元)': yuan(qty * sku.priceFen),
      '邮费(元)': '0.00',
      '用户实付金额(元)': yuan(qty * sku.priceFen),
      '商品数量(件)': qty,
      是否审核中: i === 4 ? '是' : '否',
      支付时间: i === 6 ? '' : moment(i * 11),
      承诺发货时间: i === 6 ? '' : moment(i * 11).replace(DAY, '2026-11-22'),
      商品规格: sku.spec,
      '商家编码-规格维度': sku.code,
      售后状态: i === 7 ? '售后处理中' : '无售后或售后取消',
      快递单号: done ? `7${dice.digits(13)}` : '',
      快递公司: done ? '中通快递' : '',
      省: person.province,
      市: person.city,
      区: person.district,
      '街道/镇': person.town,
      赠品名称: i === 2 ? '赠品 藏书票' : '',
      赠品规格: i === 2 ? '随机' : '',
      赠品数量: i === 2 ? 1 : '',
      买家留言: dice.pick(NOTES),
    }
  })
  const headings =
    '订单号,订单状态,商品,商家编码-规格维度,商品规格,商品数量(件),支付时间,承诺发货时间,是否审核中,售后状态,省,市,区,街道/镇,快递公司,快递单号,商品总价(元),邮费(元),用户实付金额(元),赠品名称,赠品规格,赠品数量,买家留言'
  return { headings: headings.split(','), rows }
}
