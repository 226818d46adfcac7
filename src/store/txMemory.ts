import type { PlaceId } from '@/domain/record/place.ts'
import type { TableName } from '@/domain/record/tables.ts'
import type { Balance } from '@/domain/stock/balance.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'

/** What one transaction has read already. Nobody else can write meanwhile, so the commit takes from here
 *  what the decision was made from, instead of asking the store again. */
export interface TxMemory {
  /** Reads as the reader given, and remembers. */
  readonly reader: LedgerReader
  /** Null: read, and there is none; undefined: not read yet. */
  row(table: TableName, id: string): object | null | undefined
  balance(of: { readonly key: string; readonly placeId: PlaceId }): Balance | null | undefined
}

export function rememberReads(reader: LedgerReader): TxMemory {
  const rows = new Map<string, object | null>()
  const balances = new Map<string, Balance | null>()
  const wholePlaces = new Set<PlaceId>()
  const keep = <Row extends object>(table: TableName, id: string, row: Row | undefined) => {
    rows.set(`${table} ${id}`, row ?? null)
    return row
  }
  const remembering: LedgerReader = {
    ...reader,
    get: async (table, id) => keep(table, id, await reader.get(table, id)),
    async getMany(table, ids) {
      const found = await reader.getMany(table, ids)
      ids.forEach((id, i) => keep(table, id, found[i]))
      return found
    },
    async list(table, query) {
      const found = await reader.list(table, query)
      for (const row of found) keep(table, row.id, row)
      return found
    },
    async balances(of) {
      const found = await reader.balances(of)
      if ('keys' in of) for (const key of of.keys) balances.set(key, null)
      if ('placeId' in of) wholePlaces.add(of.placeId)
      if ('placeIds' in of) for (const placeId of of.placeIds) wholePlaces.add(placeId)
      for (const balance of found) balances.set(balance.key, balance)
      return found
    },
    together: (work) => work(remembering),
  }
  return {
    reader: remembering,
    row: (table, id) => rows.get(`${table} ${id}`),
    balance({ key, placeId }) {
      const known = balances.get(key)
      return known === undefined && wholePlaces.has(placeId) ? null : known
    },
  }
}
