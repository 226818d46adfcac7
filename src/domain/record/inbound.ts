import type { BinId, PlaceId, SkuId } from './place.ts'

export interface Supplier {
  readonly id: string
  readonly name: string
  readonly leadDays: number
  readonly paymentDays: number
  readonly qcLevel: string
  readonly aql: string
  readonly note: string
  /** How much more than ordered may come unasked, in 1/10,000 of the line. Absent = 0. */
  readonly overToleranceBp?: number
  readonly contactMasked: string
  readonly piiId: string | null
  readonly rev?: string
}

export type PurchaseOrderState = 'open' | 'receiving' | 'received' | 'closedShort'

export interface PurchaseOrderLine {
  readonly line: number
  readonly skuId: SkuId
  readonly orderedQty: number
  readonly priceFen: number
  readonly casePackQty: number
  readonly goodQty: number
  readonly damagedQty: number
  /** Closed without these pieces: they will not come. Absent = 0. */
  readonly shortQty?: number
}

/** What was ordered from a supplier; receipts are facts against its lines. `id` = its number. */
export interface PurchaseOrder {
  readonly id: string
  readonly supplierId: string
  readonly supplierName: string
  readonly expectedOn: string
  readonly state: PurchaseOrderState
  readonly lines: readonly PurchaseOrderLine[]
  /** SKUs of the lines, indexed: goods scanned first find their orders. */
  readonly skuIds: readonly SkuId[]
  readonly deliveryNoteNos: readonly string[]
  /** What its transport costs, and what was paid for it so far. Absent = nobody said. */
  readonly freightFen?: number
  readonly paidFen?: number
  /** Stands over the supplier's own tolerance where it is present. */
  readonly overToleranceBp?: number
  readonly rev?: string
}

export interface ReceiptLine {
  readonly line: number
  readonly skuId: SkuId
  readonly lot: string
  readonly producedOn: string
  readonly expiresOn: string
  readonly goodQty: number
  readonly damagedQty: number
  readonly overQty: number
  readonly wrongQty: number
}

/** One act of receiving, at one station, against one purchase order. */
export interface Receipt {
  readonly id: string
  readonly purchaseOrderId: string
  readonly supplierName: string
  readonly deliveryNoteNo: string
  readonly state: 'scanning' | 'posted'
  readonly lines: readonly ReceiptLine[]
  readonly stagingBinId: BinId
  readonly operatorId: string
  readonly openedAtMs: number
  readonly postedAtMs: number
  readonly rev?: string
}

/** Why a person took another bin than the suggested one. */
export type OtherBinReason = 'floorChoice' | 'binFull' | 'binUnreachable' | 'tooHeavy'

/** One put-away: what was suggested, what was chosen, and why where they differ. */
export interface PutawayTask {
  readonly id: string
  readonly skuId: SkuId
  readonly lot: string
  readonly qty: number
  readonly fromPlaceId: PlaceId
  readonly suggestedBinId: BinId | null
  readonly binId: BinId
  readonly otherReason: OtherBinReason | null
  readonly state: 'done'
  readonly operatorId: string
  readonly doneAtMs: number
  readonly rev?: string
}
