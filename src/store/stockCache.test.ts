import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Allocation } from '@/domain/record/order.ts'
import { binIdOf, skuIdOf } from '@/domain/record/place.ts'
import type { Balance } from '@/domain/stock/balance.ts'
import { putNew } from '@/domain/stock/decision.ts'
import { PacklineDb } from './db.ts'
import { openStation } from './dexieLedger.ts'
import { type StockCache, createStockCache } from './stockCache.ts'
import type { HeadRow } from './rows.ts'

/** More than one page is read ahead in; every SKU has one balance and one open promise. */
const SKUS = 4_500
const skuOf = (no: number) => skuIdOf(`SK${String(no).padStart(5, '0')}`)
const scattered = Array.from({ length: 40 }, (_, i) => skuOf((i * 1_117) % SKUS))
const [first = skuOf(0)] = scattered
const of = (skuIds: readonly string[]) => ({ index: 'openSku', anyOf: skuIds, limit: 9 }) as const

const balance = (no: number, qty: number): Balance => ({
  key: `b${no}`,
  placeId: binIdOf('A-01-1-01'),
  skuId: skuOf(no),
  lot: '',
  state: 'available',
  qtyConfirmed: 0,
  qtyPending: qty,
})
const promise = (no: number, orderId = 'o0', id = `p${no}`): Allocation => {
  const [skuId, placeId] = [skuOf(no), binIdOf('A-01-1-01')]
  const open = { openSku: skuId, openPlace: placeId, state: 'open' as const }
  return { id, orderId, orderLine: 1, skuId, placeId, lot: '', qty: 1, ...open }
}

let db: PacklineDb
let cache: StockCache
let head: HeadRow

beforeEach(async () => {
  db = new PacklineDb(`stock-${crypto.randomUUID()}`)
  head = await openStation(db, { station: 'st1', incarnation: 'i1' })
  const all = Array.from({ length: SKUS }, (_, no) => no)
  await db.balances.bulkAdd(all.map((no) => balance(no, 5)))
  await db.table('allocations').bulkAdd(all.map((no) => promise(no)))
  cache = createStockCache(db)
})

afterEach(() => db.delete())

const headNow = () => db.meta.get('head')
const qtys = async () => {
  const rows = (await cache.balances(scattered, headNow())) ?? []
  return rows.map((row) => row.qtyPending)
}
const counts = async (skuIds: readonly string[]) =>
  (await cache.promises(of(skuIds), headNow()))?.filter((row) => row.skuId === first).length

/** A commit of this page with what it wrote, or of another one without. */
async function commit(auditHash: string, wrote?: Parameters<StockCache['follow']>[2]) {
  const before = head
  head = { ...head, auditHash }
  await db.meta.put(head)
  if (wrote) cache.follow(before, head, wrote)
}
const nothing = { commandId: 'c1', puts: [], balances: [], isReversal: false }

test('a few SKUs are left to the store', () => {
  expect(cache.balances(scattered.slice(0, 19), headNow())).toBeNull()
  expect(cache.promises(of(scattered.slice(0, 19)), headNow())).toBeNull()
})

test('stock is read once for all SKUs, and follows each commit of this page', async () => {
  expect(await qtys()).toEqual(scattered.map(() => 5))
  await db.balances.toCollection().modify({ qtyPending: 1 })
  expect(await qtys(), 'nobody committed').toEqual(scattered.map(() => 5))
  const no = Number(first.slice(2))
  await commit('ours', { ...nothing, balances: [balance(no, 4)] })
  expect((await qtys())[0]).toBe(4)
  await commit('gone', { ...nothing, balances: [balance(no, 0)] })
  expect(await qtys()).toHaveLength(scattered.length - 1)
  await commit('theirs')
  expect(await qtys(), 'another page committed').toEqual(scattered.map(() => 1))
})

test('a promise made is known, one released is not, and an UNDO drops all', async () => {
  expect(await counts(scattered)).toBe(1)
  const made = promise(Number(first.slice(2)), 'o1', 'fresh')
  await commit('made', { ...nothing, puts: [putNew('allocations', made)] })
  expect(await counts(scattered)).toBe(2)
  const { openSku: _, openPlace: __, ...released } = made
  const puts = [putNew('allocations', { ...released, state: 'released' })]
  await commit('released', { ...nothing, puts })
  expect(await counts(scattered)).toBe(1)
  await db.table('allocations').clear()
  await commit('undone', { ...nothing, isReversal: true })
  expect(await counts(scattered)).toBe(0)
})

test('an order just filed has no promises until some are made', async () => {
  const orders = { index: 'orderId', anyOf: ['o7'], limit: 9 } as const
  expect(cache.promises(orders, headNow()), 'nobody knows').toBeNull()
  await commit('filed', { ...nothing, puts: [putNew('orders', { id: 'o7' } as never)] })
  expect(await cache.promises(orders, headNow())).toEqual([])
  const made = promise(1, 'o7', 'for o7')
  await db.table('allocations').add(made)
  await commit('made', { ...nothing, puts: [putNew('allocations', made)] })
  expect(cache.promises(orders, headNow())).toBeNull()
  await commit('filed again', { ...nothing, puts: [putNew('orders', { id: 'o7' } as never)] })
  await commit('theirs')
  expect(await cache.promises(orders, headNow()), 'another page').toHaveLength(1)
})
