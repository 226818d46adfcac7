import type { TableFile, TableRefusal } from '@/domain/dataImport/tableFile.ts'
import { FILE_BYTES_MAX, ROWS_MAX } from './fileLimits.ts'
import { readText } from './readText.ts'
import { readWorkbook } from './readWorkbook.ts'
import { sha256Hex } from './sha256Hex.ts'
import { sniffContent } from './sniffContent.ts'

/** Reads one file by its content, whatever its name ends with: a workbook, or text with separators in
 *  UTF-8, UTF-16 or GB18030. Never throws on bad content: the answer then carries a `refusal` and no rows. */
export async function readTable(bytes: Uint8Array, name: string): Promise<TableFile> {
  const base = { name, sha256: sha256Hex(bytes), encoding: null, rows: [] }
  const refuse = (code: TableRefusal, params: Record<string, string | number> = {}): TableFile => ({
    ...base,
    refusal: { code, params },
  })
  if (bytes.length > FILE_BYTES_MAX)
    return refuse('tooLargeFile', { bytes: bytes.length, max: FILE_BYTES_MAX })
  const content = sniffContent(bytes)
  if (content === 'empty') return refuse('emptyFile')
  if (content !== 'text' && content !== 'zip') return refuse('notATable', { what: content })
  const read = content === 'zip' ? readWorkbook(bytes) : readText(bytes)
  if ('code' in read) return refuse(read.code, read.params)
  if (read.rows.length > ROWS_MAX) return refuse('tooManyRows', { max: ROWS_MAX })
  return { ...base, ...read }
}
