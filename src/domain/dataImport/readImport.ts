import { type Steps, runSteps } from '@/kernel/steps.ts'
import type { Catalogue, ShopZone, WaybillUse } from './catalogue.ts'
import type {
  BinDraft,
  CarrierDraft,
  OpeningStockDraft,
  OrderDraft,
  PlatformWaybillDraft,
  PurchaseOrderDraft,
  ShippedParcelDraft,
  SkuDraft,
  SupplierDraft,
  SupplyDraft,
  TariffDraft,
  WaybillDraft,
} from './drafts.ts'
import { isCourierBill } from './courierBill.ts'
import { detectProfile } from './detectProfile.ts'
import { indexDecisions, type Decision, type DecisionIndex, type Finding } from './finding.ts'
import type { TableMatch } from './profile.ts'
import { readOrders } from './readOrders.ts'
import {
  readBins,
  readCarriers,
  readOpeningStock,
  readSuppliers,
  readSupplies,
  readWaybillPool,
} from './readPlainTables.ts'
import { readPlatformWaybills } from './readPlatformWaybills.ts'
import { readPurchaseOrders } from './readPurchaseOrders.ts'
import { readRows, type TableRows } from './readRows.ts'
import { readShippedParcels } from './readShippedParcels.ts'
import { readSkus } from './readSkus.ts'
import { readTariffs } from './readTariffs.ts'
import type { RowReader } from './rowReader.ts'
import type { TableFile } from './tableFile.ts'
import { closeReading, type RowCounts, type TableReading } from './tableReading.ts'

/** One file to be imported. match: set when a person mapped the columns, else found by the headings. */
export interface ImportFile {
  readonly table: TableFile
  readonly match?: TableMatch
  readonly decisions?: readonly Decision[]
}

/** The drafts of a file by kind. `orderLines`: the drafts are in the orders of the other file. */
export type ImportDrafts =
  | { readonly kind: 'skus'; readonly drafts: readonly SkuDraft[] }
  | { readonly kind: 'suppliers'; readonly drafts: readonly SupplierDraft[] }
  | { readonly kind: 'bins'; readonly drafts: readonly BinDraft[] }
  | { readonly kind: 'openingStock'; readonly drafts: readonly OpeningStockDraft[] }
  | { readonly kind: 'purchaseOrders'; readonly drafts: readonly PurchaseOrderDraft[] }
  | { readonly kind: 'carriers'; readonly drafts: readonly CarrierDraft[] }
  | { readonly kind: 'waybillPool'; readonly drafts: readonly WaybillDraft[] }
  | { readonly kind: 'platformWaybills'; readonly drafts: readonly PlatformWaybillDraft[] }
  | { readonly kind: 'supplies'; readonly drafts: readonly SupplyDraft[] }
  | { readonly kind: 'tariffs'; readonly drafts: readonly TariffDraft[] }
  | { readonly kind: 'shippedParcels'; readonly drafts: readonly ShippedParcelDraft[] }
  | { readonly kind: 'orders'; readonly drafts: readonly OrderDraft[] }
  | { readonly kind: 'orderLines'; readonly drafts: readonly never[] }

/** What one file reads as; `content` is null when nothing of it can be imported. */
export interface ImportReading {
  readonly name: string
  readonly sha256: string
  readonly match: TableMatch | null
  readonly findings: readonly Finding[]
  readonly counts: RowCounts
  readonly content: ImportDrafts | null
}

const NO_ROWS: RowCounts = { rows: 0, in: 0, held: 0, refused: 0, leftOut: 0, skipped: 0 }

interface Prepared {
  readonly table: TableFile
  readonly match: TableMatch
  readonly decisions: DecisionIndex
}

interface Shared {
  readonly catalogue: Catalogue
  readonly zone: ShopZone
  readonly waybills: Map<string, WaybillUse & { row: number }>
}

/** What the files of an import are read against. */
export interface ImportWorld {
  readonly catalogue: Catalogue
  readonly zone: ShopZone
}

/** Reads the files of one import together, in the order given; an order table is joined with the line
 *  table of its platform if that is among them. Nothing is stored: the drafts go to commands. */
export function readImport(files: readonly ImportFile[], world: ImportWorld): ImportReading[] {
  return runSteps(readImportInSteps(files, world))
}

/** `readImport` in steps of about a row each, so that a page stays responsive meanwhile. */
export function* readImportInSteps(
  files: readonly ImportFile[],
  world: ImportWorld,
): Steps<ImportReading[]> {
  const shared: Shared = { ...world, waybills: new Map() }
  const prepared = files.map((file) => ({ file, ready: prepare(file) }))
  const joins = new Map<Prepared, LineJoin>()
  for (const { ready } of prepared)
    if ('match' in ready && isLineTable(ready)) joins.set(ready, yield* openLines(ready))
  const readings = new Map<ImportFile, ImportReading>()
  for (const { file, ready } of prepared) {
    if (!('match' in ready)) readings.set(file, refused(file.table, ready.findings))
    else if (!joins.has(ready))
      readings.set(file, toReading(ready, yield* readContent(ready, shared, joins)))
  }
  for (const { file, ready } of prepared) {
    const join = 'match' in ready ? joins.get(ready) : undefined
    if ('match' in ready && join) readings.set(file, yield* closeLines(ready, join))
  }
  return files.flatMap((file) => readings.get(file) ?? [])
}

