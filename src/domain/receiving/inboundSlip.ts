import type { PurchaseOrder, Receipt } from '../record/inbound.ts'
import type { Sku } from '../record/sku.ts'
import { specText } from '../record/specText.ts'

/** One SKU and lot on the inbound slip. */
export interface InboundSlipLine {
  readonly skuId: string
  readonly name: string
  readonly spec: string
  readonly lot: string
  readonly expiresOn: string
  readonly orderedQty: number
  readonly goodQty: number
  readonly damagedQty: number
  readonly overQty: number
  readonly wrongQty: number
  readonly priceFen: number
  /** Price of the good pieces. */
  readonly totalFen: number
}

/** The paper that is signed for one receipt and filed by supplier, as plain data. */
export interface InboundSlip {
  readonly no: string
  readonly purchaseOrderId: string
  readonly supplierName: string
  readonly deliveryNoteNo: string
  readonly operatorId: string
  readonly openedAtMs: number
  /** 0 = not posted yet: the slip is a draft. */
  readonly postedAtMs: number
  readonly lines: readonly InboundSlipLine[]
  readonly goodQty: number
  readonly damagedQty: number
  readonly wrongQty: number
  readonly totalFen: number
  /** The order's transport and what was paid for it: on its first slip only, so that they are not
   *  counted twice. null = not known. */
  readonly freightFen: number | null
  readonly paidFen: number | null
}

/** Number of a receipt on paper: its order's and which receipt of the order it is. `earlier`: receipts
 *  of the same order that were opened before. Example: `PO261019008-2`. */
export const inboundSlipNo = (receipt: Receipt, earlier: number): string =>
  `${receipt.purchaseOrderId}-${earlier + 1}`

/** The slip of one receipt. Wrong items have no price: they are not bought. `skuOf`: undefined for a SKU
 *  that is gone; its code stands for its name. */
export function inboundSlip(of: {
  readonly receipt: Receipt
  readonly order: PurchaseOrder | undefined
  readonly earlier: number
  readonly skuOf: (skuId: Sku['id']) => Sku | undefined
}): InboundSlip {
  const { receipt, order, earlier, skuOf } = of
  const lines = receipt.lines.map((line): InboundSlipLine => {
    const sku = skuOf(line.skuId)
    const ordered = (order?.lines ?? []).filter((row) => row.skuId === line.skuId)
    const priceFen = ordered[0]?.priceFen ?? 0
    const { skuId, lot, expiresOn, goodQty, damagedQty, overQty, wrongQty } = line
    return {
      skuId,
      name: sku?.name ?? skuId,
      spec: sku ? specText(sku) : '',
      lot,
      expiresOn,
      orderedQty: ordered.reduce((sum, row) => sum + row.orderedQty, 0),
      goodQty,
      damagedQty,
      overQty,
      wrongQty,
      priceFen,
      totalFen: goodQty * priceFen,
    }
  })
  const sum = (field: 'goodQty' | 'damagedQty' | 'wrongQty' | 'totalFen') =>
    lines.reduce((total, line) => total + line[field], 0)
  return {
    no: inboundSlipNo(receipt, earlier),
    purchaseOrderId: receipt.purchaseOrderId,
    supplierName: receipt.supplierName,
    deliveryNoteNo: receipt.deliveryNoteNo,
    operatorId: receipt.operatorId,
    openedAtMs: receipt.openedAtMs,
    postedAtMs: receipt.postedAtMs,
    lines,
    goodQty: sum('goodQty'),
    damagedQty: sum('damagedQty'),
    wrongQty: sum('wrongQty'),
    totalFen: sum('totalFen'),
    freightFen: (earlier === 0 ? order?.freightFen : undefined) ?? null,
    paidFen: (earlier === 0 ? order?.paidFen : undefined) ?? null,
  }
}
