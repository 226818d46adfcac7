import type { Steps } from '@/kernel/steps.ts'
import type { DecisionIndex, Fault, Finding } from './finding.ts'
import { normaliseHeading } from './heading.ts'
import type { TableMatch } from './profile.ts'
import { RowReader } from './rowReader.ts'
import { cellText, type Cell, type TableFile, type TableRow } from './tableFile.ts'

const TOTAL_WORD = /^(?:总计|合计|小计|总和|本页合计|total|grand total|subtotal|sum)[:：]?$/i
const FULL_DAY = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})/

/** The data rows of a table, and what there is to tell of the rows that are none. */
export interface TableRows {
  readonly readers: readonly RowReader[]
  /** Of the whole file. */
  readonly fileFindings: readonly Finding[]
  /** Every row with data, whatever becomes of it. */
  readonly rowCount: number
}

/** Goes through the rows below the headings: blank, repeated heading and total rows are skipped, damaged
 *  and repeated ones are marked; the rest are ready to be read. */
export function* readRows(
  table: TableFile,
  match: TableMatch,
  decisions: DecisionIndex,
): Steps<TableRows> {
  const rows = table.rows.slice(match.headingIndex + 1)
  const shape = shapeOf(table, match)
  const seen = new Map<string, number>()
  const readers: RowReader[] = []
  let rowCount = 0
  for (const row of rows) {
    yield
    if (isBlank(row)) continue
    const reader = new RowReader(row.row, {
      cells: row.cells,
      match,
      decisions,
      context: shape.contextOf(row.cells),
    })
    const fault = rowFault(row, shape)
    if (fault?.level !== 'skip') rowCount += 1
    if (fault) reader.fault(null, fault)
    else markRepeat(reader, row, seen)
    readers.push(reader)
  }
  return { readers, fileFindings: fileFindings(table, rowCount), rowCount }
}

interface Shape {
  readonly headingKeys: readonly string[]
  /** Cells a row must have; 0 where short rows are usual, as in workbooks. */
  readonly width: number
  contextOf(cells: readonly Cell[]): {
    emptyMarks: readonly string[]
    casePack: number | null
    nearDay: string | null
  }
}

function shapeOf(table: TableFile, match: TableMatch): Shape {
  const keys = match.headings.map(normaliseHeading)
  const emptyMarks = match.profile.emptyMarks ?? []
  const caseAt = match.columnOf.casePack
  const nearDay = findNearDay(table, match)
  return {
    headingKeys: keys,
    width: table.delimiter === undefined ? 0 : usedWidth(keys),
    contextOf: (cells) => ({ emptyMarks, casePack: readCasePack(cells, caseAt), nearDay }),
  }
}

function readCasePack(cells: readonly Cell[], at: number | undefined): number | null {
  const pieces = at === undefined ? 0 : Number(cellText(cells[at]))
  return Number.isInteger(pieces) && pieces > 0 ? pieces : null
}

/** The first whole day of the first column of days: tells the year where another row leaves it out. */
function findNearDay(table: TableFile, match: TableMatch): string | null {
  const spec = match.profile.fields.find(
    (one) => one.type === 'day' && match.columnOf[one.field] !== undefined,
  )
  const at = spec === undefined ? undefined : match.columnOf[spec.field]
  if (at === undefined) return null
  for (const row of table.rows) {
    const day = FULL_DAY.exec(cellText(row.cells[at]))
    if (day) return `${day[1]}-${day[2]}-${day[3]}`
  }
  return null
}

function usedWidth(keys: readonly string[]): number {
  let width = keys.length
  while (width > 0 && keys[width - 1] === '') width -= 1
  return width
}

function isBlank(row: TableRow): boolean {
  if (row.undecodable || row.cutOff) return false
  return row.cells.every((cell) => cellText(cell).trim() === '')
}

function rowFault(row: TableRow, shape: Shape): Fault | null {
  if (row.cutOff) return { code: 'cutOff', level: 'refuseRow' }
  if (row.undecodable) return { code: 'undecodable', level: 'refuseRow' }
  if (isHeading(row, shape)) return { code: 'repeatedHeading', level: 'skip' }
  const first = row.cells.map(cellText).find((text) => text.trim() !== '')
  if (first !== undefined && TOTAL_WORD.test(first.trim()))
    return { code: 'totalRow', level: 'skip' }
  return shape.width === 0 ? null : widthFault(row, shape.width)
}

/** The first cell is compared first: normalising every cell of a hundred thousand rows takes seconds. */
function isHeading(row: TableRow, shape: Shape): boolean {
  const [first] = row.cells
  if (normaliseHeading(cellText(first)) !== shape.headingKeys[0]) return false
  return shape.headingKeys.every((key, at) => normaliseHeading(cellText(row.cells[at])) === key)
}

function widthFault(row: TableRow, width: number): Fault | null {
  const cells = row.cells.length
  if (cells < width)
    return { code: 'shortRow', level: 'refuseRow', params: { cells, wanted: width } }
  const extra = row.cells.slice(width).filter((cell) => cellText(cell).trim() !== '').length
  if (extra === 0) return null
  return { code: 'longRow', level: 'refuseRow', params: { extra, wanted: width } }
}

function markRepeat(reader: RowReader, row: TableRow, seen: Map<string, number>): void {
  const key = row.cells.map(cellText).join('\u0001')
  const firstRow = seen.get(key)
  if (firstRow === undefined) seen.set(key, row.row)
  else
    reader.fault(null, { code: 'duplicateRow', level: 'skip', params: { firstRow } }, { firstRow })
}

function fileFindings(table: TableFile, rowCount: number): Finding[] {
  const whole = { row: null, column: null }
  if (table.cutOff) return [{ ...whole, code: 'cutOff', level: 'ask' }]
  return rowCount === 0 ? [{ ...whole, code: 'noRows', level: 'skip' }] : []
}
