import type { TableFile, TableRefusal } from '@/domain/dataImport/tableFile.ts'
import { checkArchive, unpackArchive } from './checkArchive.ts'
import { ROWS_MAX } from './fileLimits.ts'
import { readSheet } from './readSheet.ts'
import { entryText, readWorkbookParts } from './workbookParts.ts'

type WorkbookTable = Pick<TableFile, 'encoding' | 'rows'> & Partial<TableFile>
type Refusal = { code: TableRefusal; params: Record<string, string | number> }

/** Reads the first visible sheet with content of an XLSX file; hidden sheets are left out. The archive is
 *  checked first (size, ratio, macros, links, entities). The sheet is read here and not by a library: the
 *  common ones unpack without limit and take minutes and gigabytes for a hundred thousand rows. */
export function readWorkbook(bytes: Uint8Array): WorkbookTable | Refusal {
  const refusal = checkArchive(bytes)
  if (refusal) return { code: refusal, params: {} }
  const entries = unpackArchive(bytes)
  const parts = entries && readWorkbookParts(entries)
  if (!parts) return { code: 'brokenWorkbook', params: {} }
  for (const sheet of parts.sheets) {
    if (sheet.hidden) continue
    const rows = readSheet(entryText(entries, sheet.entry), parts, ROWS_MAX)
    if (rows.length > ROWS_MAX) return { code: 'tooManyRows', params: { max: ROWS_MAX } }
    if (!rows.some((row) => row.cells.some((cell) => cell !== ''))) continue
    const otherSheets = parts.sheets.filter((one) => one !== sheet).map((one) => one.name)
    return { encoding: 'XLSX', sheet: sheet.name, otherSheets, rows }
  }
  return { code: 'emptyFile', params: {} }
}
