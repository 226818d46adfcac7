import type { SkuId } from '@/domain/record/place.ts'
import type { Allocation } from '@/domain/record/order.ts'
import type { Balance } from '@/domain/stock/balance.ts'
import type { Put } from '@/domain/stock/decision.ts'
import type { ListManyQuery } from '@/app/ports/ledger.ts'
import type { PacklineDb } from './db.ts'
import { createIndexMemory } from './indexMemory.ts'
import { readAnyOf } from './readMany.ts'
import type { HeadRow } from './rows.ts'

/** Fewer values than this are read as they are: a scan needs no cache. */
const MANY = 20
/** Rows and ids kept; the cache begins anew when it is full. */
const ROWS_MAX = 200_000
/** Commits after which nobody reserves any more: what is kept goes. */
const IDLE_COMMITS_MAX = 200

type HeadRead = PromiseLike<HeadRow | undefined>

/** What one commit wrote. */
export interface Written {
  readonly commandId: string
  readonly puts: readonly Put[]
  readonly balances: readonly Balance[]
  readonly isReversal: boolean
}

/** Stock and promises by SKU, and which orders have no promises: what a run of reservations asks for again
 *  and again. All inside a write transaction, with the head it reads; null where the store must be asked. */
export interface StockCache {
  balances(skuIds: readonly SkuId[], head: HeadRead): Promise<Balance[]> | null
  /** Open promises by SKU, and those of orders: one that was just filed has none. */
  promises(of: ListManyQuery<'allocations'>, head: HeadRead): Promise<Allocation[]> | null
  /** A commit follows on `before` and makes `after` the head. */
  follow(before: HeadRow, after: HeadRow, written: Written): void
}

/** As for the row cache, the head's audit hash names the state of all tables: what is kept under another
 *  one is dropped. */
export function createStockCache(db: PacklineDb, rowsMax = ROWS_MAX): StockCache {
  const { balances, open } = createMemories(db)
  const freshOrders = new Set<string>()
  let hash = ''
  let idleCommits = 0

  function clear(): void {
    balances.clear()
    open.clear()
    freshOrders.clear()
  }
  /** Reads as of this head. */
  async function at<T>(asked: HeadRead, read: () => Promise<T> | T): Promise<T> {
    const head = await asked
    const isFull = balances.size > rowsMax || open.size > rowsMax || freshOrders.size > rowsMax
    if (head?.auditHash !== hash || isFull) clear()
    hash = head?.auditHash ?? ''
    idleCommits = 0
    return read()
  }
  function follow({ commandId, puts, balances: changed }: Written): void {
    for (const row of changed) balances.change(row.key, isEmpty(row) ? null : row)
    for (const { table, row, isNew } of puts) {
      if (table === 'orders' && isNew) freshOrders.add(row.id)
      if (table !== 'allocations') continue
      open.change(row.id, { ...row, rev: commandId })
      freshOrders.delete(row.orderId)
    }
  }
  return {
    balances: (skuIds, head) =>
      skuIds.length < MANY ? null : at(head, () => balances.read(skuIds)),
    promises(of, head) {
      const { index, anyOf } = of
      if (index === 'openSku') return anyOf.length < MANY ? null : at(head, () => open.read(anyOf))
      if (index !== 'orderId' || !anyOf.some((id) => freshOrders.has(id))) return null
      return at(head, () => {
        const rest = anyOf.filter((id) => !freshOrders.has(id))
        return rest.length === 0
          ? []
          : readAnyOf<Allocation>(db.table('allocations'), { ...of, anyOf: rest })
      })
    },
    follow(before, after, written) {
      idleCommits += 1
      const isIdle = idleCommits > IDLE_COMMITS_MAX && !written.puts.some(isFreshOrder)
      if (before.auditHash !== hash || written.isReversal || isIdle) clear()
      hash = after.auditHash
      if (!written.isReversal) follow(written)
    },
  }
}

function createMemories(db: PacklineDb) {
  return {
    balances: createIndexMemory<Balance>(
      () => db.table('balances'),
      'skuId',
      (row) => row.key,
    ),
    open: createIndexMemory<Allocation>(
      () => db.table('allocations'),
      'openSku',
      (row) => row.id,
    ),
  }
}

const isFreshOrder = ({ table, isNew }: Put): boolean => table === 'orders' && isNew === true

const isEmpty = (row: Balance): boolean => row.qtyConfirmed === 0 && row.qtyPending === 0
