import { beforeEach, describe, expect, it } from 'vitest'
import { parcelIdOf } from '@/domain/record/place.ts'
import { autoWeigh } from '@/ui/screens/packing/autoWeigh.ts'
import { createPackingJob } from '@/ui/screens/packing/packingJob.ts'
import { createOutboundWorld } from '../driver/outboundWorld.ts'
import { type TestScale, createTestScale } from '../driver/testScale.ts'
import { type TestWarehouse, playStory } from '../driver/testWarehouse.ts'

let world: TestWarehouse
let scale: TestScale

beforeEach(async () => {
  scale = createTestScale()
  world = await createOutboundWorld()
})

describe('a load the screen waits for', () => {
  /** Works as the page does: the command goes into the line behind the scan that is being answered. */
  function waiting() {
    const runner = world.runner(createPackingJob(scale))
    let given = 0
    let line: Promise<unknown> = Promise.resolve()
    autoWeigh({
      scale,
      runner,
      isOpen: () => true,
      weigh: () => {
        given += 1
        line = line.then(() => runner.give({ kind: 'verb', verb: 'WEIGH' }))
      },
    })
    const settle = async () => {
      for (let last: unknown = null; last !== line; ) {
        last = line
        await line
      }
    }
    return { runner, settle, given: () => given }
  }

  it('closes the parcel by itself: the label was scanned before it lay there', async () => {
    const { runner, settle, given } = waiting()
    await playStory(runner, 'T-0001\n*2\nBK1\nBK2\n7700001')
    expect(runner.view().state.kind).toBe('weighing')
    scale.put(600, false)
    await settle()
    scale.put(1_080)
    await settle()
    expect(runner.view().state.kind).toBe('scanTote')
    expect(given()).toBe(1)
    const parcel = await world.ledger.reader.get('parcels', parcelIdOf('shop1:1001#1'))
    expect(parcel).toMatchObject({ weighed: { weightG: 1_080 } })
  })

  it('is judged once; lifted and put back it is judged again', async () => {
    const { runner, settle, given } = waiting()
    await playStory(runner, 'T-0001\n*2\nBK1\nBK2\n7700001')
    scale.put(700)
    await settle()
    scale.put(700, false)
    scale.put(701)
    await settle()
    expect(given()).toBe(1)
    scale.put(0)
    scale.put(700)
    await settle()
    expect(given()).toBe(2)
    expect(runner.view().state.kind).toBe('weighing')
    scale.put(1_100)
    await settle()
    expect(given()).toBe(3)
    expect(runner.view().state.kind).toBe('scanTote')
  })

  it('gives no command while nothing is asked of the scale', async () => {
    const { settle, given } = waiting()
    scale.put(700)
    scale.put(0)
    scale.put(1_100)
    await settle()
    expect(given()).toBe(0)
  })
})
