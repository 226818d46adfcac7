import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PacklineDb } from './db.ts'
import { readAnyOf, readMany } from './readMany.ts'

/** From so many on, a range is read instead of single rows. */
const MANY = 20
let db: PacklineDb

beforeEach(() => {
  db = new PacklineDb(`many-${crypto.randomUUID()}`)
})

afterEach(() => db.delete())

const totes = () => db.table('totes')
const toteIds = (count: number, from = 1) =>
  Array.from({ length: count }, (_, i) => `tote:T-${String(from + i).padStart(4, '0')}`)
/** `perOrder` totes for each order. */
const fill = (count: number, perOrder = 1) =>
  totes().bulkAdd(
    toteIds(count).map((id, i) => ({
      id,
      code: id.slice(5),
      orderId: `o${String(Math.floor(i / perOrder)).padStart(4, '0')}`,
    })),
  )
const orderIds = (count: number) =>
  Array.from({ length: count }, (_, i) => `o${String(i).padStart(4, '0')}`)
const idsOf = (rows: readonly unknown[]) =>
  rows.map((row) => (row as { id: string } | undefined)?.id)

test.each([MANY - 1, MANY, MANY + 1])(
  '%i rows come in the order asked for, also asked for twice',
  async (count) => {
    await fill(count)
    const ids = [...toteIds(count).reverse(), toteIds(1)[0] ?? '']
    expect(idsOf(await readMany(totes(), ids))).toEqual(ids)
  },
)

test('rows that are missing, before, between and behind the others, are undefined', async () => {
  await fill(MANY)
  await totes().bulkDelete(['tote:T-0003', 'tote:T-0020'])
  const ids = ['tote:S-9999', ...toteIds(MANY + 5)]
  const there = new Set(toteIds(MANY).filter((id) => !['tote:T-0003', 'tote:T-0020'].includes(id)))
  expect(idsOf(await readMany(totes(), ids))).toEqual(
    ids.map((id) => (there.has(id) ? id : undefined)),
  )
})

test('none of many is there', async () => {
  expect(idsOf(await readMany(totes(), toteIds(MANY)))).toEqual(toteIds(MANY).map(() => undefined))
})

test('rows far apart are found, too: their range is not worth reading', async () => {
  await fill(MANY * 10)
  const ids = toteIds(MANY * 10).filter((_, i) => i % 10 === 0)
  expect(idsOf(await readMany(totes(), ids))).toEqual(ids)
})

test.each([MANY - 1, MANY])(
  'of each of %i values at most so many rows are read as asked for',
  async (count) => {
    await fill(count * 3, 3)
    const of = { index: 'orderId', anyOf: orderIds(count), limit: 2 } as const
    const rows = await readAnyOf(totes() as never, of as never)
    expect(rows).toHaveLength(count * 2)
  },
)

test('rows of values between those asked for are left out', async () => {
  await fill(MANY * 2)
  const anyOf = orderIds(MANY * 2).filter((_, i) => i % 2 === 0)
  const rows = await readAnyOf(totes() as never, { index: 'orderId', anyOf, limit: 1 } as never)
  expect(rows).toHaveLength(anyOf.length)
  expect(new Set(rows.map((row) => Object(row).orderId))).toEqual(new Set(anyOf))
})

test('none of many values has a row', async () => {
  const of = { index: 'orderId', anyOf: orderIds(MANY), limit: 1 }
  expect(await readAnyOf(totes() as never, of as never)).toEqual([])
})
