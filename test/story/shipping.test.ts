import { beforeEach, describe, expect, it } from 'vitest'
import { MANIFEST_PARCELS_MAX } from '@/domain/shipping/scanOut.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { shippingWorkflow } from '@/workflow/shipping/shippingWorkflow.ts'
import { readManifest } from '@/store/queries/shipping/readManifest.ts'
import { shippingJob } from '@/ui/screens/shipping/shippingJob.ts'
import type { TestWarehouse } from '../driver/testWarehouse.ts'
import { playStory, storyText, unworkedHops } from '../driver/testWarehouse.ts'
import {
  createOutboundWorld,
  seedPicked,
  stockFaults,
  stopOrder,
  testLine,
  testOrder,
} from '../driver/outboundWorld.ts'

let world: TestWarehouse

/** Orders 1001 (BK1×2, BK2), 1002 and 1003 (BK3) packed for STO, 1004 (BK3) for YTO. */
beforeEach(async () => {
  world = await createOutboundWorld()
  for (const [no, carrierId] of [
    ['1002', ''],
    ['1003', ''],
    ['1004', 'YTO'],
  ] as const)
    await seedPicked(world, testOrder(no, [testLine(1, 'BK3', 1)], { carrierId }), `T-${no}`)
  const runner = world.runner(packingJob)
  await playStory(
    runner,
    `T-0001\n*2\nBK1\nBK2\n7700001
     T-1002\nBK3\n7700002
     T-1003\nBK3\n7700003
     T-1004\nBK3\nYT1001`,
  )
})

async function play(story: string): Promise<void> {
  const runner = world.runner(shippingJob)
  await runner.resume()
  expect(await playStory(runner, story)).toBe(storyText(story))
  expect(await stockFaults(world)).toEqual([])
}

const manifestId = 'STO-20261102-1'

