import { describe, expect, it } from 'vitest'
import type { Spoken } from '@/kernel/notice.ts'
import { runCommand } from '@/app/runCommand.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { shippingJob } from '@/ui/screens/shipping/shippingJob.ts'
import type { Runner } from '@/ui/workflow/runner.ts'
import { createOutboundWorld, stopOrder } from '../driver/outboundWorld.ts'
import { createPickingWorld } from '../driver/pickingWorld.ts'
import { intake, testDraft } from '../driver/testOrder.ts'

const slot = (no: number): Spoken => ({ kind: 'slot', slot: no })
const remaining = (qty: number): Spoken => ({ kind: 'remaining', qty })
const intercepted: Spoken = { kind: 'intercepted' }

type Story = readonly (readonly [code: string, spoken: Spoken | undefined])[]

/** Scans the codes of a story and tells it as it went; undefined: the tone alone. */
async function hear(runner: Runner, story: Story): Promise<Story> {
  const told: [string, Spoken | undefined][] = []
  for (const [code] of story) told.push([code, (await runner.scan(code)).spoken])
  return told
}

describe('what is said aloud with an answer', () => {
  it('is the slot of the cart that the goods go into, and the pieces still missing', async () => {
    const warehouse = await createPickingWorld()
    await intake(
      warehouse,
      testDraft('100', { BK1: 3 }, { shipByMs: 1_000 }),
      testDraft('101', { BK3: 1 }, { shipByMs: 2_000 }),
    )
    const runner = warehouse.runner(pickingJob)
    const serving: Story = [
      ['T-0001', slot(1)],
      ['T-0002', slot(2)],
      ['BK1', slot(1)],
      ['BK1', remaining(1)],
      ['BK2', undefined],
      ['T-0002', slot(1)],
      ['T-0001', remaining(1)],
      ['BK1', slot(1)],
      ['T-0001', undefined],
      ['BK3', slot(2)],
    ]
    expect(await hear(runner, serving)).toEqual(serving)
  })

  it('is the stop of an order that its picker is just serving', async () => {
    const warehouse = await createPickingWorld()
    await intake(warehouse, testDraft('100', { BK1: 1 }))
    const runner = warehouse.runner(pickingJob)
    const tote: Story = [['T-0001', slot(1)]]
    expect(await hear(runner, tote)).toEqual(tote)
    const cancel = { orderId: 'taobao:100', reason: 'buyer' } as const
    await runCommand(warehouse, warehouse.newId(), 'allocation.cancelOrder', cancel)
    const stopped: Story = [['BK1', intercepted]]
    expect(await hear(runner, stopped)).toEqual(stopped)
  })

  it('is what the parcel on the packing table still misses, until its label prints', async () => {
    const world = await createOutboundWorld()
    const packed: Story = [
      ['T-0001', undefined],
      ['BK1', remaining(2)],
      ['BK3', undefined],
      ['BK2', remaining(1)],
      ['BK1', undefined],
      ['7700001', undefined],
    ]
    expect(await hear(world.runner(packingJob), packed)).toEqual(packed)
    await stopOrder(world, 'shop1:1001', 'cancelled')
    const refused: Story = [['7700001', intercepted]]
    expect(await hear(world.runner(shippingJob), refused)).toEqual(refused)
    const staged: Story = [['7700001', intercepted]]
    expect(await hear(world.runner(packingJob), staged)).toEqual(staged)
  })
})
