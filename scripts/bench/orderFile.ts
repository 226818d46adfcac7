import { skuCodeOf } from './page/fillRows.ts'

const LINES_PER_ORDER = 2
const HEADINGS =
  '商家编码,商品数量,主订单编号,子订单编号,选购商品,商品规格,商品单价,订单应付金额,运费,收件人,收件人手机号,省,市,区,街道,详细地址,订单状态,售后状态,订单提交时间,支付完成时间,承诺发货时间,买家留言,商家备注,旗帜颜色,快递信息'

/** An order table as a platform writes it, two lines an order, plain receivers: UTF-8 bytes. */
export function orderFile(lines: number, skus: number): Uint8Array {
  const rows = [HEADINGS]
  for (let no = 0; no < lines; no += 1) rows.push(orderLine(no, skus))
  return new TextEncoder().encode(`\uFEFF${rows.join('\r\n')}\r\n`)
}

function orderLine(no: number, skus: number): string {
  const order = Math.floor(no / LINES_PER_ORDER)
  const orderNo = `69${String(order).padStart(17, '0')}`
  const part = `${orderNo.slice(0, -2)}${String(11 + (no % LINES_PER_ORDER))}`
  const minute = order % 600
  const clock = `${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const phone = `137${String(order % 100_000_000).padStart(8, '0')}`
  const sku = skuCodeOf((no * 7_919) % skus)
  const sold = [
    sku,
    1,
    `\t${orderNo}`,
    `\t${part}${order}`,
    '晨光书简',
    '平装',
    '39.00',
    '78.00',
    '0.00',
  ]
  const receiver = [
    '顾听松',
    phone,
    '浙江省',
    '杭州市',
    '西湖区',
    '北山街道',
    `听松路${1 + (order % 900)}号`,
  ]
  const moments = [`2026-11-20 ${clock}:00`, `2026-11-20 ${clock}:30`, `2026-11-22 ${clock}:30`]
  return [...sold, ...receiver, '待发货', '-', ...moments, '-', '-', '-', '-'].join(',')
}
