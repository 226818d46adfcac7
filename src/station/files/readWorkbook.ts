import ExcelJS from 'exceljs'
import type { Cell, TableFile, TableRefusal, TableRow } from '@/domain/dataImport/tableFile.ts'
import { checkArchive, repackArchive } from './checkArchive.ts'
import { ROWS_MAX } from './fileLimits.ts'

type WorkbookTable = Pick<TableFile, 'encoding' | 'rows'> & Partial<TableFile>
type Refusal = { code: TableRefusal; params: Record<string, string | number> }

const SECOND_MS = 1000

/** Reads the first visible sheet with content of an XLSX file; hidden sheets are left out. The archive
 *  is checked first (size, ratio, macros, links, entities), because the library unpacks without limit. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookTable | Refusal> {
  const refusal = checkArchive(bytes)
  if (refusal) return { code: refusal, params: {} }
  const packed = repackArchive(bytes)
  if (!packed) return { code: 'brokenWorkbook', params: {} }
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(packed.buffer)
  } catch {
    return { code: 'brokenWorkbook', params: {} }
  }
  return readSheets(workbook)
}

function readSheets(workbook: ExcelJS.Workbook): WorkbookTable | Refusal {
  const visible = workbook.worksheets.filter((sheet) => sheet.state === 'visible')
  const sheet = visible.find((one) => one.actualRowCount > 0)
  if (!sheet) return { code: 'emptyFile', params: {} }
  if (sheet.rowCount > ROWS_MAX) return { code: 'tooManyRows', params: { max: ROWS_MAX } }
  const rows: TableRow[] = []
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    rows.push({ row: number, cells: readRow(row) })
  })
  return {
    encoding: 'XLSX',
    sheet: sheet.name,
    otherSheets: workbook.worksheets.filter((one) => one !== sheet).map((one) => one.name),
    rows,
  }
}

function readRow(row: ExcelJS.Row): Cell[] {
  const cells: Cell[] = []
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    while (cells.length < column - 1) cells.push('')
    // A merged title is told once, in its first cell, not in every cell it covers.
    cells.push(cell.isMerged && cell.master !== cell ? '' : readValue(cell.value))
  })
  return cells
}

function readValue(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return { kind: 'number', value }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return { kind: 'moment', text: momentText(value) }
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('hyperlink' in value)
    return typeof value.text === 'string' ? value.text : String(value.hyperlink)
  if ('error' in value) return value.error
  return readFormula(value)
}

function readFormula(value: ExcelJS.CellFormulaValue | ExcelJS.CellSharedFormulaValue): Cell {
  const result = value.result
  return {
    kind: 'formula',
    formula: 'formula' in value ? value.formula : value.sharedFormula,
    result: typeof result === 'number' || typeof result === 'string' ? result : formulaText(result),
  }
}

function formulaText(result: ExcelJS.CellFormulaValue['result']): string | null {
  if (result === undefined) return null
  if (result instanceof Date) return momentText(result)
  return typeof result === 'object' ? result.error : String(result)
}

/** The library counts a sheet's wall clock as UTC; the fraction of a day is rounded to whole seconds. */
function momentText(value: Date): string {
  const whole = new Date(Math.round(value.getTime() / SECOND_MS) * SECOND_MS)
  return whole.toISOString().slice(0, 19).replace('T', ' ')
}
