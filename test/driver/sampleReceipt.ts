import type { PackReceiptFacts } from '@/document/receipt/packReceipt.ts'
import type { WaybillItemLine } from '@/document/waybill/waybillFacts.ts'

const packed: readonly [WaybillItemLine, ...WaybillItemLine[]] = [
  { skuCode: 'NZ2610-BL-XL', name: '直筒牛仔裤', colour: '深蓝', size: 'XL', qty: 2 },
  {
    skuCode: 'BK000001',
    name: '北方旧梦：一九三〇年代的城与人（增订珍藏版，附地图三幅）',
    colour: '',
    size: '',
    qty: 1,
  },
  { skuCode: 'XP0038', name: '玻尿酸补水面膜 30片', colour: '', size: '', qty: 12 },
]

/** A made-up parcel of so many lines; the names are short, long and longer. */
export function sampleReceipt(lines: number): PackReceiptFacts {
  return {
    shopName: '拾光书衣店',
    orderNo: '4757550309061180621',
    carrierName: '顺丰速运',
    waybillNo: 'SF3225531922509',
    packerName: '陈琳',
    printedAt: '2026-11-02 10:20',
    lines: Array.from({ length: lines }, (_, i) => packed[i % packed.length] ?? packed[0]),
  }
}
