import type { Random } from '@/kernel/random.ts'
import { isReserved, badgeCodeOf } from '@/domain/barcode/commandCode.ts'
import type {
  BinDraft,
  CarrierDraft,
  OpeningStockDraft,
  PlatformWaybillDraft,
  PurchaseOrderDraft,
  SkuDraft,
  SupplierDraft,
  SupplyDraft,
  WaybillDraft,
} from '@/domain/dataImport/drafts.ts'
import type { IssuedWaybill } from '@/domain/allocation/issueWaybills.ts'
import type { OpeningRow } from '@/domain/dataImport/importOpeningStock.ts'
import type { ImportRow } from '@/domain/dataImport/mergeRows.ts'
import { maskPhone } from '@/domain/people/maskPhone.ts'
import { type BinRole, type ZoneKind, binIdOf, skuIdOf, zoneKinds } from '@/domain/record/place.ts'
import { barcodeIdOf } from '@/domain/record/sku.ts'
import type { StockState } from '@/domain/stock/movement.ts'

/** Racks from this level on are reached with a ladder: they hold the bulk, not the picks. */
const BULK_LEVEL_MIN = 4
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BADGE_SECRET_LENGTH = 26

/** A SKU and its barcode. Unknown measures become 0: "not known" everywhere. */
export function skuRows(draft: SkuDraft): ImportRow[] {
  const id = skuIdOf(draft.skuCode)
  const sku: ImportRow<'skus'> = {
    table: 'skus',
    row: {
      id,
      styleNo: draft.styleNo ?? '',
      name: draft.name,
      spec: draft.spec,
      colour: draft.colour ?? '',
      size: draft.size ?? '',
      category: draft.category,
      weightG: draft.weightG ?? 0,
      lengthMm: draft.lengthMm ?? 0,
      widthMm: draft.widthMm ?? 0,
      heightMm: draft.heightMm ?? 0,
      costFen: draft.costFen ?? 0,
      priceFen: draft.priceFen ?? 0,
      lotTracked: draft.lotTracked ? 1 : 0,
      shelfLifeDays: draft.shelfLifeDays,
      abcClass: 'B',
      ...(draft.marks.length === 0 ? {} : { marks: draft.marks }),
    },
  }
  const code = draft.barcode
  if (!code || isReserved(code)) return [sku]
  const row = { id: barcodeIdOf(code, id), code, skuId: id, unitQty: 1 }
  return [sku, { table: 'barcodes', row }]
}

/** A supplier; the contact's telephone is kept masked only. */
export function supplierRows(draft: SupplierDraft): ImportRow[] {
  const row = {
    id: draft.supplierCode,
    name: draft.name,
    leadDays: draft.leadDays ?? 0,
    paymentDays: draft.creditDays ?? 0,
    qcLevel: draft.inspectionLevel,
    aql: draft.aql === null ? '' : String(draft.aql),
    note: draft.note,
    contactMasked: maskPhone(draft.phone),
    piiId: null,
  }
  return [{ table: 'suppliers', row }]
}

export function binRows(draft: BinDraft): ImportRow[] {
  const zone = zoneKinds.find((kind) => kind === draft.zoneKind) ?? 'storage'
  const level = draft.level ?? 1
  const row = {
    id: binIdOf(draft.binCode),
    code: draft.binCode,
    zone,
    corridor: draft.corridor,
    rack: Number.parseInt(draft.rack, 10) || 0,
    level,
    position: draft.position ?? 0,
    lengthMm: draft.lengthMm ?? 0,
    widthMm: draft.widthMm ?? 0,
    heightMm: draft.heightMm ?? 0,
    weightLimitG: draft.weightLimitG ?? 0,
    role: binRole(zone, level),
    mixRule: 'any' as const,
  }
  return [{ table: 'bins', row }]
}

/** Storage is picked from up to arm's reach; every other zone is a place between two steps. */
function binRole(zone: ZoneKind, level: number): BinRole {
  if (zone !== 'storage') return 'staging'
  return level >= BULK_LEVEL_MIN ? 'bulk' : 'pick'
}

