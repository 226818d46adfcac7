import { isGtin } from '@/domain/barcode/checkDigit.ts'
import { type ElementString, parseElementString } from '@/domain/barcode/elementString.ts'
import type { Bin, Tote } from '@/domain/record/place.ts'
import { binIdOf, freshTote, toteIdOf } from '@/domain/record/place.ts'
import type { Carrier, Manifest, Waybill } from '@/domain/record/outbound.ts'
import type { Operator } from '@/domain/record/person.ts'
import type { Order } from '@/domain/record/order.ts'
import type { PurchaseOrder } from '@/domain/record/inbound.ts'
import type { Sku } from '@/domain/record/sku.ts'
import type { LedgerReader } from './ports/ledger.ts'

/** Goods behind a code. `unitQty` > 1: the code of a case. `element`: lot and days that a GS1 element
 *  string names beside the goods; null for every other code. */
export interface SkuRecord {
  readonly kind: 'sku'
  readonly sku: Sku
  readonly unitQty: number
  readonly code: string
  readonly element: ElementString | null
}

/** What one scanned text stands for. */
export type ScanRecord =
  | SkuRecord
  | { readonly kind: 'bin'; readonly bin: Bin }
  | { readonly kind: 'tote'; readonly tote: Tote }
  | { readonly kind: 'purchaseOrder'; readonly purchaseOrder: PurchaseOrder }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'waybill'; readonly waybill: Waybill }
  | { readonly kind: 'carrier'; readonly carrier: Carrier }
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'manifest'; readonly manifest: Manifest }

export type RecordKind = ScanRecord['kind']

/** The answer to "what is this?": unknown, one record of a kind that is expected now, several of
 *  them, or only records of other kinds. */
export type Resolved =
  | { readonly kind: 'none'; readonly raw: string; readonly element: ElementString | null }
  | { readonly kind: 'one'; readonly raw: string; readonly record: ScanRecord }
  | { readonly kind: 'many'; readonly raw: string; readonly records: readonly ScanRecord[] }
  | { readonly kind: 'wrongKind'; readonly raw: string; readonly record: ScanRecord }

/** How many records one code may stand for before the rest is left out. */
const MEANINGS_MAX = 20

/** The number printed on manifests: `STO-20261102-1`. Other codes are not looked for among them. */
const MANIFEST_NO = /-\d{8}-\d{1,4}$/

/** The code printed on totes: `T-0001`. */
const TOTE_CODE = /^T-\d{4,6}$/

/** Looks a scanned text up, the same way on every screen. `raw`: the text after the scanner's frame
 *  characters are gone. `yearNow`: in the shop's zone. */
export async function resolveScan(
  raw: string,
  expects: readonly RecordKind[],
  reader: LedgerReader,
  yearNow: number,
): Promise<Resolved> {
  const element = parseElementString(raw, yearNow)
  const all = await reader.together((view) => findRecords({ raw, element }, view))
  const fitting = all.filter((record) => expects.includes(record.kind))
  const [first, ...more] = fitting
  if (first && more.length === 0) return { kind: 'one', raw, record: first }
  if (first) return { kind: 'many', raw, records: fitting }
  const other = all[0]
  return other ? { kind: 'wrongKind', raw, record: other } : { kind: 'none', raw, element }
}

interface ScanText {
  readonly raw: string
  readonly element: ElementString | null
}

async function findRecords(text: ScanText, reader: LedgerReader): Promise<ScanRecord[]> {
  const { raw } = text
  const groups = await Promise.all([
    findSkus(text, reader),
    findPlaces(raw, reader),
    findDocuments(raw, reader),
    findPeople(raw, reader),
  ])
  return groups.flat()
}

/** Goods by barcode, by the number inside a GS1 element string, else by SKU code. A twelve-digit UPC
 *  also matches its EAN form with a leading 0. */