describe('handing over', () => {
  it('takes one scan for each parcel and one for the manifest', async () => {
    await play(`
      7700001       | scanParcel | SHIP-001
      7700002       | scanParcel | SHIP-001
      7700003       | scanParcel | SHIP-001
      ZQBSTOCOURIER | scanParcel | SHIP-010
    `)
    expect(await world.ledger.reader.get('manifests', manifestId)).toMatchObject({
      state: 'closed',
      carrierId: 'STO',
      round: 1,
      courier: '',
      courierBadgeNo: 'OURIER',
      parcelIds: ['parcel:shop1:1001#1', 'parcel:shop1:1002#1', 'parcel:shop1:1003#1'],
    })
    expect(await world.ledger.reader.get('orders', 'shop1:1001')).toMatchObject({
      state: 'handedOver',
    })
    expect(await world.ledger.reader.get('waybills', '7700001')).toMatchObject({
      state: 'handedOver',
    })
    expect(await world.qtyAt('customer', 'BK1')).toBe(2)
    expect(await world.qtyAt('parcel:shop1:1001#1', 'BK1')).toBe(0)
  })

  it('asks for the next parcel of the pile, then for the badge, then for the next pile', async () => {
    const runner = world.runner(shippingJob)
    const asked: (string | undefined)[] = []
    for (const code of ['7700001', '7700002', '7700003', 'ZQBSTOCOURIER', 'YT1001']) {
      await runner.scan(code)
      const { state } = runner.view()
      asked.push('asked' in state ? state.asked?.code : undefined)
    }
    expect(asked).toEqual(['7700002', '7700003', 'ZQBSTOCOURIER', 'YT1001', 'ZQBYTOCOURIER'])
  })

  it('tells a parcel of another carrier; scanned again, that pile is next', async () => {
    await play(`
      7700001       | scanParcel | SHIP-001
      YT1001        | scanParcel | SHIP-002
      7700002       | scanParcel | SHIP-001
      YT1001        | scanParcel | SHIP-002
      YT1001        | scanParcel | SHIP-001
      ZQBYTOCOURIER | scanParcel | SHIP-010
      7700003       | scanParcel | SHIP-001
      ZQBSTOCOURIER | scanParcel | SHIP-010
    `)
    expect(await world.ledger.reader.get('manifests', 'YTO-20261102-1')).toMatchObject({
      parcelIds: ['parcel:shop1:1004#1'],
    })
  })

  it('refuses a duplicate, an unknown, an unused, a void, an open and a gone parcel', async () => {
    await world.db.table('waybills').update('7700060', { state: 'voided' })
    await seedPicked(world, testOrder('1005', [testLine(1, 'BK3', 1)]), 'T-1005')
    await playStory(world.runner(packingJob), 'T-1005\nBK3')
    await play(`
      7700001       | scanParcel | SHIP-001
      7700001       | scanParcel | SHIP-003
      XX12345       | scanParcel | SHIP-007
      7700070       | scanParcel | SHIP-012
      7700060       | scanParcel | SHIP-006
      7700004       | scanParcel | SHIP-004
      BK1           | scanParcel | SCAN-003
      :OK           | scanParcel | SCAN-004
      7700002       | scanParcel | SHIP-001
      7700003       | scanParcel | SHIP-001
      ZQBSTOCOURIER | scanParcel | SHIP-010
      7700001       | scanParcel | SHIP-015
    `)
  })

  it('lists what is missing and leaves it for the next round at the second badge', async () => {
    await play(`
      ZQBSTOCOURIER | scanParcel   | SHIP-008
      7700001       | scanParcel   | SHIP-001
      ZQBSTOCOURIER | confirmClose | SHIP-009
      7700002       | scanParcel   | SHIP-001
      ZQBSTOCOURIER | confirmClose | SHIP-009
      ZQBYTOCOURIER | confirmClose | SHIP-008
      YT1001        | scanParcel   | SHIP-002
      ZQBSTOCOURIER | confirmClose | SHIP-009
      ZQBSTOCOURIER | scanParcel   | SHIP-010
      7700003       | scanParcel   | SHIP-001
      ZQBSTOCOURIER | scanParcel   | SHIP-010
    `)
    expect(await world.ledger.reader.get('manifests', 'STO-20261102-2')).toMatchObject({
      round: 2,
      parcelIds: ['parcel:shop1:1003#1'],
    })
  })

  it('asks again when one more parcel was closed since the first badge', async () => {
    await play(`
      7700001       | scanParcel   | SHIP-001
      ZQBSTOCOURIER | confirmClose | SHIP-009
    `)
    await seedPicked(world, testOrder('1009', [testLine(1, 'BK3', 1)]), 'T-1009')
    await playStory(world.runner(packingJob), 'T-1009\nBK3\n7700004')
    await play(`
      ZQBSTOCOURIER | confirmClose | SHIP-009
      ZQBSTOCOURIER | scanParcel   | SHIP-010
    `)
  })

  it('says the courier on its paper by name where he is known, and by the badge', async () => {
    await world.db.table('carriers').update('STO', { courierName: '王师傅' })
    await play(`
      7700001       | scanParcel   | SHIP-001
      ZQBSTOCOURIER | confirmClose | SHIP-009
      ZQBSTOCOURIER | scanParcel   | SHIP-010
    `)
    expect(await readManifest(world.db, manifestId)).toMatchObject({
      carrierName: 'STO 快递',
      courierName: '王师傅',
      courierBadgeNo: 'OURIER',
    })
  })

  it('names the parcels that are missing', async () => {
    const runner = world.runner(shippingJob)
    await runner.scan('7700002')
    const notice = await runner.scan('ZQBSTOCOURIER')
    expect(notice.params).toMatchObject({ count: 2, missing: '7700001、7700003' })
  })

  it('keeps an order open until its last parcel leaves', async () => {
    await seedPicked(world, testOrder('1006', [testLine(1, 'BK1', 2)]), 'T-1006')
    await playStory(world.runner(packingJob), 'T-1006\nBK1\n:NEWBX\n7700004\nBK1\n7700005')
    await play(`
      7700004       | scanParcel   | SHIP-001
      ZQBSTOCOURIER | confirmClose | SHIP-009
      ZQBSTOCOURIER | scanParcel   | SHIP-010
      :PRINT        | scanParcel   | PRN-111`)
    expect(await world.ledger.reader.get('orders', 'shop1:1006')).toMatchObject({ state: 'packed' })
    await play(`
      7700005       | scanParcel   | SHIP-001
      ZQBSTOCOURIER | confirmClose | SHIP-009
      ZQBSTOCOURIER | scanParcel   | SHIP-010
    `)
    expect(await world.ledger.reader.get('orders', 'shop1:1006')).toMatchObject({
      state: 'handedOver',
    })
  })

  it('is undone step by step: the goods come back into the parcel', async () => {
    await play(`
      7700001       | scanParcel   | SHIP-001
      ZQBSTOCOURIER | confirmClose | SHIP-009
      ZQBSTOCOURIER | scanParcel   | SHIP-010
      UNDO          | confirmClose | SHIP-017
      UNDO          | scanParcel   | UNDO-001
      UNDO          | scanParcel   | UNDO-090
      7700001       | scanParcel   | SHIP-001
    `)
    expect(await world.qtyAt('parcel:shop1:1001#1', 'BK1')).toBe(2)
    expect(await world.qtyAt('customer', 'BK1')).toBe(0)
  })

  it('goes on where it stood after each kill', async () => {
    for (const [code, state] of [
      ['7700001', 'scanParcel'],
      ['YT1001', 'scanParcel'],
      ['7700002', 'scanParcel'],
      ['ZQBSTOCOURIER', 'confirmClose'],
      ['ZQBSTOCOURIER', 'scanParcel'],
    ] as const) {
      const runner = world.runner(shippingJob)
      await runner.resume()
      await runner.scan(code)
      expect(runner.view().state.kind).toBe(state)
    }
    expect(await world.ledger.reader.get('manifests', manifestId)).toMatchObject({
      state: 'closed',
      parcelIds: ['parcel:shop1:1001#1', 'parcel:shop1:1002#1'],
    })
    expect(await stockFaults(world)).toEqual([])
  })
})

