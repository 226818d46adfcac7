import type { Table } from 'dexie'

/** Rows read ahead in one request: a tenth of a second at most, since a scan may wait for it. */
const PAGE = 4_000
/** From so many unknown values on it pays to read ahead. */
const MANY = 20

type Row = object

/** The rows of one table by one index, as far as they were read. */
export interface IndexMemory<T extends Row> {
  /** All rows whose index is one of `values`. */
  read(values: readonly string[]): Promise<T[]>
  /** A row as it stands after a commit; null = it went. */
  change(id: string, row: T | null): void
  clear(): void
  readonly size: number
}

/** Remembers what was read, and reads ahead from the beginning of the index, a page with each call, so
 *  that values scattered over it cost a few requests instead of one each. `idOf`: the row's own key. */
export function createIndexMemory<T extends Row>(
  table: () => Table<T>,
  index: string & keyof T,
  idOf: (row: T) => string,
): IndexMemory<T> {
  const rows = createRowLists(index, idOf)
  /** Every value up to this one is known, those that have no rows included; null = all there are. */
  let coveredTo: string | null = ''
  let readsAhead = true
  /** A page that was asked for before all was dropped must not pass for the beginning. */
  let generation = 0

  const isKnown = (value: string) =>
    rows.of(value) !== undefined || coveredTo === null || value <= coveredTo

  async function readAhead(from: string): Promise<void> {
    const asked = generation
    const page = await table().where(index).above(from).limit(PAGE).toArray()
    if (asked !== generation) return
    const last = page.at(-1)?.[index]
    const isEnd = page.length < PAGE
    // The rows of the last value may go on behind the page.
    const whole = isEnd ? page : page.filter((row) => row[index] !== last)
    for (const row of whole) rows.put(row)
    if (isEnd) coveredTo = null
    else if (whole.length === 0) readsAhead = false
    else coveredTo = String(whole.at(-1)?.[index])
  }

  return {
    async read(values) {
      const unknown = values.filter((value) => !isKnown(value))
      if (coveredTo !== null && readsAhead && unknown.length >= MANY) await readAhead(coveredTo)
      const missing = unknown.filter((value) => !isKnown(value))
      const of = (value: string) => table().where(index).equals(value).toArray()
      const found = await Promise.all(missing.map(of))
      missing.forEach((value, i) => rows.replace(value, found[i] ?? []))
      return values.flatMap((value) => [...(rows.of(value) ?? [])])
    },
    change(id, row) {
      rows.remove(id)
      const value = row?.[index]
      if (row && typeof value === 'string' && isKnown(value)) rows.put(row)
    },
    clear() {
      rows.clear()
      coveredTo = ''
      readsAhead = true
      generation += 1
    },
    get size() {
      return rows.size
    },
  }
}

/** Rows by the value of their index; undefined = nothing was read of that value. */
function createRowLists<T extends Row>(index: string & keyof T, idOf: (row: T) => string) {
  const lists = new Map<string, Map<string, T>>()
  const valueOf = new Map<string, string>()
  const put = (row: T) => {
    const value = row[index]
    if (typeof value !== 'string') return
    const list = lists.get(value) ?? new Map<string, T>()
    lists.set(value, list.set(idOf(row), row))
    valueOf.set(idOf(row), value)
  }
  return {
    put,
    of: (value: string) => lists.get(value)?.values(),
    replace(value: string, rows: readonly T[]) {
      lists.set(value, new Map())
      for (const row of rows) put(row)
    },
    remove(id: string) {
      lists.get(valueOf.get(id) ?? '')?.delete(id)
      valueOf.delete(id)
    },
    clear() {
      lists.clear()
      valueOf.clear()
    },
    get size() {
      return valueOf.size
    },
  }
}
