import type { WaybillFacts } from '@/document/waybill/waybillFacts.ts'

/** A made-up parcel; parts can be replaced. */
export function sampleWaybill(parts: Partial<WaybillFacts> = {}): WaybillFacts {
  return {
    waybillNo: 'SF3225531922509',
    carrierName: '顺丰速运',
    routing: '浙江 丽水 遂昌',
    collectingCentre: '集包地 杭州中心',
    receiver: {
      name: '罗雨桐',
      phone: '17364973677',
      address: '浙江省 丽水市 遂昌县 示例乡大学城教职工住宅2幢2单元2602',
      isMasked: false,
    },
    sender: {
      name: '拾光书衣店',
      phone: '0571-86110043',
      address: '浙江省杭州市余杭区示例路18号3幢201室',
      isMasked: false,
    },
    orderNo: '4757550309061180621',
    lines: [
      { skuCode: 'NZ2610-BL-M', name: '直筒牛仔裤', colour: '深蓝', size: 'M', qty: 2 },
      { skuCode: 'BK000001', name: '北方旧梦', colour: '', size: '', qty: 1 },
    ],
    packerName: '陈琳',
    marks: ['易碎', '向上'],
    note: '送给老师的，请不要放价格单，有事打13812341234',
    reprintNo: 0,
    printedAt: '2026-11-02 10:20',
    ...parts,
  }
}
