import { detectProfile } from './detectProfile.ts'
import type { FieldSpec } from './profile.ts'
import type { TableFile } from './tableFile.ts'

const needed = (aliases: string): FieldSpec => ({ ...column(aliases), needed: true })
const column = (aliases: string): FieldSpec => {
  const names = aliases.split('|')
  return { field: names[0] ?? '', type: 'text', aliases: names }
}

/** The headings carriers use in their monthly bills: a number, a weight that is charged, and money. */
const BILL = {
  id: 'courierBill',
  kind: 'shippedParcels',
  fields: [
    needed('运单号|运单号码|快递单号|单号|waybill no'),
    needed('计费重量|计费重量(kg)|结算重量|billed kg'),
    needed('合计费用|合计金额|合计|应付金额|应付费用|总费用|total'),
    column('业务时间|日期|寄件时间|收寄时间'),
    column('所属网点|网点'),
    column('目的省份|目的地(省名)|目的地|到件省份'),
    column('目的城市|到件地区'),
    column('始发地(省名)|始发地'),
    column('寄件地区'),
    column('网点称重|实际重量'),
    column('面单费用|面单费'),
    column('运费|费用(元)|费用'),
    column('加收费用|附加费'),
    column('折扣(元)|折扣'),
    column('订单客户|客户'),
    column('服务|产品类型'),
    column('付款方式'),
    column('经手人'),
    column('声明价值'),
    column('备注'),
    column('序号'),
  ],
} as const

/** Whether a table is a carrier's bill, by its headings. A bill is not imported; it can be named. */
export function isCourierBill(table: TableFile): boolean {
  const match = detectProfile(table, [BILL])
  return match !== null && match.missing.length === 0
}
