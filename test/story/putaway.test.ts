import { describe, expect, it } from 'vitest'
import { putawayJob } from '@/ui/screens/putaway/putawayJob.ts'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { binIdOf } from '@/domain/record/place.ts'
import { putawayWorkflow } from '@/workflow/putaway/putawayWorkflow.ts'
import { createInboundWorld, sumsPerSku } from '../driver/inboundWorld.ts'
import {
  type TestWarehouse,
  playStory,
  storyText,
  testBin,
  unworkedHops,
} from '../driver/testWarehouse.ts'

const BK1 = '9787442974540'
const BK2 = '9787472591762'
const XP1 = '6940055331138'
const STAGING = 'bin:RECV-01'

/** Of PO1: 20 x BK1, 3 x BK2, 4 x XP1 of lot L1 and 6 of lot L2 wait in the staging bin. */
async function createStagedWorld(): Promise<TestWarehouse> {
  const world = await createInboundWorld()
  await playStory(
    world.runner(receivingJob),
    `PO1\n${BK1}\n#20\n${BK2}\n#3\n${XP1}\nL1\n#271231\n#4\n:NEXT\n${XP1}\nL2\n#281231\n#6\n:OK`,
  )
  return world
}

async function tell(world: TestWarehouse, story: string): Promise<void> {
  expect(await playStory(world.runner(putawayJob), story)).toBe(storyText(story))
}

const tasks = (world: TestWarehouse) => world.db.documents('putawayTasks').toArray()

describe('putting received items away', () => {
  it('takes two scans an item: the item, then the suggested bin of its level', async () => {
    const world = await createStagedWorld()
    await tell(
      world,
      `${BK1} | scanBin | PUT-001
       A-01-2-01 | scanItem | PUT-005
       ${BK2} | scanBin | PUT-001
       A-01-3-01 | scanItem | PUT-005
       ${BK1} | scanItem | PUT-004`,
    )
    expect(await world.qtyAt('bin:A-01-2-01', 'BK1')).toBe(20)
    expect(await world.qtyAt('bin:A-01-3-01', 'BK2')).toBe(3)
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(0)
    expect(await sumsPerSku(world)).toEqual({ BK1: 0, BK2: 0, XP1: 0 })
    expect((await tasks(world)).map((task) => [task.qty, task.otherReason])).toContainEqual([
      20,
      null,
    ])
  })

  it('prefers the bin that holds the SKU already', async () => {
    const world = await createStagedWorld()
    await world.stock('A-01-4-01', 'BK1', 2)
    await tell(world, `${BK1} | scanBin | PUT-001\nA-01-4-01 | scanItem | PUT-005`)
    expect(await world.qtyAt('bin:A-01-4-01', 'BK1')).toBe(22)
  })

  it('puts a part away by a typed number; the rest waits', async () => {
    const world = await createStagedWorld()
    await tell(
      world,
      `${BK1} | scanBin | PUT-001
       #21 | scanBin | PUT-014
       #0 | scanBin | PUT-014
       #8 | scanBin | PUT-002
       A-01-2-01 | scanItem | PUT-018`,
    )
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(12)
  })

  it('offers as many as the best bin takes when no bin takes all', async () => {
    const world = await createStagedWorld()
    const small = { lengthMm: 220, widthMm: 150, heightMm: 250 }
    const codes = ['A-01-1-01', 'A-01-2-01', 'A-01-2-02', 'A-01-3-01', 'A-01-4-01']
    await world.seed(
      'bins',
      codes.map((code) => testBin(code, small)),
    )
    await tell(
      world,
      `${BK1} | scanBin | PUT-002
       A-01-2-01 | scanItem | PUT-018
       ${BK1} | scanBin | PUT-001
       A-01-2-02 | scanItem | PUT-005`,
    )
    expect(await world.qtyAt('bin:A-01-2-01', 'BK1')).toBe(16)
    expect(await world.qtyAt('bin:A-01-2-02', 'BK1')).toBe(4)
  })

  it('says so when no bin takes anything, and takes the bin that is made free', async () => {
    const world = await createStagedWorld()
    await world.db.documents('bins').where('zone').equals('storage').modify({ zone: 'supplies' })
    await world.db.documents('bins').update(binIdOf('RECV-01'), { zone: 'storage' })
    await tell(
      world,
      `${BK1} | scanBin | PUT-003
       A-01-2-01 | scanBin | PUT-011`,
    )
    await world.seed('bins', [testBin('B-01-1-01')])
    await tell(world, `${BK1} | scanBin | PUT-001\nB-01-1-01 | scanItem | PUT-005`)
  })
})

