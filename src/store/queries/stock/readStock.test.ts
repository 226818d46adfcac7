import { afterEach, beforeEach, expect, test } from 'vitest'
import { binIdOf, skuIdOf } from '@/domain/record/place.ts'
import type { Allocation } from '@/domain/record/order.ts'
import { PacklineDb } from '../../db.ts'
import { readPlaceStock, readSkuStock } from './readStock.ts'

const bin = binIdOf('A-01-1-01')
const own = skuIdOf('SK1')
const neighbour = skuIdOf('SK2')
let db: PacklineDb

beforeEach(async () => {
  db = new PacklineDb(`stock-${crypto.randomUUID()}`)
  const balance = { placeId: bin, lot: '', state: 'available', qtyConfirmed: 0 } as const
  await db.balances.bulkAdd([
    { ...balance, key: 'own', skuId: own, qtyPending: 9 },
    { ...balance, key: 'neighbour', skuId: neighbour, qtyPending: 900 },
  ])
  await db
    .documents('allocations')
    .bulkAdd([
      promise(0, own, 2),
      promise(1, own, 1),
      ...Array.from({ length: 500 }, (_, i) => promise(2 + i, neighbour, 1)),
    ])
})

afterEach(() => db.delete())

function promise(no: number, skuId: typeof own, qty: number): Allocation {
  const open = { openSku: skuId, openPlace: bin }
  const order = { orderId: `o${no}`, orderLine: 1 }
  return { id: `a${no}`, ...order, skuId, placeId: bin, lot: '', qty, state: 'open', ...open }
}

test('the stock of one SKU is read without the promises of its neighbours', async () => {
  let read = 0
  db.documents('allocations').hook('reading', (row) => {
    read += 1
    return row
  })
  const { rows } = await readSkuStock(db, own)
  expect(rows.map(({ qty, reservedQty }) => ({ qty, reservedQty }))).toEqual([
    { qty: 9, reservedQty: 3 },
  ])
  expect(read).toBe(2)
})

test('the stock of one bin says what is promised of each SKU', async () => {
  const { rows } = await readPlaceStock(db, bin)
  const promised = new Map(rows.map(({ skuId, reservedQty }) => [skuId, reservedQty]))
  expect(promised.get(own)).toBe(3)
  expect(promised.get(neighbour)).toBe(500)
})
