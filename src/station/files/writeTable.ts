import ExcelJS from 'exceljs'
import { formulaSafe } from '@/domain/dataImport/returnFile.ts'

/** A table to be written as a file. */
export interface TableToWrite {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Digits above this many lose their end in a spreadsheet's number cell. */
const SAFE_DIGITS = 11

/** Writes CSV as Chinese shop pages and spreadsheet programs read it: UTF-8 with mark, CRLF, long ids kept
 *  from becoming numbers by a TAB in front, formulas made harmless. */
export function writeCsv(table: TableToWrite): Uint8Array {
  const lines = [table.headings, ...table.rows].map((cells) =>
    cells.map((cell) => quote(keepDigits(formulaSafe(cell)))).join(','),
  )
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8')
}

/** Writes XLSX in which every cell is text, so that no id can become a number and no text a formula. */
export async function writeXlsx(table: TableToWrite, sheetName: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(sheetName)
  for (const cells of [table.headings, ...table.rows]) {
    const row = sheet.addRow([...cells])
    row.eachCell((cell) => {
      cell.numFmt = '@'
    })
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function keepDigits(cell: string): string {
  return cell.length > SAFE_DIGITS && /^[0-9]+$/.test(cell) ? `\t${cell}` : cell
}

function quote(cell: string): string {
  return /[",\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
