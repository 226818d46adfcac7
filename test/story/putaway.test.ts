import { describe, expect, it } from 'vitest'
import { putawayJob } from '@/ui/screens/putaway/putawayJob.ts'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { createInboundWorld, sumsPerSku } from '../driver/inboundWorld.ts'
import { type TestWarehouse, playStory, storyText } from '../driver/testWarehouse.ts'

const BK1 = '9787442974540'
const BK2 = '9787472591762'

/** PO1 received: 20 x BK1, 3 x BK2 wait in the staging bin. */
async function createStagedWorld(): Promise<TestWarehouse> {
  const world = await createInboundWorld()
  await playStory(world.runner(receivingJob), `PO1\n${BK1}\n#20\n${BK2}\n#3`)
  return world
}

async function tell(world: TestWarehouse, story: string): Promise<void> {
  expect(await playStory(world.runner(putawayJob), story)).toBe(storyText(story))
}

describe('putting received items away', () => {
  it('takes two scans an item: the item, then the suggested bin of its level', async () => {
    const world = await createStagedWorld()
    await tell(
      world,
      `${BK1} | scanBin | PUT-001
       A-01-2-01 | scanItem | PUT-005
       ${BK2} | scanBin | PUT-001
       A-01-3-01 | scanItem | PUT-005`,
    )
    expect(await world.qtyAt('bin:A-01-2-01', 'BK1')).toBe(20)
    expect(await world.qtyAt('bin:A-01-3-01', 'BK2')).toBe(3)
    expect(await world.qtyAt('bin:RECV-01', 'BK1')).toBe(0)
    expect(await sumsPerSku(world)).toEqual({ BK1: 0, BK2: 0 })
  })
})