/** A purchase order with all its lines; `supplierIds` finds the supplier by the name in the file. */
export function purchaseOrderRows(
  draft: PurchaseOrderDraft,
  supplierIds: ReadonlyMap<string, string>,
): ImportRow[] {
  const lines = draft.lines.map((line, i) => ({
    line: i + 1,
    skuId: skuIdOf(line.skuCode),
    orderedQty: line.qty,
    priceFen: line.priceFen ?? 0,
    casePackQty: line.casePack ?? 0,
    goodQty: 0,
    damagedQty: 0,
  }))
  const row = {
    id: draft.purchaseOrderNo,
    supplierId: supplierIds.get(draft.supplierName) ?? draft.supplierName,
    supplierName: draft.supplierName,
    expectedOn: draft.expectedOn ?? '',
    state: 'open' as const,
    lines,
    skuIds: [...new Set(lines.map((line) => line.skuId))],
    deliveryNoteNos: [],
    ...(draft.freightFen === null ? {} : { freightFen: draft.freightFen }),
    ...(draft.paidFen === null ? {} : { paidFen: draft.paidFen }),
  }
  return [{ table: 'purchaseOrders', row }]
}

/** A carrier, with a fresh badge for its courier: scanning it closes a handover. */
export function carrierRows(draft: CarrierDraft, random: Random): ImportRow[] {
  const row = {
    id: draft.carrierCode,
    name: draft.name,
    cutoff: draft.cutoff,
    paperWidthMm: draft.paperWidthMm ?? 100,
    paperHeightMm: draft.paperHeightMm ?? 150,
    notServed: draft.notServed,
    phone: draft.phone,
    isDefault: draft.isUsual ? (1 as const) : (0 as const),
    badge: badgeCodeOf(newBadgeSecret(random)),
    ...(draft.courierName === '' ? {} : { courierName: draft.courierName }),
  }
  return [{ table: 'carriers', row }]
}

/** 26 Crockford base32 characters: 128 random bits and two more. */
export function newBadgeSecret(random: Random): string {
  return Array.from(random.bytes(BADGE_SECRET_LENGTH), (byte) => CROCKFORD[byte % 32]).join('')
}

export function waybillRows(draft: WaybillDraft): ImportRow[] {
  const carrierId = draft.carrierCode ?? draft.carrierName
  const row = { id: draft.waybillNo, carrierId, state: 'pooled' as const, parcelId: null }
  return [{ table: 'waybills', row }]
}

/** A platform's number as the command files it with its order. */
export function issuedWaybill(draft: PlatformWaybillDraft): IssuedWaybill {
  const { shop, orderNo, waybillNo, printData, carrierCode, carrierName } = draft
  return { shop, orderNo, waybillNo, printData, carrierId: carrierCode ?? carrierName }
}

/** Packing supplies: what a parcel is made of besides its goods. */
export function supplyRows(draft: SupplyDraft): ImportRow[] {
  const row = {
    id: draft.supplyCode,
    name: draft.name,
    unit: draft.unit,
    lengthMm: draft.lengthMm ?? 0,
    widthMm: draft.widthMm ?? 0,
    heightMm: draft.heightMm ?? 0,
    weightG: draft.weightG ?? 0,
    loadLimitG: draft.loadLimitG ?? 0,
    costFen: draft.costFen ?? 0,
    minStock: draft.minStock ?? 0,
    orderPhone: draft.orderPhone,
  }
  return [{ table: 'supplies', row }]
}

const stockStateOf: Readonly<Record<string, StockState>> = {
  available: 'available',
  defective: 'defective',
  hold: 'held',
}

export function openingRow(draft: OpeningStockDraft): OpeningRow {
  return {
    binId: binIdOf(draft.binCode),
    skuId: skuIdOf(draft.skuCode),
    lot: draft.lotNo ?? '',
    producedOn: draft.producedOn ?? '',
    expiresOn: draft.expiresOn ?? '',
    state: stockStateOf[draft.stockState] ?? 'held',
    qty: draft.qty,
  }
}