describe('an order stopped before the courier leaves', () => {
  it('is refused at the scan, and its goods go to the staging bin at the packing table', async () => {
    await stopOrder(world, 'shop1:1002', 'cancelled')
    await play('7700002 | scanParcel | SHIP-005')
    const runner = world.runner(packingJob)
    expect(await playStory(runner, '7700002\nP-01-1-01')).toBe(
      storyText('7700002 | intercepted | PACK-014\nP-01-1-01 | scanTote | PACK-016'),
    )
    expect(await world.qtyAt('bin:P-01-1-01', 'BK3')).toBe(1)
    await play('7700002 | scanParcel | SHIP-006')
  })

  it('keeps the badge from closing until its parcel is taken off the manifest', async () => {
    await play(`
      7700001       | scanParcel   | SHIP-001
      7700002       | scanParcel   | SHIP-001
      7700003       | scanParcel   | SHIP-001
    `)
    await stopOrder(world, 'shop1:1002', 'changed')
    await play(`
      ZQBSTOCOURIER | scanParcel   | SHIP-005
      7700002       | scanParcel   | SHIP-011
      UNDO          | scanParcel   | UNDO-001
      7700002       | scanParcel   | SHIP-011
      ZQBSTOCOURIER | confirmClose | SHIP-009
      ZQBSTOCOURIER | scanParcel   | SHIP-010
    `)
    expect(await world.ledger.reader.get('manifests', manifestId)).toMatchObject({
      parcelIds: ['parcel:shop1:1001#1', 'parcel:shop1:1003#1'],
    })
    expect(await world.qtyAt('parcel:shop1:1002#1', 'BK3')).toBe(1)
  })

  it('is taken off, too, while the second badge is awaited', async () => {
    await play(`
      7700001       | scanParcel   | SHIP-001
      7700002       | scanParcel   | SHIP-001
      ZQBSTOCOURIER | confirmClose | SHIP-009
    `)
    await stopOrder(world, 'shop1:1002', 'cancelled')
    await play('7700002 | scanParcel | SHIP-011')
  })
})

describe('a full manifest', () => {
  it('takes its last parcel and refuses the one after', async () => {
    const parcelIds = Array.from({ length: MANIFEST_PARCELS_MAX - 1 }, (_, i) => `parcel:x#${i}`)
    await world.seed('manifests', [
      {
        id: manifestId,
        carrierId: 'STO',
        state: 'open',
        round: 1,
        parcelIds: parcelIds as never,
        courier: '',
        openedAtMs: 1,
        closedAtMs: 0,
      },
    ])
    await play(`
      7700001 | scanParcel | SHIP-001
      7700002 | scanParcel | SHIP-013
    `)
  })

  it('works every hop of the machine', () => {
    expect(unworkedHops(shippingWorkflow)).toEqual([])
  })
})
