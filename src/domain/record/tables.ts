import type { Barcode, Lot, Sku } from './sku.ts'
import type { Bin, Tote } from './place.ts'
import type { Allocation, CountTask, Order, PickTask } from './order.ts'
import type {
  Carrier,
  Manifest,
  Parcel,
  PrintIntent,
  ShippedParcel,
  Supply,
  Tariff,
  Waybill,
} from './outbound.ts'
import type { ImportRun, Opening, Operator, PiiRow, Shop } from './person.ts'
import type { Evidence } from './evidence.ts'
import type { TemplateRow } from './labelTemplate.ts'
import type { PurchaseOrder, PutawayTask, Receipt, Supplier } from './inbound.ts'

/** Every document table and the shape of its rows; all are keyed by `id`. */
export interface Tables {
  allocations: Allocation
  barcodes: Barcode
  bins: Bin
  carriers: Carrier
  countTasks: CountTask
  evidence: Evidence
  importRuns: ImportRun
  labelTemplates: TemplateRow
  lots: Lot
  manifests: Manifest
  openings: Opening
  operators: Operator
  orders: Order
  parcels: Parcel
  pickTasks: PickTask
  pii: PiiRow
  printIntents: PrintIntent
  purchaseOrders: PurchaseOrder
  putawayTasks: PutawayTask
  receipts: Receipt
  shippedParcels: ShippedParcel
  shops: Shop
  skus: Sku
  suppliers: Supplier
  supplies: Supply
  tariffs: Tariff
  totes: Tote
  waybills: Waybill
}

export type TableName = keyof Tables

/** The indexes a store must offer, besides `id`: a name, or several joined by `+`; `*` = one entry per
 *  item of a list. Rows that lack the property are not in that index. */
export const tableIndexes = {
  allocations: ['orderId', 'openSku', 'openPlace'],
  barcodes: ['code', 'skuId'],
  bins: ['role', 'zone', 'zone+level+code'],
  carriers: ['badge'],
  countTasks: ['state', 'openSku'],
  evidence: ['docKind+docId', 'skuId', 'photoId'],
  importRuns: [],
  labelTemplates: [],
  lots: ['skuId'],
  manifests: ['carrierId+state'],
  openings: [],
  operators: ['badge'],
  orders: ['orderNo', 'state+shipByMs', '*missingSkus'],
  parcels: ['orderId', 'waybillNo', 'carrierId+state', 'weighedAs'],
  pickTasks: ['state'],
  pii: [],
  printIntents: ['state+atMs', 'no', 'atMs'],
  purchaseOrders: ['state', '*skuIds', '*deliveryNoteNos'],
  putawayTasks: ['skuId', 'doneAtMs'],
  receipts: ['purchaseOrderId', 'state'],
  shippedParcels: ['*orderNos', 'carrierId+handedOverAtMs'],
  shops: [],
  skus: ['styleNo', 'name'],
  suppliers: ['name'],
  supplies: [],
  tariffs: ['carrierId'],
  totes: ['orderId'],
  waybills: ['carrierId+state'],
} as const satisfies Record<TableName, readonly string[]>

export type IndexName<T extends TableName> = (typeof tableIndexes)[T][number] extends infer I
  ? I extends `*${infer Name}`
    ? Name
    : I
  : never
