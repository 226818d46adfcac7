import type { Steps } from '@/kernel/steps.ts'
import type { Catalogue } from './catalogue.ts'
import type { PurchaseOrderDraft, PurchaseOrderLineDraft } from './drafts.ts'
import { decisionKey, type DecisionIndex, type Finding } from './finding.ts'
import type { TableMatch } from './profile.ts'
import { readRows } from './readRows.ts'
import type { RowReader } from './rowReader.ts'
import type { TableFile } from './tableFile.ts'
import { closeReading, type TableReading } from './tableReading.ts'

interface OrderRow {
  readonly reader: RowReader
  readonly purchaseOrderNo: string
  readonly supplierName: string
  readonly expectedOn: string | null
  readonly freightFen: number | null
  readonly paidFen: number | null
  readonly line: PurchaseOrderLineDraft
}

/** Reads purchase orders, one row per line. An order with an open question waits as a whole, so that no
 *  half order is received against; refused rows are left out of it. */
export function* readPurchaseOrders(source: {
  table: TableFile
  match: TableMatch
  decisions: DecisionIndex
  catalogue: Catalogue
}): Steps<TableReading<PurchaseOrderDraft>> {
  const { table, match, decisions, catalogue } = source
  const rows = yield* readRows(table, match, decisions)
  const firstRowOf = new Map<string, number>()
  const groups = new Map<string, OrderRow[]>()
  for (const reader of rows.readers) {
    yield
    if (!reader.is('in')) continue
    const row = readLine(reader)
    checkLine(row, catalogue, firstRowOf)
    if (row.purchaseOrderNo === '' || reader.is('refused') || reader.is('leftOut')) continue
    const group = groups.get(row.purchaseOrderNo)
    if (group) group.push(row)
    else groups.set(row.purchaseOrderNo, [row])
  }
  const unknown = unknownSuppliers(groups, catalogue, decisions)
  const drafts = [...groups.values()].flatMap((group) => toDraft(group, unknown.open))
  return yield* closeReading(rows, drafts, unknown.findings)
}

function readLine(reader: RowReader): OrderRow {
  return {
    reader,
    purchaseOrderNo: reader.text('purchaseOrderNo'),
    supplierName: reader.text('supplierName'),
    expectedOn: reader.text('expectedOn') || null,
    freightFen: reader.number('freightFen'),
    paidFen: reader.number('paidFen'),
    line: {
      row: reader.row,
      skuCode: reader.text('skuCode'),
      qty: reader.number('qty') ?? 0,
      priceFen: reader.number('priceFen'),
      casePack: reader.number('casePack'),
    },
  }
}

function checkLine(row: OrderRow, catalogue: Catalogue, firstRowOf: Map<string, number>): void {
  const { reader, line } = row
  if (reader.is('refused')) return
  if (line.skuCode !== '' && !catalogue.sku(line.skuCode))
    reader.fault('skuCode', { code: 'unknownSku', level: 'ask' })
  const key = `${row.purchaseOrderNo}\n${line.skuCode}`
  const firstRow = firstRowOf.get(key)
  if (firstRow === undefined) firstRowOf.set(key, reader.row)
  else
    reader.fault(
      'skuCode',
      { code: 'duplicateKey', level: 'ask', params: { firstRow } },
      { firstRow },
    )
  const { qty, casePack } = line
  if (!reader.isClean || !reader.is('in') || casePack === null || qty % casePack === 0) return
  reader.fault('qty', { code: 'notWholeCase', level: 'keep', params: { qty, casePack } })
}

function unknownSuppliers(
  groups: ReadonlyMap<string, readonly OrderRow[]>,
  catalogue: Catalogue,
  decisions: DecisionIndex,
): { findings: Finding[]; open: ReadonlySet<string> } {
  const names = new Set<string>()
  for (const group of groups.values())
    for (const row of group)
      if (row.supplierName !== '' && !catalogue.hasSupplier(row.supplierName))
        names.add(row.supplierName)
  const place = { row: null, column: null, code: 'unknownSupplier' } as const
  const choice = decisions.get(decisionKey(place))
  const findings = [...names].map(
    (supplier): Finding => ({
      ...place,
      level: 'ask',
      raw: supplier,
      params: { supplier },
      ...(choice === undefined ? {} : { choice }),
    }),
  )
  return { findings, open: choice === 'keep' ? new Set() : names }
}

function toDraft(
  group: readonly OrderRow[],
  openSuppliers: ReadonlySet<string>,
): PurchaseOrderDraft[] {
  const [first] = group
  if (!first || openSuppliers.has(first.supplierName)) return []
  if (group.some((row) => row.reader.is('held'))) return []
  return [
    {
      purchaseOrderNo: first.purchaseOrderNo,
      supplierName: first.supplierName,
      expectedOn: first.expectedOn,
      freightFen: firstTold(group.map((row) => row.freightFen)),
      paidFen: firstTold(group.map((row) => row.paidFen)),
      lines: group.map((row) => row.line),
    },
  ]
}

const firstTold = (sums: readonly (number | null)[]): number | null =>
  sums.find((sum) => sum !== null) ?? null
