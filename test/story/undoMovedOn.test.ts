import { describe, expect, it } from 'vitest'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { putawayJob } from '@/ui/screens/putaway/putawayJob.ts'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { shippingJob } from '@/ui/screens/shipping/shippingJob.ts'
import { createInboundWorld, sumsPerSku } from '../driver/inboundWorld.ts'
import { createOutboundWorld } from '../driver/outboundWorld.ts'
import { intake, testDraft } from '../driver/testOrder.ts'
import { type TestWarehouse, playStory, storyText, testBin } from '../driver/testWarehouse.ts'

const BK1 = '9787442974540'

/** 20 x BK1 received on PO1, the receipt still open. */
async function createReceivedWorld(): Promise<TestWarehouse> {
  const world = await createInboundWorld()
  await playStory(world.runner(receivingJob), `PO1\n${BK1}\n#20`)
  return world
}

async function resumed(world: TestWarehouse, job: unknown) {
  const runner = world.runner(job as typeof putawayJob)
  await runner.resume()
  return runner
}

async function tell(world: TestWarehouse, job: unknown, story: string): Promise<void> {
  expect(await playStory(await resumed(world, job), story)).toBe(storyText(story))
}

/** All that a refused UNDO must leave as it was. */
const stockOf = async ({ db }: TestWarehouse) => ({
  balances: await db.balances.toArray(),
  movements: await db.movements.count(),
  tasks: await db.documents('putawayTasks').toArray(),
  receipts: await db.documents('receipts').toArray(),
})

describe('taking back what has been moved on since', () => {
  it('refuses a received item that is put away, and takes it back once the put-away is', async () => {
    const world = await createReceivedWorld()
    await playStory(world.runner(putawayJob), `${BK1}\n#8\nA-01-2-01`)
    const before = await stockOf(world)
    const runner = await resumed(world, receivingJob)
    expect(await runner.undo()).toEqual({
      level: 'refused',
      code: 'UNDO-092',
      params: { sku: 'BK1', at: 'RECV-01', qty: 19, left: 12 },
    })
    expect(await stockOf(world)).toEqual(before)
    await playStory(await resumed(world, putawayJob), 'UNDO')
    expect((await runner.undo()).code).toBe('UNDO-001')
    expect(await world.qtyAt('bin:RECV-01', 'BK1')).toBe(1)
    expect(await sumsPerSku(world)).toEqual({ BK1: 0 })
  })

  it('refuses a put-away whose goods are picked, and takes it back once the pick is', async () => {
    const world = await createReceivedWorld()
    await world.seed('bins', [testBin('S-01-1-01', { zone: 'sort', role: 'staging' })])
    await playStory(world.runner(putawayJob), `${BK1}\n#2\nA-01-2-01`)
    await intake(world, testDraft('100', { BK1: 2 }))
    await playStory(world.runner(pickingJob), 'T-0001\nBK1\n*2\nT-0001')
    expect(await world.qtyAt('tote:T-0001', 'BK1')).toBe(2)
    const before = await stockOf(world)
    await tell(world, putawayJob, 'UNDO | scanItem | UNDO-092\nUNDO | scanItem | UNDO-092')
    expect(await stockOf(world)).toEqual(before)
    await playStory(await resumed(world, pickingJob), 'UNDO')
    await playStory(await resumed(world, putawayJob), 'UNDO')
    expect(await world.qtyAt('bin:RECV-01', 'BK1')).toBe(20)
  })

  it('promises no step before that it would refuse', async () => {
    const world = await createReceivedWorld()
    await playStory(world.runner(putawayJob), `${BK1}\n#2\nA-01-2-01`)
    await intake(world, testDraft('100', { BK1: 2 }))
    await playStory(world.runner(pickingJob), 'T-0001\nBK1\n*2\nT-0001')
    const runner = await resumed(world, putawayJob)
    await playStory(runner, `${BK1}\n#5\nA-01-3-01`)
    await tell(
      world,
      putawayJob,
      'UNDO | scanBin | UNDO-001\nUNDO | scanBin | UNDO-001\nUNDO | scanItem | UNDO-091',
    )
    expect(await playStory(await resumed(world, putawayJob), 'UNDO')).toContain('UNDO-092')
  })

  it('refuses to open a parcel again that is on a manifest since', async () => {
    const world = await createOutboundWorld()
    await playStory(world.runner(packingJob), 'T-0001\n*2\nBK1\nBK2\n7700001')
    await playStory(world.runner(shippingJob), '7700001')
    const parcels = await world.db.documents('parcels').toArray()
    expect(await (await resumed(world, packingJob)).undo()).toMatchObject({
      level: 'refused',
      code: 'UNDO-003',
      params: { reason: 'undo.changedSince' },
    })
    expect(await world.db.documents('parcels').toArray()).toEqual(parcels)
  })
})
