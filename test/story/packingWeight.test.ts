import { beforeEach, describe, expect, it } from 'vitest'
import type { Parcel } from '@/domain/record/outbound.ts'
import { parcelIdOf } from '@/domain/record/place.ts'
import { createPackingJob } from '@/ui/screens/packing/packingJob.ts'
import {
  createOutboundWorld,
  seedPicked,
  stockFaults,
  testLine,
  testOrder,
} from '../driver/outboundWorld.ts'
import { type TestScale, createTestScale } from '../driver/testScale.ts'
import { type TestWarehouse, playStory, storyText, testSku } from '../driver/testWarehouse.ts'

// A packing table with a scale. Order 1001 is BK1×2 (300 g each) and BK2 (500 g): 1100 g, ±110 g. Loads are
// put on by hand.

let world: TestWarehouse
let scale: TestScale
const put = (weightG: number) => scale.put(weightG)

beforeEach(async () => {
  scale = createTestScale()
  world = await createOutboundWorld()
})

async function table() {
  const runner = world.runner(createPackingJob(scale))
  await runner.resume()
  return runner
}

async function play(story: string): Promise<void> {
  expect(await playStory(await table(), story)).toBe(storyText(story))
  expect(await stockFaults(world)).toEqual([])
}

const PACKED = `
  T-0001 | scanItem | PACK-010
  *2     | scanItem | PACK-009
  BK1    | scanItem | PACK-001
  BK2    | scanBack | PACK-011`

const parcelOf = (orderNo: string): Promise<Parcel | undefined> =>
  world.ledger.reader.get('parcels', parcelIdOf(`shop1:${orderNo}#1`))

describe('a parcel on the scale', () => {
  it('is weighed by the scan that closes it: no scan more, and the weight stays with it', async () => {
    await play(PACKED)
    put(1_050)
    await play('7700001 | scanTote | PACK-028')
    expect(await parcelOf('1001')).toMatchObject({
      state: 'closed',
      weighed: {
        weightG: 1_050,
        expectedG: 1_100,
        toleranceG: 110,
        scaleId: 'a9:ttyUSB0',
        weighedBy: 'op1',
        reason: '',
      },
      weighedAs: 'BK1*2,BK2*1|',
    })
  })

  it('is taken off again by UNDO, with its weight', async () => {
    await play(PACKED)
    put(1_050)
    await play(`
      7700001 | scanTote | PACK-028
      UNDO    | scanBack | UNDO-001
    `)
    expect(await parcelOf('1001')).toMatchObject({ state: 'labelled' })
    expect(await parcelOf('1001')).not.toHaveProperty('weighed')
    put(1_150)
    await play('7700001 | scanTote | PACK-028')
    expect(await parcelOf('1001')).toMatchObject({ weighed: { weightG: 1_150, expectedG: 1_100 } })
  })

  it('is not weighed again when its label is printed again', async () => {
    await play(PACKED)
    put(1_050)
    await play('7700001 | scanTote | PACK-028')
    put(0)
    await play(`
      1001    | packedOrder   | PACK-002
      :REPRN  | reprintReason | PACK-027
      #1      | scanBack      | PACK-032
      7700001 | scanTote      | PACK-028
    `)
    expect(await parcelOf('1001')).toMatchObject({ weighed: { weightG: 1_050 } })
  })
})

describe('a weight that differs', () => {
  it('stops the parcel, which goes on after what was missing is put in', async () => {
    await play(PACKED)
    put(989)
    await play('7700001 | weighing | PACK-040')
    expect(await parcelOf('1001')).toMatchObject({ state: 'labelled' })
    put(1_211)
    await play('7700001 | weighing | PACK-041')
    put(1_210)
    await play('7700001 | scanTote | PACK-028')
    expect(await parcelOf('1001')).toMatchObject({ weighed: { weightG: 1_210, reason: '' } })
  })

  it('lets it go with a reason, which stays with the parcel and in the log', async () => {
    await play(PACKED)
    put(700)
    await play(`
      7700001 | weighing | PACK-040
      #9      | weighing | PACK-031
      BK1     | weighing | SCAN-003
      7700002 | weighing | PACK-024
      SF0000  | weighing | PACK-025
      #2      | scanTote | PACK-028
    `)
    expect(await parcelOf('1001')).toMatchObject({
      state: 'closed',
      weighed: { weightG: 700, expectedG: 1_100, reason: 'otherMaterial', weighedBy: 'op1' },
    })
    const closing = world.journaled.at(-1)
    expect(closing?.command).toMatchObject({
      name: 'packing.closeParcel',
      operatorId: 'op1',
      args: { reason: 'otherMaterial', weighed: { weightG: 700, scaleId: 'a9:ttyUSB0' } },
    })
  })

  it('is put aside with HOLD and weighed when it is taken up again', async () => {
    await play(PACKED)
    put(700)
    await play(`
      7700001 | weighing | PACK-040
      :HOLD   | scanTote | PACK-030
      1001    | scanBack | PACK-011
      7700001 | weighing | PACK-040
      UNDO    | scanBack | UNDO-001
    `)
    put(1_100)
    await play('7700001 | scanTote | PACK-028')
  })

  it('is only recorded where a SKU has no weight', async () => {
    await world.seed('skus', [testSku('BK3', { weightG: 0 })])
    await seedPicked(world, testOrder('1002', [testLine(1, 'BK3', 1)]), 'T-0002')
    await play(`
      T-0002 | scanItem | PACK-010
      BK3    | scanBack | PACK-011
    `)
    put(5_000)
    await play('7700001 | scanTote | PACK-028')
    expect(await parcelOf('1002')).toMatchObject({ weighed: { weightG: 5_000, toleranceG: null } })
  })
})