async function findSkus(
  { raw, element: read }: ScanText,
  reader: LedgerReader,
): Promise<ScanRecord[]> {
  const element = read && isGtin(read.gtin) ? read : null
  const codes = element ? gtinForms(element.gtin) : barcodeForms(raw)
  const found = await Promise.all(
    codes.map((code) =>
      reader.list('barcodes', { index: 'code', equals: code, limit: MEANINGS_MAX }),
    ),
  )
  const barcodes = found.flat()
  const skus = await reader.getMany('skus', [...barcodes.map((row) => row.skuId), raw])
  const own = skus[barcodes.length]
  const byCode = barcodes.flatMap((row, i): ScanRecord[] => {
    const sku = skus[i]
    return sku ? [{ kind: 'sku', sku, unitQty: row.unitQty, code: raw, element }] : []
  })
  if (byCode.length > 0) return byCode
  return own ? [{ kind: 'sku', sku: own, unitQty: 1, code: raw, element: null }] : []
}

/** A GTIN as an element string carries it, and the shorter forms that are printed as bar codes. */
function gtinForms(gtin: string): string[] {
  return gtin.startsWith('0') ? [gtin, ...barcodeForms(gtin.slice(1))] : [gtin]
}

function barcodeForms(raw: string): string[] {
  if (/^\d{12}$/.test(raw)) return [raw, `0${raw}`]
  if (/^0\d{12}$/.test(raw)) return [raw, raw.slice(1)]
  return [raw]
}

async function findPlaces(raw: string, reader: LedgerReader): Promise<ScanRecord[]> {
  const [bin, tote] = await Promise.all([
    reader.get('bins', binIdOf(raw)),
    reader.get('totes', toteIdOf(raw)),
  ])
  const records: ScanRecord[] = []
  if (bin) records.push({ kind: 'bin', bin })
  if (tote) records.push({ kind: 'tote', tote })
  // A tote needs no registering: its printed code is enough, its row is made when it is first used.
  else if (TOTE_CODE.test(raw)) records.push({ kind: 'tote', tote: freshTote(toteIdOf(raw)) })
  return records
}

async function findDocuments(raw: string, reader: LedgerReader): Promise<ScanRecord[]> {
  const [ordered, noted, orders, waybill, manifest] = await Promise.all([
    reader.get('purchaseOrders', raw),
    reader.list('purchaseOrders', {
      index: 'deliveryNoteNos',
      equals: raw,
      limit: MEANINGS_MAX,
    }),
    reader.list('orders', { index: 'orderNo', equals: raw, limit: MEANINGS_MAX }),
    reader.get('waybills', raw),
    MANIFEST_NO.test(raw) ? reader.get('manifests', raw) : undefined,
  ])
  const inbound = ordered ? [ordered] : noted
  return [
    ...inbound.map((purchaseOrder): ScanRecord => ({ kind: 'purchaseOrder', purchaseOrder })),
    ...orders.map((order): ScanRecord => ({ kind: 'order', order })),
    ...(waybill ? [{ kind: 'waybill', waybill } as const] : []),
    ...(manifest ? [{ kind: 'manifest', manifest } as const] : []),
  ]
}

async function findPeople(raw: string, reader: LedgerReader): Promise<ScanRecord[]> {
  if (!raw.startsWith('ZQB')) return []
  const [carriers, operators] = await Promise.all([
    reader.list('carriers', { index: 'badge', equals: raw, limit: MEANINGS_MAX }),
    reader.list('operators', { index: 'badge', equals: raw, limit: MEANINGS_MAX }),
  ])
  return [
    ...carriers.map((carrier): ScanRecord => ({ kind: 'carrier', carrier })),
    ...operators.map((operator): ScanRecord => ({ kind: 'operator', operator })),
  ]
}

/** The code a person would know the record by: for the words of a refusal. */
export function recordCode(record: ScanRecord): string {
  switch (record.kind) {
    case 'sku':
      return record.sku.id
    case 'bin':
      return record.bin.code
    case 'tote':
      return record.tote.code
    case 'purchaseOrder':
      return record.purchaseOrder.id
    case 'order':
      return record.order.orderNo
    case 'waybill':
      return record.waybill.id
    case 'carrier':
      return record.carrier.name
    case 'operator':
      return record.operator.name
    case 'manifest':
      return record.manifest.id
  }
}
