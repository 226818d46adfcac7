import { describe, expect, it } from 'vitest'
import { putawayJob } from '@/ui/screens/putaway/putawayJob.ts'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { createInboundWorld } from '../driver/inboundWorld.ts'
import { type TestWarehouse, playStory, storyText, testTote } from '../driver/testWarehouse.ts'

const BK1 = '9787442974540'
const BK2 = '9787472591762'
const XP1 = '6940055331138'

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

describe('lots and totes', () => {
  it('takes one lot at a time; the same item again turns to the next lot', async () => {
    const world = await createStagedWorld()
    await tell(
      world,
      `${XP1} | scanBin | PUT-001
       ${XP1} | scanBin | PUT-020
       A-01-3-01 | scanItem | PUT-005
       ${XP1} | scanBin | PUT-001
       A-01-3-01 | scanItem | PUT-005`,
    )
    expect((await tasks(world)).map((task) => `${task.lot} ${task.qty}`).sort()).toEqual([
      'L1 4',
      'L2 6',
    ])
  })

  it('puts everything in a tote into one bin', async () => {
    const world = await createStagedWorld()
    await world.seed('totes', [testTote('T-0001'), testTote('T-0002')])
    for (const [sku, qty] of [
      ['BK1', 4],
      ['BK2', 2],
    ] as const) {
      const args = { placeId: 'tote:T-0001', skuId: sku, qty }
      await seedTote(world, args)
    }
    await tell(
      world,
      `T-0002 | scanItem | PUT-019
       T-0001 | scanBin | PUT-001
       #1 | scanBin | PUT-023
       A-01-2-01 | scanItem | PUT-005`,
    )
    expect(await world.qtyAt('bin:A-01-2-01', 'BK1')).toBe(4)
    expect(await world.qtyAt('bin:A-01-2-01', 'BK2')).toBe(2)
  })

  it('leaves a tote alone that holds an order', async () => {
    const world = await createStagedWorld()
    await world.seed('totes', [{ ...testTote('T-0001'), orderId: 'o1' }])
    await seedTote(world, { placeId: 'tote:T-0001', skuId: 'BK1', qty: 4 })
    await tell(world, 'T-0001 | scanItem | PUT-019')
  })
})

/** Received into a tote, past the commands. */
async function seedTote(
  world: TestWarehouse,
  { placeId, skuId, qty }: { placeId: string; skuId: string; qty: number },
): Promise<void> {
  const row = { lot: '', state: 'available', qtyConfirmed: 0, qtyPending: qty } as const
  const key = `${placeId}|${skuId}||available`
  await world.db.balances.put({ key, placeId, skuId, ...row } as never)
}
