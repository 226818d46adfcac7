import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PacklineDb } from '../db.ts'
import { watchCalmly } from './stationData.ts'

let db: PacklineDb

beforeEach(async () => {
  db = new PacklineDb(`watch-${crypto.randomUUID()}`)
  // Making the database is a change too.
  await db.meta.put(head(0))
})

afterEach(() => db.delete())

const head = (seq: number) => ({ key: 'head', seq }) as never
const failed = (error: unknown) => expect.unreachable(String(error))

test('what is watched calmly is read a moment after a change, not once for each of many', async () => {
  const readsAtMs: number[] = []
  const heard: (number | undefined)[] = []
  const stop = watchCalmly(
    async () => {
      readsAtMs.push(performance.now())
      return (await db.meta.get('head'))?.seq
    },
    (seq) => heard.push(seq),
    failed,
  )
  await vi.waitFor(() => expect(heard).toEqual([0]))
  const changedAtMs = performance.now()
  await Promise.all([1, 2, 3].map((seq) => db.meta.put(head(seq))))
  await vi.waitFor(() => expect(heard.at(-1)).toBe(3))
  const after = readsAtMs.filter((atMs) => atMs > changedAtMs)
  expect((after[0] ?? 0) - changedAtMs).toBeGreaterThan(30)
  expect(after.length).toBeLessThan(3)
  await db.meta.put(head(4))
  await vi.waitFor(() => expect(heard.at(-1)).toBe(4))
  stop()
})