function prepare(file: ImportFile): Prepared | { findings: Finding[] } {
  const { table } = file
  const whole = { row: null, column: null, level: 'refuseFile' } as const
  if (table.refusal)
    return { findings: [{ ...whole, code: table.refusal.code, params: table.refusal.params }] }
  if (!file.match && isCourierBill(table)) return { findings: [{ ...whole, code: 'courierBill' }] }
  const match = file.match ?? detectProfile(table)
  if (!match) return { findings: [{ ...whole, code: 'unknownTable' }] }
  if (match.missing.length > 0) {
    const params = { columns: match.missing.join('、') }
    return { findings: [{ ...whole, code: 'missingColumn', columns: match.missing, params }] }
  }
  return { table, match, decisions: indexDecisions(file.decisions ?? []) }
}

function refused(table: TableFile, findings: readonly Finding[]): ImportReading {
  const { name, sha256 } = table
  return { name, sha256, match: null, findings, counts: NO_ROWS, content: null }
}

function toReading(
  one: Prepared,
  read: TableReading<unknown> & { content: ImportDrafts },
): ImportReading {
  const { name, sha256 } = one.table
  const { findings, counts, content } = read
  return { name, sha256, match: one.match, findings, counts, content }
}

type Content = TableReading<unknown> & { content: ImportDrafts }

function* readContent(
  one: Prepared,
  shared: Shared,
  joins: Map<Prepared, LineJoin>,
): Steps<Content> {
  const source = { ...one, catalogue: shared.catalogue, zone: shared.zone }
  const { kind } = one.match.profile
  switch (kind) {
    case 'skus':
      return withContent(kind, yield* readSkus(source))
    case 'suppliers':
      return withContent(kind, yield* readSuppliers(source))
    case 'bins':
      return withContent(kind, yield* readBins(source))
    case 'openingStock':
      return withContent(kind, yield* readOpeningStock(source))
    case 'purchaseOrders':
      return withContent(kind, yield* readPurchaseOrders(source))
    case 'carriers':
      return withContent(kind, yield* readCarriers(source))
    case 'waybillPool':
      return withContent(kind, yield* readWaybillPool(source))
    case 'platformWaybills':
      return withContent(kind, yield* readPlatformWaybills(source))
    case 'supplies':
      return withContent(kind, yield* readSupplies(source))
    case 'tariffs':
      return withContent(kind, yield* readTariffs(source))
    case 'shippedParcels':
      return withContent(kind, yield* readShippedParcels(source))
    default:
      return withContent('orders', yield* readOrderTable(one, shared, joins))
  }
}

function withContent<Kind extends ImportDrafts['kind'], Draft>(
  kind: Kind,
  reading: TableReading<Draft>,
): TableReading<Draft> & { content: { kind: Kind; drafts: readonly Draft[] } } {
  return { ...reading, content: { kind, drafts: reading.drafts } }
}

interface LineJoin {
  readonly rows: TableRows
  readonly readersOf: ReadonlyMap<string, readonly RowReader[]>
  /** Order numbers that an order table of this import has. */
  readonly wanted: Set<string>
  joined: boolean
}

function isLineTable(one: Prepared): boolean {
  return one.match.profile.kind === 'orderLines'
}

function* openLines(one: Prepared): Steps<LineJoin> {
  const rows = yield* readRows(one.table, one.match, one.decisions)
  const readersOf = new Map<string, RowReader[]>()
  for (const reader of rows.readers) {
    yield
    if (!reader.is('in')) continue
    const orderNo = reader.text('orderNo')
    const group = readersOf.get(orderNo)
    if (group) group.push(reader)
    else readersOf.set(orderNo, [reader])
  }
  return { rows, readersOf, wanted: new Set(), joined: false }
}

function* readOrderTable(
  one: Prepared,
  shared: Shared,
  joins: Map<Prepared, LineJoin>,
): Steps<TableReading<OrderDraft>> {
  const habits = one.match.profile.orders
  if (!habits) throw new Error(`profile ${one.match.profile.id} has no order words`)
  const join = [...joins].find(
    ([lines]) => lines.match.profile.orders?.platform === habits.platform,
  )?.[1]
  const linesOf = join ? { linesOf: join.readersOf } : {}
  const reading = yield* readOrders({ ...one, ...shared, habits, ...linesOf })
  if (join) {
    join.joined = true
    for (const order of reading.drafts) join.wanted.add(order.orderNo)
  }
  return reading
}

/** A line without its order is skipped and counted; a line table alone cannot be imported. */
function* closeLines(one: Prepared, join: LineJoin): Steps<ImportReading> {
  const { name, sha256 } = one.table
  if (!join.joined)
    return refused(one.table, [
      { row: null, column: null, code: 'ordersTableMissing', level: 'refuseFile' },
    ])
  for (const [orderNo, readers] of join.readersOf)
    if (!join.wanted.has(orderNo))
      for (const reader of readers)
        reader.fault('orderNo', { code: 'orderNotInFile', level: 'skip' })
  const { findings, counts } = yield* closeReading(join.rows, [])
  return {
    name,
    sha256,
    match: one.match,
    findings,
    counts,
    content: { kind: 'orderLines', drafts: [] },
  }
}
