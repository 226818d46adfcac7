import { expect, it } from 'vitest'
import { readDemoWork } from '@/store/queries/demo/readDemoWork.ts'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { createInboundWorld } from '../driver/inboundWorld.ts'
import { playStory } from '../driver/testWarehouse.ts'

const BK1 = '9787442974540'
const BK2 = '9787472591762'

it('the practice shop offers the goods of the order that was just opened, not of another half done', async () => {
  const world = await createInboundWorld()
  const offered = async () => (await readDemoWork(world.db)).openSkus
  expect(await offered()).toEqual([])
  const runner = world.runner(receivingJob)
  await playStory(runner, 'PO1 | scanItem | RECV-001')
  expect((await offered())[0]).toBe(BK1)
  await playStory(
    runner,
    `${BK1} | scanItem | RECV-005\n:OK | scanItem | RECV-030\n:OK | scanOrder | RECV-032`,
  )
  await playStory(runner, 'PO2 | scanItem | RECV-001')
  expect(await offered()).toEqual([BK2])
})
