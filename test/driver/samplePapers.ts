import { type CountSheetFacts, countSheet } from '@/document/paper/countSheet.ts'
import { type HandoverManifestFacts, handoverManifest } from '@/document/paper/handoverManifest.ts'
import { type InboundSlipFacts, inboundSlip } from '@/document/paper/inboundSlip.ts'
import { outboundSlip } from '@/document/paper/outboundSlip.ts'
import { packSlip } from '@/document/paper/packSlip.ts'
import type { PaperDocument } from '@/document/paper/paperDocument.ts'
import type { PaperWords } from '@/document/paper/paperWords.ts'
import { pickList } from '@/document/paper/pickList.ts'

const lines = [
  { skuCode: 'BK000001', name: '北方旧梦 朱清著', spec: '16开 平装 368页', qty: 2 },
  { skuCode: 'NZ2610-BL-XL', name: '新款直筒弹力牛仔裤', spec: '深蓝 XL', qty: 1 },
  { skuCode: 'XP0038-VERY-LONG-CODE-0001', name: '玻尿酸补水面膜', spec: '30片', qty: 12 },
]

const placed = lines.map((line, i) => ({
  ...line,
  zoneName: '存储区',
  binCode: `A-0${i + 1}-2-05`,
  lot: i === 2 ? 'L20261001' : '',
}))

const sent = {
  orderNo: '4757550309061180621',
  carrierName: '顺丰速运',
  waybillNo: 'SF3225531922509',
  packerName: '陈琳',
}

const carton = { itemsWeightG: 1_100, cartonName: '纸箱9号', cartonWeightG: 90 }

export const received: InboundSlipFacts = {
  no: 'RK20261102-0001',
  supplierName: '汕头盛和教育图书有限公司',
  purchaseOrderNo: 'PO261019008',
  deliveryNoteNo: 'SH-88120',
  receivedOn: '2026-11-02',
  operatorName: '陈琳',
  lines: placed.map((line, i) => ({
    ...line,
    expiresOn: i === 2 ? '2028-10-01' : '',
    orderedQty: line.qty + i,
    goodQty: line.qty,
    badQty: i,
    priceFen: 2513,
  })),
  freightFen: 12_000,
  paidFen: 20_000,
}

const handedOver: HandoverManifestFacts = {
  no: 'JJ20261102-STO-01',
  carrierName: '申通快递',
  courierName: '李师傅',
  courierBadgeNo: '4F7K2Q',
  handedOverAt: '2026-11-02 18:05',
  operatorName: '陈琳',
  parcels: Array.from({ length: 70 }, (_, i) => ({
    waybillNo: `7740693808924${String(i).padStart(2, '0')}`,
    orderNo: `47575503090611806${String(i).padStart(2, '0')}`,
    weightG: 231 + i,
    packerName: '杨丽萍',
  })),
  stubCount: 70,
}

const counted: CountSheetFacts = {
  no: 'PD1102-102000-A4F',
  scope: '巷道 A',
  operatorName: '史力',
  printedAt: '2026-11-02 10:20',
  bins: Array.from({ length: 18 }, (_, i) => ({
    code: `A-03-${1 + Math.floor(i / 6)}-${String(1 + (i % 6)).padStart(2, '0')}`,
    lines:
      i === 4 ? [] : placed.map((line, at) => ({ ...line, stateName: at === 1 ? '残次' : '' })),
  })),
}

/** One of each A4 paper with made-up content. */
export function samplePapers(words: PaperWords): PaperDocument[] {
  const printedAt = '2026-11-02 10:20'
  return [
    inboundSlip(received, words),
    pickList(
      {
        no: 'PK20261102-0003',
        orderCount: 3,
        operatorName: '史力',
        printedAt,
        lines: placed.map((line, i) => ({ ...line, slot: String(i + 1) })),
      },
      words,
    ),
    packSlip(
      { ...sent, shopName: '拾光书衣店', receiverName: '罗雨桐', packedAt: printedAt, lines },
      words,
    ),
    outboundSlip({ ...sent, ...carton, no: 'CK20261102-0009', printedAt, lines: placed }, words),
    handoverManifest(handedOver, words),
    countSheet(counted, words),
  ]
}
