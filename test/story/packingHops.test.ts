import { beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '@/app/runCommand.ts'
import type { PrintWhy } from '@/domain/record/outbound.ts'
import { NO_SCALE } from '@/device/scale/stationScale.ts'
import { createPackingJob, packingJob } from '@/ui/screens/packing/packingJob.ts'
import { packingWorkflow } from '@/workflow/packing/packingWorkflow.ts'
import {
  createOutboundWorld,
  seedPicked,
  stockFaults,
  stopOrder,
  testLine,
  testOrder,
  testWaybill,
} from '../driver/outboundWorld.ts'
import { type TestWarehouse, playStory, storyText, unworkedHops } from '../driver/testWarehouse.ts'

// Another table, a shop's file or a person at the office changes an order while it is packed here. Each
// story makes one such change between two scans; together they work every hop of the machine.

let world: TestWarehouse

/** One number for each of the orders 1001 (BK1×2, BK2), 1002 and 1003 (BK3). */
beforeEach(async () => {
  world = await createOutboundWorld(3)
  for (const no of ['1002', '1003'])
    await seedPicked(world, testOrder(no, [testLine(1, 'BK3', 1)]), `T-${no}`)
})

async function play(story: string): Promise<void> {
  const runner = world.runner(packingJob)
  await runner.resume()
  expect(await playStory(runner, story)).toBe(storyText(story))
  expect(await stockFaults(world)).toEqual([])
}

const change = (table: string, id: string, to: object) => world.db.table(table).update(id, to)
const usePool = () => world.db.table('waybills').toCollection().modify({ state: 'handedOver' })
const labels = (no: string) =>
  world.ledger.reader.list('printIntents', { index: 'no', equals: no, limit: 10 })
const tellUnknown = (intentId: string, why: PrintWhy) =>
  runCommand(world, world.newId(), 'printing.recordPrint', { intentId, state: 'unknown', why })
const refillPool = (no: string) => world.seed('waybills', [testWaybill(no, 'STO')])

describe('an order that changes under the hands of the packer', () => {
  it('goes on from a packed one to any other, and is put aside and taken up again', async () => {
    await play(`
      T-1002  | scanItem      | PACK-010
      BK3     | scanBack      | PACK-023
      :HOLD   | scanTote      | PACK-030
      1002    | scanBack      | PACK-011
      7700001 | scanTote      | PACK-028
      1002    | packedOrder   | PACK-002
      :REPRN  | reprintReason | PACK-027
      :NO     | packedOrder   | PACK-036
      T-0001  | scanItem      | PACK-010
      :HOLD   | scanTote      | PACK-030
      T-1003  | scanItem      | PACK-010
      BK3     | scanBack      | PACK-023
      :HOLD   | scanTote      | PACK-030
      1002    | packedOrder   | PACK-002
      1003    | scanBack      | PACK-011
      :REPRN  | reprintReason | PACK-027
      :NO     | scanBack      | PACK-036
      7700002 | scanTote      | PACK-028
      1002    | packedOrder   | PACK-002
    `)
    await stopOrder(world, 'shop1:1003', 'cancelled')
    await play(`
      1003      | intercepted | PACK-014
      P-01-1-01 | scanTote    | PACK-016
    `)
  })

  it('is asked about a label of which nobody knows: NO prints it again, the scan proves it', async () => {
    await play(`
      T-1002 | scanItem | PACK-010
      BK3    | scanBack | PACK-023
      :NO    | scanBack | PACK-038
    `)
    const why = { code: 'PRN-040', params: { no: '7700001' } }
    await tellUnknown('waybill:7700001:1', why)
    await play(`
      :NO    | scanBack | PACK-032
      :NO    | scanBack | PACK-038
    `)
    expect(await labels('7700001')).toMatchObject([
      { revision: 1, state: 'missing' },
      { revision: 2, state: 'queued', reason: 'notPrinted' },
    ])
    await tellUnknown('waybill:7700001:2', why)
    await play('7700001 | scanTote | PACK-028')
    expect(await labels('7700001')).toMatchObject([{ state: 'missing' }, { state: 'proved' }])
  })

  it('takes the answer back by UNDO: the label is in doubt again', async () => {
    await play(`
      T-1002 | scanItem | PACK-010
      BK3    | scanBack | PACK-023
    `)
    await tellUnknown('waybill:7700001:1', { code: 'PRN-041', params: { no: '7700001' } })
    await play(`
      :NO    | scanBack | PACK-032
      UNDO   | scanBack | UNDO-001
    `)
    expect(await labels('7700001')).toMatchObject([{ state: 'unknown' }, { state: 'voided' }])
  })

  it('waits for a number when it is full, or when its first parcel is', async () => {
    await usePool()
    await play(`
      T-1002 | scanItem    | PACK-010
      BK3    | needWaybill | PACK-021
      :OK    | needWaybill | PACK-021
      :HOLD  | scanTote    | PACK-030
      1002   | needWaybill | PACK-012
    `)
    await refillPool('7800001')
    await play(`
      :OK     | scanBack | PACK-023
      7800001 | scanTote | PACK-028
      T-1003  | scanItem | PACK-010
      BK3     | needWaybill | PACK-021
      :HOLD   | scanTote | PACK-030
      1002    | packedOrder | PACK-002
      1003    | needWaybill | PACK-012
      :HOLD   | scanTote | PACK-030
      T-0001  | scanItem | PACK-010
      BK1     | scanItem | PACK-001
      :NEWBX  | needWaybill | PACK-021
    `)
    await refillPool('7800002')
    await play(`
      :OK     | scanBack | PACK-023
      7800002 | scanItem | PACK-029
    `)
  })

  it('is caught at an item, at a split, at the scan-back', async () => {
    await play('T-0001 | scanItem | PACK-010')
    await stopOrder(world, 'shop1:1001', 'cancelled')
    await play('BK1 | intercepted | PACK-014')
    await change('orders', 'shop1:1001', { intercept: 'none' })
    await play('P-01-1-01 | intercepted | PACK-020')
    await change('orders', 'shop1:1001', { intercept: 'cancelled' })
    await play(`
      P-01-1-01 | scanTote | PACK-016
      T-1002    | scanItem | PACK-010
      BK3       | scanBack | PACK-023
    `)
    await stopOrder(world, 'shop1:1002', 'changed')
    await play(`
      7700001   | intercepted | PACK-014
      P-01-1-01 | scanTote    | PACK-016
    `)
  })

  it('is caught at the label of a split', async () => {
    await play(`
      T-0001 | scanItem | PACK-010
      BK1    | scanItem | PACK-001
    `)
    await stopOrder(world, 'shop1:1001', 'cancelled')
    await play(':NEWBX | intercepted | PACK-014')
  })

  it('is caught when its tote is scanned', async () => {
    await stopOrder(world, 'shop1:1002', 'changed')
    await play('T-1002 | intercepted | PACK-014')
  })

  it('is refused with words where another table has worked on its parcel', async () => {
    const parcel = 'parcel:shop1:1001#1'
    await play(`
      T-0001 | scanItem | PACK-010
      BK1    | scanItem | PACK-001
    `)
    await change('parcels', parcel, { state: 'void' })
    await play(`
      :NEWBX | scanItem | PACK-020
      BK1    | scanItem | PACK-020
    `)
    await change('parcels', parcel, { state: 'open' })
    await play(`
      BK1    | scanItem | PACK-001
      BK2    | scanBack | PACK-023
    `)
    await change('parcels', parcel, { state: 'manifested' })
    await play(`
      7700001 | scanBack      | PACK-020
      :REPRN  | reprintReason | PACK-027
      #1      | reprintReason | PACK-020
    `)
    await change('parcels', parcel, { state: 'labelled' })
    await play('#1 | scanBack | PACK-032')
  })

  it('waits for a load, and is stopped by its weight', async () => {
    let weightG = 0
    const reading = () => ({ kind: 'load', weightG, isStable: true }) as const
    const view = () => ({ scaleId: 'a9', state: 'live', tareG: 0, reading: reading() }) as const
    const runner = world.runner(createPackingJob({ view, tare: NO_SCALE.tare }))
    const story = `
      T-1002  | scanItem | PACK-010
      BK3     | scanBack | PACK-023
      7700001 | weighing | PACK-039
      :HOLD   | scanTote | PACK-030
      1002    | scanBack | PACK-011
      7700001 | weighing | PACK-039`
    expect(await playStory(runner, story)).toBe(storyText(story))
    weightG = 900
    expect(await playStory(runner, ':WEIGH')).toBe(':WEIGH | weighing | PACK-041')
    expect(await playStory(runner, '#1')).toBe('#1 | scanTote | PACK-028')
  })

  it('works every hop of the machine', () => {
    expect(unworkedHops(packingWorkflow)).toEqual([])
  })
})
