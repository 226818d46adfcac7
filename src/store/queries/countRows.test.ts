import { afterEach, beforeEach, expect, test } from 'vitest'
import { PacklineDb } from '../db.ts'
import { COUNTED_MAX, countRows } from './countRows.ts'

let db: PacklineDb

beforeEach(() => {
  db = new PacklineDb(`count-${crypto.randomUUID()}`)
})

afterEach(() => db.delete())

test.each([
  [0, 0],
  [COUNTED_MAX - 1, COUNTED_MAX - 1],
  [COUNTED_MAX, COUNTED_MAX],
  [COUNTED_MAX + 1, COUNTED_MAX + 1],
  [COUNTED_MAX + 500, COUNTED_MAX + 1],
])('%i rows are counted as %i', async (rows, counted) => {
  const balances = Array.from({ length: rows }, (_, i) => ({ key: `${i}`, placeId: 'bin:A' }))
  await db.balances.bulkAdd([...balances, { key: 'other', placeId: 'bin:B' }] as never)
  expect(await countRows(db.balances.where('placeId').equals('bin:A'))).toBe(counted)
})
