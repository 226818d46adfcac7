import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { binIdOf } from '@/domain/record/place.ts'
import { put } from '@/domain/stock/decision.ts'
import { PacklineDb } from './db.ts'
import { openStation } from './dexieLedger.ts'
import { type RowCache, createRowCache } from './rowCache.ts'
import type { HeadRow } from './rows.ts'

/** Fewer rows than this are no business of the cache. */
const MANY = 20
const ids = Array.from({ length: MANY }, (_, i) => binIdOf(`A-01-1-${String(i).padStart(2, '0')}`))
const [first = ids[0] ?? binIdOf('')] = ids
let db: PacklineDb
let cache: RowCache
let head: HeadRow

beforeEach(async () => {
  db = new PacklineDb(`cache-${crypto.randomUUID()}`)
  head = await openStation(db, { station: 'st1', incarnation: 'i1' })
  await db.table('bins').bulkAdd(ids.map((id) => ({ id, zone: 'storage' })))
  cache = createRowCache(db)
})

afterEach(() => db.delete())

/** Another commit of this station: the head moves on. */
async function moveHead(auditHash: string): Promise<HeadRow> {
  const before = head
  head = { ...head, auditHash }
  await db.meta.put(head)
  return before
}

const zones = async () => {
  const rows = (await cache.getMany('bins', ids)) ?? []
  return new Set(rows.map((row) => row?.zone))
}
const rezone = (zone: string) => db.table('bins').toCollection().modify({ zone })

test('few rows, and rows of tables that change with each scan, are left to the store', () => {
  expect(cache.getMany('bins', ids.slice(1))).toBeNull()
  expect(cache.getMany('orders', ids)).toBeNull()
})

test('rows are read once while the head stands', async () => {
  expect(await zones()).toEqual(new Set(['storage']))
  await rezone('sort')
  expect(await zones()).toEqual(new Set(['storage']))
})

test('the commit of another page drops all rows', async () => {
  await zones()
  await rezone('sort')
  await moveHead('theirs')
  expect(await zones()).toEqual(new Set(['sort']))
})

test('a commit of ours drops the rows it wrote, and only those', async () => {
  await zones()
  await rezone('sort')
  const before = await moveHead('ours')
  cache.follow(before, head, [put('bins', { id: first } as never)], false)
  const rows = (await cache.getMany('bins', ids)) ?? []
  expect(rows.map((row) => row?.zone)).toEqual(['sort', ...ids.slice(1).map(() => 'storage')])
})

test('an UNDO, which may remove rows, drops all', async () => {
  await zones()
  await db.table('bins').delete(first)
  const before = await moveHead('undone')
  cache.follow(before, head, [], true)
  const rows = (await cache.getMany('bins', ids)) ?? []
  expect(rows[0]).toBeUndefined()
  expect(rows.slice(1).every((row) => row !== undefined)).toBe(true)
})

test('a commit that was rolled back leaves nothing of it behind', async () => {
  await zones()
  await rezone('sort')
  // The commit told the cache, then its transaction ended without a trace: the head stands.
  cache.follow(head, { ...head, auditHash: 'never' }, [], false)
  expect(await zones()).toEqual(new Set(['sort']))
})

test('a commit that follows on one the cache did not see drops all rows', async () => {
  await zones()
  await rezone('sort')
  await moveHead('theirs')
  const before = await moveHead('ours')
  cache.follow(before, head, [], false)
  expect(await zones()).toEqual(new Set(['sort']))
})

test('a row that is missing is looked for anew each time', async () => {
  const late = binIdOf('Z-99-9-99')
  const asked = [...ids, late]
  const before = await cache.getMany('bins', asked)
  expect(before?.at(-1)).toBeUndefined()
  await db.table('bins').add({ id: late, zone: 'pack' })
  const after = await cache.getMany('bins', asked)
  expect(after?.at(-1)).toMatchObject({ zone: 'pack' })
})

test('a full cache begins anew', async () => {
  for (const [rowsMax, seen] of [
    [ids.length, 'storage'],
    [ids.length - 1, 'sort'],
  ] as const) {
    await rezone('storage')
    cache = createRowCache(db, rowsMax)
    await zones()
    await rezone('sort')
    expect(await zones()).toEqual(new Set([seen]))
  }
})
