import { dayFromCount } from '@/domain/dataImport/civilDay.ts'
import type { Cell, TableRow } from '@/domain/dataImport/tableFile.ts'
import type { WorkbookParts } from './workbookParts.ts'
import { attributesOf, elementsOf, firstElement, plainText, richText } from './workbookXml.ts'

/** Day number of 1970-01-01 in a sheet; days before it stay numbers. */
const SERIAL_EPOCH = 25_569
const DAYS_1904 = 1_462
const SECONDS_PER_DAY = 86_400
const COLUMNS_MAX = 16_384

/** Reads the rows of one sheet; rows and cells that the sheet leaves out are left out or empty. Stops after
 *  rowsMax + 1 rows. Cells keep their kind; a merged range has its text in its first cell only. */
export function readSheet(xml: string, parts: WorkbookParts, rowsMax: number): TableRow[] {
  const rows: TableRow[] = []
  let last = 0
  for (const { head, inner } of elementsOf(xml, 'row')) {
    const row = Number(attributesOf(head).r ?? last + 1)
    last = row
    rows.push({ row, cells: readCells(inner, parts) })
    if (rows.length > rowsMax) break
  }
  return rows
}

function readCells(xml: string, parts: WorkbookParts): Cell[] {
  const cells: Cell[] = []
  for (const { head, inner } of elementsOf(xml, 'c')) {
    const found = attributesOf(head)
    const at = found.r === undefined ? cells.length : columnOf(found.r)
    if (at >= COLUMNS_MAX) break
    while (cells.length < at) cells.push('')
    if (inner !== '') cells[at] = readCell(inner, found, parts)
    else if (cells.length === at) cells.push('')
  }
  return cells
}

/** Example: B7 -> 1. */
function columnOf(ref: string): number {
  let column = 0
  for (const letter of ref) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}

function readCell(
  inner: string,
  found: Readonly<Record<string, string>>,
  parts: WorkbookParts,
): Cell {
  const formula = firstElement(inner, 'f')
  const value = readValue(inner, found, parts)
  if (!formula) return value
  const result = typeof value === 'string' ? value : resultOf(value)
  return { kind: 'formula', formula: plainText(formula.inner), result }
}

function resultOf(value: Exclude<Cell, string>): string | number | null {
  if (value.kind === 'number') return value.value
  return value.kind === 'moment' ? value.text : value.result
}

function readValue(
  inner: string,
  found: Readonly<Record<string, string>>,
  parts: WorkbookParts,
): Cell {
  if (found.t === 'inlineStr') return richText(inner)
  const element = firstElement(inner, 'v')
  const text = plainText(element?.inner ?? '')
  switch (found.t) {
    case 's':
      return parts.strings[Number(text)] ?? ''
    case 'str':
    case 'e':
      return text
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return { kind: 'moment', text: text.slice(0, 19).replace('T', ' ') }
    default:
      return numberCell(text, parts.isCalendar[Number(found.s ?? 0)] ?? false, parts.from1904)
  }
}

function numberCell(text: string, calendar: boolean, from1904: boolean): Cell {
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) return text
  const serial = from1904 ? value + DAYS_1904 : value
  if (!calendar || serial < SERIAL_EPOCH) return { kind: 'number', value }
  return { kind: 'moment', text: momentText(serial) }
}

/** The fraction of a day is rounded to whole seconds. */
function momentText(serial: number): string {
  const seconds = Math.round((serial - SERIAL_EPOCH) * SECONDS_PER_DAY)
  const inDay = seconds % SECONDS_PER_DAY
  const two = (number: number) => String(number).padStart(2, '0')
  const clock = [Math.floor(inDay / 3600), Math.floor(inDay / 60) % 60, inDay % 60].map(two)
  return `${dayFromCount((seconds - inDay) / SECONDS_PER_DAY)} ${clock.join(':')}`
}
