import { beforeEach, describe, expect, it } from 'vitest'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import type { TestWarehouse } from '../driver/testWarehouse.ts'
import { playStory, storyText } from '../driver/testWarehouse.ts'
import {
  createOutboundWorld,
  seedPicked,
  seedTote,
  stockFaults,
  stopOrder,
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

describe('packing an order', () => {
  it('takes its tote, its items and its printed waybill: 1 + n + 1 scans', async () => {
    await play(`
      T-0001        | scanItem | PACK-010
      9787000000011 | scanItem | PACK-001
      9787000000011 | scanItem | PACK-001
      BK2           | scanBack | PACK-011
      7700001       | scanTote | PACK-028
    `)
    expect(await order()).toMatchObject({ state: 'packed' })
    expect(await parcelOf(1)).toMatchObject({
      state: 'closed',
      waybillNo: '7700001',
      carrierId: 'STO',
      packerId: 'op1',
      expectedWeightG: 1100,
    })
    expect(await waybill('7700001')).toMatchObject({ state: 'proved' })
    expect(await prints('7700001')).toMatchObject([
      { id: 'waybill:7700001:1', revision: 1, state: 'proved', kind: 'waybill' },
    ])
    expect(await world.qtyAt('parcel:shop1:1001#1', 'BK1')).toBe(2)
    expect(await world.qtyAt('tote:T-0001', 'BK1')).toBe(0)
    expect(await world.ledger.reader.get('totes', 'tote:T-0001')).toMatchObject({ orderId: null })
  })

  it('opens by the order number as well', async () => {
    await play('1001 | scanItem | PACK-010')
  })

  it('stops for a wrong, an extra, an unknown and a missing item', async () => {
    await play(`
      T-0001  | scanItem | PACK-010
      BK3     | scanItem | PACK-004
      BK2     | scanItem | PACK-001
      BK2     | scanItem | PACK-007
      NOTHING | scanItem | SCAN-001
      :OK     | scanItem | PACK-017
      T-0001  | scanItem | SCAN-003
    `)
  })

  it('names what is missing, piece by piece', async () => {
    const runner = world.runner(packingJob)
    await playStory(runner, 'T-0001\nBK1')
    const notice = await runner.give({ kind: 'verb', verb: 'OK' })
    expect(notice.params).toMatchObject({ left: 2 })
    expect(notice.params?.['missing']).toContain('BK1×1')
    expect(notice.params?.['missing']).toContain('BK2×1')
  })

  it('takes quantities by X, by a typed total, and refuses more than is missing', async () => {
    await play(`
      T-0001 | scanItem | PACK-010
      *3     | scanItem | PACK-009
      BK1    | scanItem | PACK-007
      *2     | scanItem | PACK-009
      BK1    | scanItem | PACK-001
      UNDO   | scanItem | UNDO-001
      UNDO   | scanItem | UNDO-001
      UNDO   | scanItem | UNDO-001
      #2     | scanItem | PACK-019
      BK1    | scanItem | PACK-001
      #2     | scanItem | PACK-001
      #2     | scanItem | PACK-019
      BK2    | scanBack | PACK-011
    `)
    expect(await world.qtyAt('parcel:shop1:1001#1', 'BK1')).toBe(2)
  })

  it('takes lots from several totes and keeps them in the parcel', async () => {
    await seedPicked(world, testOrder('1002', [testLine(1, 'BK3', 2)]), 'T-0002')
    await world.db.balances.delete('tote:T-0002|BK3||available')
    await world.db.balances.delete('adjustment|BK3||available')
    await seedTote(world, 'T-0002', { sku: 'BK3', qty: 1, lot: 'L1' })
    await world.seed('totes', [
      { id: 'tote:T-0003' as never, code: 'T-0003', orderId: 'shop1:1002' },
    ])
    await seedTote(world, 'T-0003', { sku: 'BK3', qty: 1, lot: 'L2' })
    await play(`
      T-0003 | scanItem | PACK-010
      *2     | scanItem | PACK-009
      BK3    | scanBack | PACK-011
    `)
    expect((await parcelOf(1, '1002'))?.lines.map((line) => line.lot)).toEqual(['L1', 'L2'])
  })

  it('refuses what the book does not find in the tote', async () => {
    await seedPicked(world, testOrder('1002', [testLine(1, 'BK3', 2)]), 'T-0002')
    await world.db.balances.delete('tote:T-0002|BK3||available')
    await world.db.balances.delete('adjustment|BK3||available')
    await play(`
      T-0002 | scanItem | PACK-010
      BK3    | scanItem | PACK-008
    `)
  })

  it.each([
    ['packed', 'PACK-003'],
    ['handedOver', 'PACK-003'],
    ['picking', 'PACK-005'],
  ] as const)('refuses an order that is %s', async (state, code) => {
    await world.seed('orders', [testOrder('1009', [testLine(1, 'BK1', 1)], { state })])
    await play(`1009 | scanTote | ${code}`)
  })

  it('refuses an empty tote, and a receiver only the platform may print', async () => {
    const cipher = testOrder('1003', [testLine(1, 'BK1', 1)])
    await seedPicked(
      world,
      { ...cipher, receiver: { ...cipher.receiver, kind: 'cipher' } },
      'T-0003',
    )
    await world.seed('totes', [{ id: 'tote:T-0009' as never, code: 'T-0009', orderId: null }])
    await play(`
      T-0003 | scanTote | PACK-006
      T-0009 | scanTote | PACK-034
    `)
  })
})

describe('an order stopped meanwhile', () => {
  it('goes to the staging bin when it is opened', async () => {
    await stopOrder(world, 'shop1:1001', 'cancelled')
    await play(`
      T-0001    | intercepted | PACK-014
      P-01-1-02 | intercepted | PACK-013
      P-01-1-01 | scanTote    | PACK-016
      1001      | scanTote    | PACK-015
    `)
    expect(await world.qtyAt('bin:P-01-1-01', 'BK1')).toBe(2)
    expect(await order()).toMatchObject({ state: 'cancelled' })
  })

  it('is caught at an item, and comes back from the bin by UNDO', async () => {
    await play(`
      T-0001 | scanItem | PACK-010
      BK1    | scanItem | PACK-001
    `)
    await stopOrder(world, 'shop1:1001', 'changed')
    await play(`
      BK1       | intercepted | PACK-014
      P-01-1-01 | scanTote    | PACK-016
      UNDO      | intercepted | UNDO-001
      P-01-1-01 | scanTote    | PACK-016
    `)
    expect(await world.qtyAt('bin:P-01-1-01', 'BK1')).toBe(2)
    expect(await world.qtyAt('bin:P-01-1-01', 'BK2')).toBe(1)
    expect(await order()).toMatchObject({ state: 'toShip', intercept: 'none' })
    expect(await parcelOf(1)).toMatchObject({ state: 'void' })
  })

  it('is caught at the scan-back: label and number are void', async () => {
    await play(`
      T-0001 | scanItem | PACK-010
      *2     | scanItem | PACK-009
      BK1    | scanItem | PACK-001
      BK2    | scanBack | PACK-011
    `)
    await stopOrder(world, 'shop1:1001', 'cancelled')
    await play(`
      7700001   | intercepted | PACK-014
      P-01-1-01 | scanTote    | PACK-016
    `)
    expect(await waybill('7700001')).toMatchObject({ state: 'voided' })
    expect(await prints('7700001')).toMatchObject([{ state: 'voided' }])
    expect(await world.qtyAt('bin:P-01-1-01', 'BK2')).toBe(1)
  })

  it('is caught at the label of a split', async () => {
    await play(`
      T-0001 | scanItem | PACK-010
      BK1    | scanItem | PACK-001
    `)
    await stopOrder(world, 'shop1:1001', 'cancelled')
    await play(':NEWBX | intercepted | PACK-014')
  })
})

describe('a packing table killed and started again', () => {
  it('goes on after each single answer', async () => {
    const story = [
      ['T-0001', 'scanItem'],
      ['BK1', 'scanItem'],
      [':NEWBX', 'scanBack'],
      [':REPRN', 'reprintReason'],
      ['#1', 'scanBack'],
      ['7700001', 'scanItem'],
      ['BK2', 'scanItem'],
      ['BK1', 'scanBack'],
      ['7700002', 'scanTote'],
    ] as const
    for (const [input, state] of story) {
      const runner = world.runner(packingJob)
      await runner.resume()
      await playStory(runner, input)
      expect(runner.view().state.kind).toBe(state)
    }
    expect(await order()).toMatchObject({ state: 'packed' })
    expect(await stockFaults(world)).toEqual([])
  })

  it('undoes everything, step by step, back to the tote', async () => {
    await play(`
      T-0001  | scanItem | PACK-010
      BK1     | scanItem | PACK-001
      :NEWBX  | scanBack | PACK-011
      7700001 | scanItem | PACK-029
      BK1     | scanItem | PACK-001
      BK2     | scanBack | PACK-011
      UNDO    | scanItem | UNDO-001
      UNDO    | scanItem | UNDO-001
      UNDO    | scanBack | UNDO-001
      UNDO    | scanItem | UNDO-001
      UNDO    | scanItem | UNDO-001
      UNDO    | scanTote | UNDO-090
      UNDO    | scanTote | UNDO-002
    `)
    expect(await world.qtyAt('tote:T-0001', 'BK1')).toBe(2)
    expect(await world.qtyAt('tote:T-0001', 'BK2')).toBe(1)
    expect(await parcelOf(1)).toBeUndefined()
    expect(await waybill('7700001')).toMatchObject({ state: 'voided' })
  })
})
