import type { TableFile, TableRow } from '@/domain/dataImport/tableFile.ts'
import type { BridgeArgs, BridgeResult } from '@/protocol/bridge.ts'
import { type BridgeAnswer, done, refused } from '@/protocol/bridgeMessage.ts'
import { TABLE_PAGE_ROWS_MAX } from '@/protocol/tableShape.ts'
import type { FileUploads } from './fileUploads.ts'

/** Characters of one page: with three bytes each a message still holds them. */
const PAGE_TEXT_MAX = 400_000
/** Tables kept while a page reads on; the oldest goes first. */
const TABLES_KEPT = 4

/** Gives uploaded files as tables, page by page; a file is read once. */
export interface TablePages {
  read(args: BridgeArgs<'files.readTable'>): Promise<BridgeAnswer<BridgeResult<'files.readTable'>>>
  drop(fileId: string): void
}

/** Reads from `uploads`; a file whose parts are not all there is refused with FILE-001. */
export function createTablePages(uploads: FileUploads): TablePages {
  const kept = new Map<string, Promise<TableFile>>()

  function startReading(fileId: string): Promise<TableFile> | undefined {
    const file = uploads.take(fileId)
    if (!file) return undefined
    const reading = import('./readTable.ts').then(({ readTable }) =>
      readTable(file.bytes, file.name),
    )
    kept.set(fileId, reading)
    const oldest = kept.keys().next().value
    if (kept.size > TABLES_KEPT && oldest !== undefined) kept.delete(oldest)
    return reading
  }

  return {
    async read({ fileId, firstRow }) {
      const reading = kept.get(fileId) ?? startReading(fileId)
      if (!reading) return refused('FILE-001')
      const table = await reading
      const rows = takePage(table.rows, firstRow)
      return done({ table: { ...table, rows }, rowCount: table.rows.length })
    },
    drop(fileId) {
      kept.delete(fileId)
      uploads.drop(fileId)
    },
  }
}

/** At least one row where there is one, so that reading on always ends. */
function takePage(rows: readonly TableRow[], firstRow: number): TableRow[] {
  let length = 0
  const page: TableRow[] = []
  for (const row of rows.slice(firstRow, firstRow + TABLE_PAGE_ROWS_MAX)) {
    length += JSON.stringify(row).length
    if (page.length > 0 && length > PAGE_TEXT_MAX) break
    page.push(row)
  }
  return page
}
