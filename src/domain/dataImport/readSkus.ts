import type { Steps } from '@/kernel/steps.ts'
import { handlingMarks } from '../record/sku.ts'
import type { SkuDraft } from './drafts.ts'
import type { Catalogue } from './catalogue.ts'
import { findDifference } from './findDifference.ts'
import { foldSkuCode } from './foldSkuCode.ts'
import type { TableMatch } from './profile.ts'
import type { PlainSource } from './readPlainTables.ts'
import { readRows } from './readRows.ts'
import type { RowReader } from './rowReader.ts'
import { closeReading, type TableReading } from './tableReading.ts'

interface Seen {
  readonly byCode: Map<string, RowReader>
  readonly byFolded: Map<string, RowReader>
  readonly byBarcode: Map<string, RowReader>
}

/** Reads a table of goods. Codes twice or nearly the same, in the file or in the shop, are asked about; a
 *  barcode of two SKUs is kept: whoever scans it chooses. */
export function* readSkus({
  table,
  match,
  decisions,
  catalogue,
}: PlainSource): Steps<TableReading<SkuDraft>> {
  const rows = yield* readRows(table, match, decisions)
  const seen: Seen = { byCode: new Map(), byFolded: new Map(), byBarcode: new Map() }
  const drafts = new Map<string, SkuDraft>()
  for (const reader of rows.readers) {
    yield
    if (!reader.is('in')) continue
    const draft = readSku(reader)
    if (draft.skuCode !== '') checkRepeats({ reader, draft, match, seen, catalogue })
    if (reader.is('in')) drafts.set(draft.skuCode, draft)
  }
  return yield* closeReading(rows, [...drafts.values()])
}

function readSku(reader: RowReader): SkuDraft {
  return {
    row: reader.row,
    skuCode: reader.text('skuCode'),
    name: reader.text('name'),
    styleNo: reader.text('styleNo') || null,
    spec: reader.text('spec'),
    colour: reader.text('colour') || null,
    size: reader.text('size') || null,
    barcode: reader.text('barcode') || null,
    category: reader.text('category'),
    weightG: reader.number('weightG'),
    lengthMm: reader.number('lengthMm'),
    widthMm: reader.number('widthMm'),
    heightMm: reader.number('heightMm'),
    costFen: reader.number('costFen'),
    priceFen: reader.number('priceFen'),
    lotTracked: reader.text('lotTracked') === 'yes',
    marks: handlingMarks.filter((mark) => reader.text(mark) === 'yes'),
    shelfLifeDays: reader.number('shelfLifeDays'),
  }
}

interface RepeatFacts {
  readonly reader: RowReader
  readonly draft: SkuDraft
  readonly match: TableMatch
  readonly seen: Seen
  readonly catalogue: Catalogue
}

function checkRepeats(facts: RepeatFacts): void {
  const { reader, draft, match, seen } = facts
  const same = seen.byCode.get(draft.skuCode)
  if (same) {
    const firstRow = same.row
    const field = findDifference(match.profile, same, reader)
    const params = { firstRow, key: draft.skuCode }
    if (field === null)
      reader.fault(null, { code: 'duplicateRow', level: 'skip', params }, { firstRow })
    else reader.fault(field, { code: 'duplicateKey', level: 'ask', params }, { firstRow })
    return
  }
  seen.byCode.set(draft.skuCode, reader)
  if (!checkNear(facts)) checkBarcode(facts)
}

function checkNear({ reader, draft, seen, catalogue }: RepeatFacts): boolean {
  const folded = foldSkuCode(draft.skuCode)
  const near = seen.byFolded.get(folded)
  if (!near) {
    seen.byFolded.set(folded, reader)
    const like = catalogue.nearSku(draft.skuCode)
    if (like === undefined) return false
    reader.fault('skuCode', { code: 'nearKnown', level: 'ask', params: { like } })
    return true
  }
  const params = { firstRow: near.row, like: near.raw('skuCode') }
  reader.fault('skuCode', { code: 'nearDuplicate', level: 'ask', params }, { firstRow: near.row })
  return true
}

function checkBarcode({ reader, draft, seen, catalogue }: RepeatFacts): void {
  if (draft.barcode === null) return
  const other = seen.byBarcode.get(draft.barcode)
  if (!other) {
    seen.byBarcode.set(draft.barcode, reader)
    const [owner] = othersOf(draft, catalogue.barcodeSkus(draft.barcode))
    if (owner !== undefined)
      reader.fault('barcode', { code: 'barcodeKnown', level: 'keep', params: { like: owner } })
    return
  }
  const params = { firstRow: other.row }
  reader.fault('barcode', { code: 'sharedBarcode', level: 'keep', params }, { firstRow: other.row })
}

/** Whose barcode it is besides; nobody is told of a barcode that this SKU has in the shop already. */
function othersOf({ skuCode }: SkuDraft, owners: readonly string[]): readonly string[] {
  return owners.includes(skuCode) ? [] : owners
}
