import { beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '@/app/runCommand.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import type { TestWarehouse } from '../driver/testWarehouse.ts'
import { playStory, storyText } from '../driver/testWarehouse.ts'
import {
  createOutboundWorld,
  seedPicked,
  stockFaults,
  testLine,
  testOrder,
} from '../driver/outboundWorld.ts'

let world: TestWarehouse

beforeEach(async () => {
  world = await createOutboundWorld()
})

/** Plays on one packing table and compares every answer. */
async function play(story: string, of = world): Promise<void> {
  const runner = of.runner(packingJob)
  await runner.resume()
  expect(await playStory(runner, story)).toBe(storyText(story))
  expect(await stockFaults(of)).toEqual([])
}

const parcelOf = async (no: number, orderNo = '1001') =>
  world.ledger.reader.get('parcels', `parcel:shop1:${orderNo}#${no}`)
const waybill = (no: string) => world.ledger.reader.get('waybills', no)
const order = (no = '1001') => world.ledger.reader.get('orders', `shop1:${no}`)
const prints = (no: string) =>
  world.ledger.reader.list('printIntents', { index: 'no', equals: no, limit: 10 })

const accept = (intentId: string) =>
  runCommand(world, world.newId(), 'printing.recordPrint', { intentId, state: 'accepted' })

describe('the label of a parcel', () => {
  const toScanBack = `
      T-0001  | scanItem | PACK-010
      *2      | scanItem | PACK-009
      BK1     | scanItem | PACK-001
      BK2     | scanBack | PACK-011`

  it('of another parcel, void or unknown is caught at the scan-back', async () => {
    await world.db.table('waybills').update('7700050', { state: 'voided' })
    await play(`${toScanBack}
      7700002 | scanBack | PACK-024
      7700050 | scanBack | PACK-026
      XX99    | scanBack | PACK-025
      BK1     | scanBack | SCAN-003
      7700001 | scanTote | PACK-028
    `)
  })

  it('prints again with a reason, as its own revision', async () => {
    await play(`${toScanBack}
      :REPRN  | reprintReason | PACK-027
      #9      | reprintReason | PACK-031
      :NO     | scanBack      | PACK-036
      :REPRN  | reprintReason | PACK-027
      #2      | scanBack      | PACK-032
      7700001 | scanTote      | PACK-028
    `)
    expect(await prints('7700001')).toMatchObject([
      { revision: 1, reason: '' },
      { revision: 2, reason: 'blurred' },
    ])
    expect(await parcelOf(1)).toMatchObject({ reprints: 1 })
  })

  it('prints again after the parcel was closed, and is scanned back again', async () => {
    await play(`${toScanBack}
      7700001 | scanTote      | PACK-028
      7700001 | packedOrder   | PACK-002
      :REPRN  | reprintReason | PACK-027
      :NO     | packedOrder   | PACK-036
      :REPRN  | reprintReason | PACK-027
      #3      | scanBack      | PACK-032
      7700001 | scanTote      | PACK-028
      1001    | packedOrder   | PACK-002
      1001    | packedOrder   | PACK-002
    `)
    expect(await prints('7700001')).toMatchObject([
      { revision: 1, state: 'proved' },
      { revision: 2, state: 'proved', reason: 'lostLabel' },
    ])
    expect(await order()).toMatchObject({ state: 'packed' })
  })

  it('that is on paper is taken back only by undoing twice, and its number never comes again', async () => {
    await play(toScanBack)
    await accept('waybill:7700001:1')
    await play(`
      UNDO    | scanBack | UNDO-004
      UNDO    | scanItem | UNDO-001
      BK2     | scanBack | PACK-011
      7700001 | scanBack | PACK-026
      7700002 | scanTote | PACK-028
    `)
    expect(await waybill('7700001')).toMatchObject({ state: 'voided' })
    expect(await prints('7700001')).toMatchObject([{ state: 'voided' }])
    expect(await waybill('7700002')).toMatchObject({ state: 'proved' })
  })

  it('that the host has not confirmed yet may be on paper too: undone, its number is void', async () => {
    await play(`${toScanBack}
      UNDO    | scanItem | UNDO-001
      BK2     | scanBack | PACK-011
    `)
    expect(await waybill('7700001')).toMatchObject({ state: 'voided' })
    expect(await parcelOf(1)).toMatchObject({ waybillNo: '7700002' })
  })

  it('stays proved when the host confirms late', async () => {
    await play(`${toScanBack}
      7700001 | scanTote | PACK-028`)
    await accept('waybill:7700001:1')
    expect(await prints('7700001')).toMatchObject([{ state: 'proved' }])
  })

  it('is opened again by UNDO after the scan-back', async () => {
    await play(`${toScanBack}
      7700001 | scanTote | PACK-028
      UNDO    | scanBack | UNDO-001
      7700001 | scanTote | PACK-028
    `)
    expect(await order()).toMatchObject({ state: 'packed' })
  })

  it('splits the order: each parcel has its own number', async () => {
    await play(`
      T-0001  | scanItem | PACK-010
      :NEWBX  | scanItem | PACK-018
      BK1     | scanItem | PACK-001
      :NEWBX  | scanBack | PACK-011
      7700001 | scanItem | PACK-029
      BK1     | scanItem | PACK-001
      BK2     | scanBack | PACK-011
      7700002 | scanTote | PACK-028
    `)
    expect(await parcelOf(1)).toMatchObject({ state: 'closed', waybillNo: '7700001' })
    expect(await parcelOf(2)).toMatchObject({ state: 'closed', waybillNo: '7700002' })
    expect(await order()).toMatchObject({ state: 'packed' })
  })

  it('goes to a carrier that serves the province, or to the one the order names', async () => {
    const far = testOrder('1004', [testLine(1, 'BK3', 1)])
    await seedPicked(
      world,
      { ...far, receiver: { ...far.receiver, province: '西藏自治区' } },
      'T-0004',
    )
    await play(`
      T-0004 | scanItem | PACK-010
      BK3    | scanBack | PACK-011
      YT1001 | scanTote | PACK-028
    `)
  })
})

describe('a pool of numbers that runs out', () => {
  it('warns, and gives the last number to one order only', async () => {
    world = await createOutboundWorld(1)
    await seedPicked(world, testOrder('1002', [testLine(1, 'BK3', 1)]), 'T-0002')
    await play(`
      T-0001  | scanItem    | PACK-010
      *2      | scanItem    | PACK-009
      BK1     | scanItem    | PACK-001
      BK2     | scanBack    | PACK-023
      7700001 | scanTote    | PACK-028
      T-0002  | scanItem    | PACK-010
      BK3     | needWaybill | PACK-021
      :OK     | needWaybill | PACK-021
      :HOLD   | scanTote    | PACK-030
    `)
    expect(await world.qtyAt('parcel:shop1:1002#1', 'BK3')).toBe(1)
    await world.seed('waybills', [
      { id: '7800001', carrierId: 'STO', state: 'pooled', parcelId: null },
    ])
    await play(`
      1002    | needWaybill | PACK-012
      :OK     | scanBack    | PACK-023
      7800001 | scanTote    | PACK-028
    `)
  })

  it('asks in vain for a number without a step to take back', async () => {
    world = await createOutboundWorld(0)
    await seedPicked(world, testOrder('1002', [testLine(1, 'BK3', 1)]), 'T-0002')
    await play(`
      T-0002  | scanItem    | PACK-010
      BK3     | needWaybill | PACK-021
      :OK     | needWaybill | PACK-021
      UNDO    | scanItem    | UNDO-001
    `)
    expect(await world.qtyAt('parcel:shop1:1002#1', 'BK3')).toBe(0)
  })

  it('gives one number to one of two tables that finish at the same moment', async () => {
    world = await createOutboundWorld(1)
    for (const [no, tote] of [
      ['1002', 'T-0002'],
      ['1003', 'T-0003'],
    ] as const)
      await seedPicked(world, testOrder(no, [testLine(1, 'BK3', 1)]), tote)
    const finish = (no: string, tote: string) =>
      runCommand(world, world.newId(), 'packing.packItem', {
        orderId: `shop1:${no}`,
        parcelId: `parcel:shop1:${no}#1` as never,
        parcelNo: 1,
        parts: [
          {
            orderLine: 1,
            skuId: 'BK3' as never,
            lot: '',
            qty: 1,
            fromPlaceId: `tote:${tote}` as never,
          },
        ],
      })
    const results = await Promise.all([finish('1002', 'T-0002'), finish('1003', 'T-0003')])
    const told = results.map((item) =>
      item.kind === 'accepted' ? Object(item.result).wait : item.kind,
    )
    expect(new Set(told)).toEqual(new Set(['', 'poolEmpty']))
    const parcels = [await parcelOf(1, '1002'), await parcelOf(1, '1003')]
    expect(new Set(parcels.map((parcel) => parcel?.waybillNo))).toEqual(new Set(['', '7700001']))
    expect(await stockFaults(world)).toEqual([])
  })
})
