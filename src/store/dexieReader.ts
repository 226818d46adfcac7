import type { Table } from 'dexie'
import type { PlaceId, SkuId } from '@/domain/record/place.ts'
import type { TableName, Tables } from '@/domain/record/tables.ts'
import type { Balance } from '@/domain/stock/balance.ts'
import type { Movement } from '@/domain/stock/movement.ts'
import type { BalanceQuery, LedgerReader, ListQuery, MovementQuery } from '@/app/ports/ledger.ts'
import type { PacklineDb } from './db.ts'
import { readAnyOf, readMany } from './readMany.ts'

/** Reads the station's database; inside a transaction it reads that transaction's state. */
export function createDexieReader(db: PacklineDb): LedgerReader {
  const reader: LedgerReader = {
    get: async <T extends TableName>(table: T, id: string) =>
      (await db.documents(table).get(id as never)) as Tables[T] | undefined,
    getMany: async <T extends TableName>(table: T, ids: readonly string[]) =>
      (await readMany(db.table(table), ids)) as (Tables[T] | undefined)[],
    listMany: (table, query) => readAnyOf(db.table(table), query),
    list: (table, query) => listRows(db, table, query),
    balances: (of) => readBalances(db, of),
    movements: (of, limit) => readMovements(db, of, limit),
    findOutcome: (commandId) => db.outcomes.get(commandId),
    together: (work) => db.transaction('r', db.tables, async () => work(reader)),
  }
  return reader
}

async function listRows<T extends TableName>(
  db: PacklineDb,
  table: T,
  query: ListQuery<T>,
): Promise<Tables[T][]> {
  const rows = db.table(table) as Table<Tables[T]>
  if (query.index === undefined || query.equals === undefined)
    return rows.limit(query.limit).toArray()
  const index = query.index as string
  if (!index.includes('+'))
    return rows
      .where(index)
      .equals(query.equals as string)
      .limit(query.limit)
      .toArray()
  const prefix = [query.equals].flat() as (string | number)[]
  const upper = [...prefix, [] as unknown as string]
  const isFirstPage = query.after === undefined
  const lower = query.after === undefined ? prefix : [...prefix, query.after]
  const range = rows.where(`[${index}]`).between(lower, upper, isFirstPage, true)
  return range.limit(query.limit).toArray()
}

async function readBalances(db: PacklineDb, of: BalanceQuery): Promise<Balance[]> {
  if ('keys' in of) {
    const found = await db.balances.bulkGet([...of.keys])
    return found.filter((balance): balance is Balance => balance !== undefined)
  }
  if ('placeIds' in of) return readPlaces(db, of.placeIds)
  if ('skuIds' in of) return readSkus(db, of.skuIds)
  if ('placeId' in of) return db.balances.where('placeId').equals(of.placeId).toArray()
  return db.balances.where('skuId').equals(of.skuId).toArray()
}

/** Ids of movements begin with a UUIDv7, so the order of ids is the order of time. */
async function readMovements(
  db: PacklineDb,
  of: MovementQuery,
  limit: number,
): Promise<Movement[]> {
  const [index, value] = Object.entries(of)[0] as [string, string]
  const last = await db.movements.where(index).equals(value).reverse().limit(limit).toArray()
  return last.reverse()
}

async function readSkus(db: PacklineDb, skuIds: readonly SkuId[]): Promise<Balance[]> {
  const of = (skuId: SkuId) => db.balances.where('skuId').equals(skuId).toArray()
  return (await Promise.all(skuIds.map(of))).flat()
}

/** One read a place, all at once: a cursor over many keys (`anyOf`) costs an event a row. */
async function readPlaces(db: PacklineDb, placeIds: readonly PlaceId[]): Promise<Balance[]> {
  const of = (placeId: PlaceId) => db.balances.where('placeId').equals(placeId).toArray()
  return (await Promise.all(placeIds.map(of))).flat()
}
