import type { Table } from 'dexie'

/** From so many keys on it pays to look at their whole range first. */
const MANY = 20
/** A range with more than so many keys for each one asked is not worth reading. */
const SPREAD = 4

type Row<Key> = { readonly id: Key }

/** Rows in the order of `ids`; a missing row is undefined. A request to the store costs the same for one
 *  row and for hundreds, so the keys between the lowest and the highest are read in one: the orders of a
 *  file lie close together, and mostly none of them is there yet. */
export async function readMany<T extends Row<string>>(
  table: Table<T>,
  ids: readonly string[],
): Promise<(T | undefined)[]> {
  if (ids.length < MANY) return table.bulkGet([...ids])
  const sorted = [...ids].sort()
  const range = table.where(':id').between(sorted[0], sorted.at(-1), true, true)
  const limit = ids.length * SPREAD
  const keys = await range.clone().limit(limit).primaryKeys()
  if (keys.length === limit) return table.bulkGet([...ids])
  const there = new Set<string>(keys)
  const present = ids.filter((id) => there.has(id))
  if (present.length === 0) return ids.map(() => undefined)
  const rows = await range.limit(limit).toArray()
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => rowOf.get(id))
}

/** Rows whose `index` is one of `values`, at most `limit` for each, in no order that counts. */
export async function readAnyOf<T extends object>(
  table: Table<T>,
  of: {
    readonly index: keyof T & string
    readonly anyOf: readonly string[]
    readonly limit: number
  },
): Promise<T[]> {
  const { index, anyOf, limit } = of
  if (anyOf.length >= MANY) {
    const sorted = [...anyOf].sort()
    const most = anyOf.length * SPREAD
    const range = table.where(index).between(sorted[0], sorted.at(-1), true, true)
    const keys = await range.clone().limit(most).primaryKeys()
    const wanted = new Set<unknown>(anyOf)
    if (keys.length === 0) return []
    if (keys.length < most) {
      const rows = await range.limit(most).toArray()
      return atMostOfEach(
        rows.filter((row) => wanted.has(row[index])),
        { index, limit },
      )
    }
  }
  const lists = await Promise.all(
    anyOf.map((value) => table.where(index).equals(value).limit(limit).toArray()),
  )
  return lists.flat()
}

function atMostOfEach<T extends object>(
  rows: readonly T[],
  { index, limit }: { readonly index: keyof T; readonly limit: number },
): T[] {
  const counts = new Map<unknown, number>()
  return rows.filter((row) => {
    const count = (counts.get(row[index]) ?? 0) + 1
    counts.set(row[index], count)
    return count <= limit
  })
}