describe('parcels of the same content', () => {
  async function packOne(orderNo: string, weightG: number, code: string): Promise<void> {
    await seedPicked(world, testOrder(orderNo, [testLine(1, 'BK3', 1)]), `T-${orderNo}`)
    const runner = await table()
    await playStory(runner, `T-${orderNo}\nBK3`)
    const [label] = await world.ledger.reader.list('parcels', {
      index: 'orderId',
      equals: `shop1:${orderNo}`,
      limit: 1,
    })
    put(weightG)
    const story = await playStory(runner, label?.waybillNo ?? '')
    expect(story.split(' | ').at(-1)).toBe(code)
    if (runner.view().state.kind === 'weighing') await playStory(runner, '#1')
    put(0)
  }

  it('teach what such a parcel weighs, and how much they differ', async () => {
    await packOne('2001', 380, 'PACK-041')
    await packOne('2002', 384, 'PACK-041')
    await packOne('2003', 376, 'PACK-041')
    // Median 380, σ 4: ±30 g.
    await packOne('2004', 409, 'PACK-028')
    await packOne('2005', 349, 'PACK-040')
    expect(await parcelOf('2004')).toMatchObject({ weighed: { expectedG: 380, toleranceG: 30 } })
  })
})

describe('a scale that does not help', () => {
  it('that is silent stops nobody: the parcel closes without a weight, with words', async () => {
    await play(PACKED)
    scale.show(null)
    await play('7700001 | scanTote | PACK-042')
    expect(await parcelOf('1001')).not.toHaveProperty('weighed')
  })

  it.each([
    ['moving', { kind: 'load', weightG: 1_100, isStable: false }],
    ['below zero', { kind: 'load', weightG: -40, isStable: true }],
    ['empty', { kind: 'load', weightG: 9, isStable: true }],
    ['overloaded', { kind: 'overload' }],
    ['without its pan', { kind: 'underload' }],
  ] as const)(
    'that is %s makes the parcel wait, and a reason lets it go',
    async (_how, reading) => {
      await play(PACKED)
      scale.show(reading)
      await play(`
      7700001 | weighing | PACK-039
      :WEIGH  | weighing | PACK-039
      #4      | scanTote | PACK-028
    `)
      expect(await parcelOf('1001')).toMatchObject({ state: 'closed', notWeighed: 'scaleWrong' })
    },
  )

  it('that reports a fault counts as silent', async () => {
    await play(PACKED)
    scale.show({ kind: 'broken' })
    await play('7700001 | scanTote | PACK-042')
  })
})

describe('a table without a scale', () => {
  it('has no such step and no such commands', async () => {
    scale.unplug()
    await play(`${PACKED}
      :TARE   | scanBack | SCAN-004
      7700001 | scanTote | PACK-028
    `)
    expect(await parcelOf('1001')).not.toHaveProperty('weighed')
  })
})

describe('the tray', () => {
  it.each([
    [{ kind: 'taken', tareG: 120 }, 'PACK-043'],
    [{ kind: 'taken', tareG: 0 }, 'PACK-046'],
    [{ kind: 'moving' }, 'PACK-044'],
    [{ kind: 'noScale' }, 'PACK-045'],
  ] as const)('%j is answered with %s and leaves the step as it is', async (outcome, code) => {
    scale.tareAs(outcome)
    await play(`
      :TARE | scanTote | ${code}
      T-0001 | scanItem | PACK-010
      :TARE | scanItem | ${code}
    `)
  })
})