describe('another bin', () => {
  it('is taken after a second scan, and the reason is kept', async () => {
    const world = await createStagedWorld()
    await tell(
      world,
      `${BK1} | scanBin | PUT-001
       A-01-4-01 | confirmBin | PUT-006
       A-01-1-01 | confirmBin | PUT-006
       A-01-1-01 | scanItem | PUT-005`,
    )
    expect(await tasks(world)).toMatchObject([
      { binId: 'bin:A-01-1-01', suggestedBinId: 'bin:A-01-2-01', otherReason: 'floorChoice' },
    ])
  })

  it('is taken with the reason whose number is typed', async () => {
    const world = await createStagedWorld()
    await tell(
      world,
      `${BK1} | scanBin | PUT-001
       A-01-4-01 | confirmBin | PUT-006
       #9 | confirmBin | PUT-015
       #3 | scanItem | PUT-005`,
    )
    expect(await tasks(world)).toMatchObject([{ otherReason: 'binUnreachable' }])
  })

  it('may still be the suggested one', async () => {
    const world = await createStagedWorld()
    await tell(
      world,
      `${BK1} | scanBin | PUT-001
       A-01-4-01 | confirmBin | PUT-006
       A-01-2-01 | scanItem | PUT-005`,
    )
    expect(await tasks(world)).toMatchObject([{ otherReason: null }])
  })

  it('is refused when full, too weak, mixed against its rule, or no storage', async () => {
    const world = await createStagedWorld()
    await world.seed('bins', [
      testBin('B-01-1-01', { lengthMm: 220, widthMm: 150, heightMm: 100 }),
      testBin('B-01-1-02', { weightLimitG: 1000 }),
      testBin('B-01-1-03', { mixRule: 'oneSku' }),
      testBin('B-01-1-04', { mixRule: 'oneLot' }),
      testBin('B-01-1-05', { lengthMm: 10 }),
    ])
    await world.stock('B-01-1-03', 'BK2', 1)
    await world.stock('B-01-1-04', 'BK1', 1, 'OTHER')
    await tell(
      world,
      `${BK1} | scanBin | PUT-001
       B-01-1-01 | scanBin | PUT-007
       B-01-1-02 | scanBin | PUT-008
       B-01-1-03 | scanBin | PUT-009
       B-01-1-04 | scanBin | PUT-010
       X-01-1-01 | scanBin | PUT-011
       B-01-1-05 | scanBin | PUT-012
       RECV-01 | scanBin | PUT-011`,
    )
  })
})

describe('taking back and going on', () => {
  it('refuses what makes no sense now', async () => {
    const world = await createStagedWorld()
    await tell(
      world,
      `A-01-2-01 | scanItem | PUT-017
       #3 | scanItem | PUT-017
       *3 | scanItem | PUT-022
       NOBODY | scanItem | SCAN-001
       ${BK1} | scanBin | PUT-001
       :BACK | scanItem | PUT-016
       :OK | scanItem | SCAN-004`,
    )
  })

  it('undoes back to the first step, and leaves everything in staging', async () => {
    const world = await createStagedWorld()
    const runner = world.runner(putawayJob)
    await playStory(runner, `${BK1}\nA-01-2-01\n${BK2}\nA-01-4-01\nA-01-4-01`)
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(0)
    for (let left = runner.view().undoDepth; left > 0; left -= 1)
      expect((await runner.undo()).code).toBe(left > 1 ? 'UNDO-001' : 'UNDO-090')
    expect(runner.view().state).toEqual({ kind: 'scanItem', nearCode: '' })
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(20)
    expect(await world.qtyAt(STAGING, 'BK2')).toBe(3)
    expect(await tasks(world)).toEqual([])
  })

  it('resumes with the item in hand after the power is cut', async () => {
    const world = await createStagedWorld()
    for (const scan of [BK1, 'A-01-4-01', 'A-01-4-01', BK2, 'A-01-3-01']) {
      const runner = world.runner(putawayJob)
      await runner.resume()
      await playStory(runner, scan)
    }
    expect(await world.qtyAt('bin:A-01-4-01', 'BK1')).toBe(20)
    expect(await world.qtyAt('bin:A-01-3-01', 'BK2')).toBe(3)
    expect(await sumsPerSku(world)).toEqual({ BK1: 0, BK2: 0, XP1: 0 })
  })

  it('tells when the items were put away by somebody else meanwhile', async () => {
    const world = await createStagedWorld()
    const mine = world.runner(putawayJob)
    await playStory(mine, BK1)
    await playStory(world.runner(putawayJob), `${BK1}\nA-01-2-01`)
    expect(await playStory(mine, 'A-01-2-01')).toBe('A-01-2-01 | scanItem | PUT-013')
  })

  it('asks for another bin when the bin was filled meanwhile', async () => {
    const world = await createStagedWorld()
    await world.seed('bins', [testBin('A-01-2-01', { heightMm: 60 })])
    const mine = world.runner(putawayJob)
    await playStory(mine, `${BK2}\n#2\nA-01-2-01`)
    // The bin changes between the check of the scan and the commit of the command.
    const loadState = mine.view().state
    expect(loadState.kind).toBe('confirmBin')
    await world.seed('bins', [testBin('A-01-2-01', { mixRule: 'oneSku' })])
    await world.stock('A-01-2-01', 'BK9', 1)
    expect(await playStory(mine, '#1')).toBe('#1 | scanBin | PUT-009')
    expect(await playStory(mine, 'A-01-3-01')).toBe('A-01-3-01 | scanItem | PUT-018')
  })

  it('drops the other bin for other items', async () => {
    const world = await createStagedWorld()
    await tell(
      world,
      `${BK1} | scanBin | PUT-001
       A-01-4-01 | confirmBin | PUT-006
       ${BK2} | scanBin | PUT-001
       A-01-4-01 | confirmBin | PUT-006
       :BACK | scanItem | PUT-016`,
    )
    expect(unworkedHops(putawayWorkflow)).toEqual([])
  })
})
