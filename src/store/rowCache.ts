import type { Put } from '@/domain/stock/decision.ts'
import type { TableName, Tables } from '@/domain/record/tables.ts'
import type { PacklineDb } from './db.ts'
import type { HeadRow } from './rows.ts'

/** Tables that seldom change and that every part of an import asks for hundreds of rows of. */
const cachedTables: readonly TableName[] = ['bins', 'skus']
/** Fewer rows than this are read as they are: a scan needs no cache. */
const MANY = 20
/** Rows kept; the cache begins anew when it is full. */
const ROWS_MAX = 30_000

/** Rows of this station's database as they stand after one commit. */
export interface RowCache {
  /** Rows in the order of `ids`, inside a write transaction; null where the table is not cached. */
  getMany<T extends TableName>(
    table: T,
    ids: readonly string[],
  ): Promise<(Tables[T] | undefined)[]> | null
  /** A commit follows on `before` and makes `after` the head; `isReversal` may have removed rows. */
  follow(before: HeadRow, after: HeadRow, puts: readonly Put[], isReversal: boolean): void
}

/** The head's audit hash names the state of all tables: rows kept under another one (a commit of
 *  another page, a transaction that was rolled back) are dropped. Rows that are missing are not kept. */
export function createRowCache(db: PacklineDb, rowsMax = ROWS_MAX): RowCache {
  const rows = new Map<string, unknown>()
  let hash = ''
  const keyOf = (table: TableName, id: string) => `${table}|${id}`

  async function moveToHead(): Promise<void> {
    const head = await db.meta.get('head')
    if (head?.auditHash !== hash || rows.size > rowsMax) rows.clear()
    hash = head?.auditHash ?? ''
  }

  async function readRows<T extends TableName>(
    table: T,
    ids: readonly string[],
  ): Promise<(Tables[T] | undefined)[]> {
    await moveToHead()
    const missing = ids.filter((id) => !rows.has(keyOf(table, id)))
    const found = missing.length === 0 ? [] : await db.documents(table).bulkGet(missing as never[])
    for (const [i, row] of found.entries()) if (row) rows.set(keyOf(table, missing[i] ?? ''), row)
    return ids.map((id) => rows.get(keyOf(table, id)) as Tables[T] | undefined)
  }

  return {
    getMany: (table, ids) =>
      ids.length < MANY || !cachedTables.includes(table) ? null : readRows(table, ids),
    follow(before, after, puts, isReversal) {
      if (before.auditHash !== hash || isReversal) rows.clear()
      for (const { table, row } of puts) rows.delete(keyOf(table, row.id))
      hash = after.auditHash
    },
  }
}
