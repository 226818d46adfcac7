import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@/kernel/json.ts'
import { createSeededRandom } from '@/kernel/random.ts'
import { type TableName, tableIndexes } from '@/domain/record/tables.ts'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import type { Runner } from '@/ui/workflow/runner.ts'
import { createInboundWorld } from '../driver/inboundWorld.ts'
import { intake, testDraft } from '../driver/testOrder.ts'
import {
  type TestWarehouse,
  createTestWarehouse,
  playStory,
  testBin,
  testSku,
} from '../driver/testWarehouse.ts'

/** Scans of one sequence; the seed is in the test's name. */
const SEQUENCES = 12
const SCANS = 25

/** Everything that can be seen of the warehouse, and where the person stands. */
async function picture(world: TestWarehouse, runner: Runner<unknown>): Promise<string> {
  const tables = Object.keys(tableIndexes) as TableName[]
  const rows = await Promise.all(tables.map((table) => world.db.documents(table).toArray()))
  const balances = await world.db.balances.orderBy('key').toArray()
  return canonicalJson({ state: runner.view().state, rows, balances })
}

/** Works random scans, keeping a picture before each step that can be taken back; then takes all of
 *  them back, one by one, and compares. */
async function workAndUndo(
  world: TestWarehouse,
  runner: Runner<{ kind: string }>,
  random: { int(below: number): number },
  scans: readonly string[],
): Promise<number> {
  const pictures: string[] = []
  for (let n = 0; n < SCANS; n += 1) {
    const before = await picture(world, runner)
    const depth = runner.view().undoDepth
    await playStory(runner, scans[random.int(scans.length)] ?? '')
    if (runner.view().undoDepth > depth) pictures.push(before)
  }
  const steps = pictures.length
  for (let k = pictures.length; k > 0; k -= 1) {
    expect(await playStory(runner, 'UNDO')).toMatch(/UNDO-001|UNDO-090|RECV-046/)
    expect(await picture(world, runner)).toBe(pictures.pop())
  }
  return steps
}

async function pickingWorld(): Promise<TestWarehouse> {
  const world = await createTestWarehouse()
  await world.seed('skus', [testSku('BK1'), testSku('BK2'), testSku('BK3')])
  await world.seed('bins', [
    testBin('A-01-1-01'),
    testBin('A-02-1-01'),
    testBin('B-01-1-01'),
    testBin('S-01-1-01', { zone: 'sort', role: 'staging' }),
  ])
  await world.stock('A-01-1-01', 'BK1', 3)
  await world.stock('A-02-1-01', 'BK1', 3)
  await world.stock('B-01-1-01', 'BK2', 4)
  await world.stock('B-01-1-01', 'BK3', 1)
  await intake(
    world,
    testDraft('100', { BK1: 2, BK3: 1 }),
    testDraft('101', { BK2: 1 }),
    testDraft('102', { BK1: 1, BK2: 2 }),
  )
  return world
}

const pickScans = [
  'T-0001',
  'T-0002',
  'T-0001',
  'T-0002',
  'BK1',
  'BK2',
  'BK3',
  ':OK',
  ':SKIP',
  ':SHORT',
  '*2',
  '#1',
  'A-01-1-01',
  'A-02-1-01',
  'B-01-1-01',
]
const receiveScans = [
  'PO1',
  'PO2',
  'BK1',
  'BK2',
  'XP1',
  'L7',
  '#271231',
  '#3',
  '*4',
  ':OK',
  ':SHORT',
  ':DAMAG',
  ':PHOTO',
  ':YES',
  'NOSUCH',
]

describe('taking steps back', () => {
  it.each([
    { name: 'picking', seed: 8841, open: pickingWorld, job: pickingJob, scans: pickScans },
    {
      name: 'receiving',
      seed: 8842,
      open: createInboundWorld,
      job: receivingJob,
      scans: receiveScans,
    },
  ])(
    '$name comes back to every state before, step by step (seed $seed)',
    async (run) => {
      const random = createSeededRandom(run.seed)
      let steps = 0
      for (let n = 0; n < SEQUENCES; n += 1) {
        const world = await run.open()
        const runner = world.runner(run.job as never) as Runner<{ kind: string }>
        steps += await workAndUndo(world, runner, random, run.scans)
      }
      // The scans have to do something, or nothing was tried.
      expect(steps).toBeGreaterThan(SEQUENCES * 3)
    },
    120_000,
  )
})
