import type { SkuId } from '@/domain/record/place.ts'
import type { Allocation } from '@/domain/record/order.ts'
import { placeCode } from '@/domain/record/place.ts'
import type { Sku } from '@/domain/record/sku.ts'
import { type Balance, balanceQty } from '@/domain/stock/balance.ts'
import type { Movement, StockState } from '@/domain/stock/movement.ts'
import type { PacklineDb } from '../../db.ts'

/** One line of "what lies where", ready to draw. */
export interface StockRow {
  readonly key: string
  readonly skuId: SkuId
  readonly name: string
  readonly place: string
  readonly outside: boolean
  readonly lot: string
  readonly state: StockState
  readonly qty: number
  /** Pieces of it that are promised to orders. */
  readonly reservedQty: number
}

/** One ledger line in words. */
export interface MovementRow {
  readonly id: string
  readonly atMs: number
  readonly skuId: string
  readonly lot: string
  readonly qty: number
  readonly from: string
  readonly to: string
  readonly fromState: StockState
  readonly toState: StockState
  readonly reason: string
  readonly docRef: string
  readonly operatorName: string
}

/** Rows of a list are cut here; the screen says how many more there are. */
export const STOCK_ROWS_MAX = 200
export const MOVEMENT_ROWS_MAX = 200
/** What a scan shows at once; the older ones come on asking. Reading and drawing 200 takes longer than
 *  the answer to the scan may. */
export const MOVEMENT_ROWS_FIRST = 20

export interface StockView {
  readonly sku: Sku | null
  readonly rows: readonly StockRow[]
  readonly movements: readonly MovementRow[]
  readonly moreRows: number
  /** There may be older movements than the ones read. */
  readonly hasOlder: boolean
}

/** Everything about one SKU: its places and its last movements, newest first, at most `movementsMax`. */
export async function readSkuStock(
  db: PacklineDb,
  skuId: SkuId,
  movementsMax: number = MOVEMENT_ROWS_FIRST,
): Promise<StockView> {
  const [sku, balances, movements] = await Promise.all([
    db.documents('skus').get(skuId),
    db.balances.where('skuId').equals(skuId).toArray(),
    db.movements.where('skuId').equals(skuId).reverse().limit(movementsMax).toArray(),
  ])
  const inside = balances.filter((balance) => balance.placeId.includes(':'))
  // By SKU, not by place: a good bin holds promises of many SKUs, thousands on a busy day.
  const open = await db.documents('allocations').where('openSku').equals(skuId).toArray()
  const rows = await toRows(db, inside, open)
  return {
    sku: sku ?? null,
    ...cut(rows),
    movements: await toMovementRows(db, movements),
    hasOlder: movements.length >= movementsMax && movementsMax < MOVEMENT_ROWS_MAX,
  }
}

/** Everything in one bin or tote, and what moved there last, at most `movementsMax` movements. */
export async function readPlaceStock(
  db: PacklineDb,
  placeId: string,
  movementsMax: number = MOVEMENT_ROWS_FIRST,
): Promise<StockView> {
  const last = (index: string) =>
    db.movements.where(index).equals(placeId).reverse().limit(movementsMax).toArray()
  const [balances, out, into] = await Promise.all([
    db.balances.where('placeId').equals(placeId).toArray(),
    last('from.placeId'),
    last('to.placeId'),
  ])
  const movements = [...out, ...into].sort((a, b) => b.seq - a.seq || b.line - a.line)
  const open = await db.documents('allocations').where('openPlace').equals(placeId).toArray()
  const rows = await toRows(db, balances, open)
  return {
    sku: null,
    ...cut(rows),
    movements: await toMovementRows(db, movements.slice(0, movementsMax)),
    hasOlder: movements.length >= movementsMax && movementsMax < MOVEMENT_ROWS_MAX,
  }
}

/** The first SKUs whose code or name begins with the text, for the search field. */
export async function searchSkus(db: PacklineDb, text: string): Promise<Sku[]> {
  const skus = db.documents('skus')
  const [byCode, byName] = await Promise.all([
    skus.where('id').startsWithIgnoreCase(text).limit(STOCK_ROWS_MAX).toArray(),
    skus.where('name').startsWith(text).limit(STOCK_ROWS_MAX).toArray(),
  ])
  const found = new Map([...byCode, ...byName].map((sku) => [sku.id, sku]))
  return [...found.values()].slice(0, STOCK_ROWS_MAX)
}

function cut(rows: StockRow[]): { rows: StockRow[]; moreRows: number } {
  return {
    rows: rows.slice(0, STOCK_ROWS_MAX),
    moreRows: Math.max(0, rows.length - STOCK_ROWS_MAX),
  }
}

async function toRows(
  db: PacklineDb,
  balances: readonly Balance[],
  open: readonly Allocation[],
): Promise<StockRow[]> {
  const ids = [...new Set(balances.map((balance) => balance.skuId))]
  const skus = new Map((await db.documents('skus').bulkGet(ids)).map((sku) => [sku?.id, sku]))
  const reserved = sumByBalance(open)
  const rows = balances.map((balance): StockRow => {
    const { key, skuId, lot, state, placeId } = balance
    const isAvailable = state === 'available'
    return {
      key,
      skuId,
      name: skus.get(skuId)?.name ?? skuId,
      place: placeCode(placeId),
      outside: !placeId.includes(':'),
      lot,
      state,
      qty: balanceQty(balance),
      reservedQty: isAvailable ? (reserved.get(`${placeId}|${skuId}|${lot}`) ?? 0) : 0,
    }
  })
  return rows.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
}

function sumByBalance(open: readonly Allocation[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { placeId, skuId, lot, qty } of open) {
    const key = `${placeId}|${skuId}|${lot}`
    sums.set(key, (sums.get(key) ?? 0) + qty)
  }
  return sums
}

async function toMovementRows(
  db: PacklineDb,
  movements: readonly Movement[],
): Promise<MovementRow[]> {
  const ids = [...new Set(movements.map((movement) => movement.operatorId))]
  const operators = await db.documents('operators').bulkGet(ids)
  const names = new Map(operators.map((operator) => [operator?.id, operator?.name]))
  return movements.map((movement) => toMovementRow(movement, names.get(movement.operatorId)))
}

function toMovementRow(movement: Movement, operatorName?: string): MovementRow {
  const { id, atMs, skuId, lot, qty, from, to, reason, docRef, operatorId } = movement
  return {
    id,
    atMs,
    skuId,
    lot,
    qty,
    from: placeCode(from.placeId),
    to: placeCode(to.placeId),
    fromState: from.state,
    toState: to.state,
    reason,
    docRef,
    operatorName: operatorName ?? operatorId,
  }
}
