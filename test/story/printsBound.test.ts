import { expect, it } from 'vitest'
import type { PrintIntent, PrintIntentState } from '@/domain/record/outbound.ts'
import { COUNTED_MAX } from '@/store/queries/countRows.ts'
import { PRINTS_AT_ONCE_MAX, readQueuedPrints } from '@/store/queries/packing/readPrints.ts'
import { readPrintTroubles } from '@/store/queries/printing/readPrintTroubles.ts'
import { createTestWarehouse } from '../driver/testWarehouse.ts'

/** `count` prints, the last one asked for first. */
const prints = (state: PrintIntentState, count: number): PrintIntent[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `tote:${state}-${n}:1`,
    kind: 'tote',
    no: `${state}-${n}`,
    revision: 1,
    state,
    reason: '',
    docRef: '',
    atMs: count - n,
  }))

it('a long queue of prints is read oldest first, and no row more than is looked at', async () => {
  const world = await createTestWarehouse()
  const more = PRINTS_AT_ONCE_MAX + 50
  await world.seed('printIntents', [
    ...prints('queued', more),
    ...prints('refused', COUNTED_MAX + 200),
    ...prints('accepted', 20),
  ])
  let readRows = 0
  world.db.table('printIntents').hook('reading', (row) => {
    readRows += 1
    return row
  })
  const queued = await readQueuedPrints(world.db)
  expect(queued.map(({ atMs }) => atMs)).toEqual(queued.map((_, n) => n + 1))
  expect([queued.length, readRows]).toEqual([PRINTS_AT_ONCE_MAX, PRINTS_AT_ONCE_MAX])
  const { setAside, doubts, strays } = await readPrintTroubles(world.db)
  expect(setAside.map(({ atMs }) => atMs)).toEqual(setAside.map((_, n) => n + 1))
  expect([setAside.length, doubts, strays]).toEqual([COUNTED_MAX + 1, [], []])
  expect(readRows).toBe(PRINTS_AT_ONCE_MAX + COUNTED_MAX + 1)
})
