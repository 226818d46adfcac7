import { afterEach, beforeEach, expect, test } from 'vitest'
import { binIdOf, skuIdOf, toteIdOf } from '@/domain/record/place.ts'
import { balanceKey } from '@/domain/stock/balance.ts'
import { PacklineDb } from './db.ts'
import { createDexieReader } from './dexieReader.ts'
import { rememberReads } from './txMemory.ts'

const full = binIdOf('A-01-1-01')
const empty = binIdOf('A-01-1-02')
const skuId = skuIdOf('SK1')
const place = (placeId: typeof full) => ({ placeId, state: 'available' }) as const
const balance = {
  key: balanceKey(place(full), skuId, ''),
  placeId: full,
  skuId,
  lot: '',
  state: 'available',
  qtyConfirmed: 0,
  qtyPending: 4,
} as const
const toteId = toteIdOf('T-0001')
let db: PacklineDb

beforeEach(async () => {
  db = new PacklineDb(`memory-${crypto.randomUUID()}`)
  await db.balances.add(balance)
  await db.documents('totes').add({ id: toteId, code: 'T-0001', orderId: null } as never)
})

afterEach(() => db.delete())

const open = () => rememberReads(createDexieReader(db))

test('a row that was read is known, one that is missing is known to be missing, others are not', async () => {
  const { reader, row } = open()
  await reader.getMany('totes', [toteId, toteIdOf('T-0002')])
  expect(row('totes', toteId)).toMatchObject({ code: 'T-0001' })
  expect(row('totes', toteIdOf('T-0002'))).toBeNull()
  expect(row('totes', toteIdOf('T-0003'))).toBeUndefined()
  expect(row('orders', toteId)).toBeUndefined()
})

test('rows of a list are known by their id', async () => {
  const { reader, row } = open()
  await reader.list('totes', { limit: 5 })
  expect(row('totes', toteId)).toMatchObject({ code: 'T-0001' })
})

test('a balance asked for by its key is known, there or not', async () => {
  const memory = open()
  const missing = { key: balanceKey(place(empty), skuId, ''), placeId: empty }
  expect(memory.balance(balance)).toBeUndefined()
  await memory.reader.balances({ keys: [balance.key, missing.key] })
  expect(memory.balance(balance)).toMatchObject({ qtyPending: 4 })
  expect(memory.balance(missing)).toBeNull()
})

test('after a whole place was read, what it does not hold is known too', async () => {
  const memory = open()
  await memory.reader.balances({ placeId: full })
  const other = { key: balanceKey(place(full), skuIdOf('SK2'), ''), placeId: full }
  expect(memory.balance(other)).toBeNull()
  expect(
    memory.balance({ key: balanceKey(place(empty), skuId, ''), placeId: empty }),
  ).toBeUndefined()
})
