import { beforeEach, describe, expect, it } from 'vitest'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { skuIdOf, toteIdOf } from '@/domain/record/place.ts'
import { reserveArrived } from '@/app/reserveOrders.ts'
import { type TestWarehouse, playStory, storyText } from '../driver/testWarehouse.ts'
import {
  createPickingWorld,
  orderState,
  playPicking,
  stockLots,
  stockSum,
} from '../driver/pickingWorld.ts'
import { intake, testDraft } from '../driver/testOrder.ts'

let warehouse: TestWarehouse

beforeEach(async () => {
  warehouse = await createPickingWorld()
})

const play = (story: string) => playPicking(warehouse, story)

describe('picking one order', () => {
  it('takes two scans a line and ends with a tote ready to pack', async () => {
    await intake(warehouse, testDraft('100', { BK1: 2, BK3: 1 }))
    await play(`
      T-0001        | scanItem      | PICK-011
      6901234567892 | scanTote      | PICK-026
      T-0001        | scanItem      | PICK-016
      BK3           | scanTote      | PICK-026
      T-0001        | scanToteFirst | PICK-010`)
    expect(await orderState(warehouse, '100')).toEqual({ state: 'picked', holds: [] })
    expect(await warehouse.qtyAt('tote:T-0001', 'BK1')).toBe(2)
    expect(await warehouse.qtyAt('bin:A-01-1-01', 'BK1')).toBe(3)
    expect((await warehouse.ledger.reader.get('totes', 'tote:T-0001'))?.orderId).toBe('taobao:100')
    expect(await stockSum(warehouse)).toBe(0)
  })
})

describe('counting at the bin', () => {
  it('counts by the piece, by number, by multiplier or by the case', async () => {
    await intake(warehouse, testDraft('100', { BK1: 4 }))
    await play(`
      T-0001         | scanItem      | PICK-011
      BK1            | scanTote      | PICK-026
      BK1            | scanTote      | PICK-023
      16901234567899 | scanTote      | PICK-023
      BK1            | scanTote      | PICK-007
      UNDO           | scanTote      | UNDO-001
      #5             | scanTote      | PICK-007
      #3             | scanTote      | PICK-023
      *4             | scanTote      | PICK-023
      T-0001         | scanToteFirst | PICK-010`)
    expect(await warehouse.qtyAt('tote:T-0001', 'BK1')).toBe(4)
  })

  it('takes a number given before the item, and refuses more than asked', async () => {
    await intake(warehouse, testDraft('100', { BK1: 4 }))
    await play(`
      #3             | scanToteFirst | PICK-038
      T-0001         | scanItem      | PICK-011
      #5             | scanItem      | PICK-007
      #3             | scanItem      | PICK-032
      16901234567899 | scanItem      | PICK-007
      *2             | scanItem      | PICK-032
      16901234567899 | scanTote      | PICK-026
      T-0001         | scanToteFirst | PICK-010`)
  })

  it('asks for the tote again when fewer were counted, then takes what is there', async () => {
    await warehouse.stock('A-02-1-01', 'BK1', 9)
    await intake(warehouse, testDraft('100', { BK1: 4 }))
    await play(`
      T-0001 | scanItem      | PICK-011
      BK1    | scanTote      | PICK-026
      BK1    | scanTote      | PICK-023
      T-0001 | scanTote      | PICK-006
      T-0001 | scanItem      | PICK-017
      BK1    | scanTote      | PICK-026
      T-0001 | scanToteFirst | PICK-010`)
    expect(await warehouse.qtyAt('tote:T-0001', 'BK1')).toBe(4)
    expect(await warehouse.qtyAt('bin:A-02-1-01', 'BK1')).toBe(7)
  })
})

describe('a short pick', () => {
  it('opens a count of that bin and holds the order when nothing else has the item', async () => {
    await intake(warehouse, testDraft('100', { BK1: 3, BK3: 1 }))
    await play(`
      T-0001 | scanItem      | PICK-011
      :SHORT | scanItem      | PICK-033
      BK1    | scanTote      | PICK-026
      :SHORT | scanTote      | PICK-035
      BK1    | scanTote      | PICK-023
      T-0001 | scanItem      | PICK-036
      BK3    | scanTote      | PICK-026
      :SHORT | scanTote      | PICK-034
      T-0001 | scanToteFirst | PICK-012`)
    expect(await orderState(warehouse, '100')).toEqual({ state: 'held', holds: ['stockMissing'] })
    const [count] = await warehouse.ledger.reader.list('countTasks', { limit: 9 })
    expect(count).toMatchObject({ binId: 'bin:A-01-1-01', skuId: 'BK1', reason: 'shortPick' })
    expect(await stockSum(warehouse)).toBe(0)
  })

  it('is finished in the same tote once stock has arrived', async () => {
    await intake(warehouse, testDraft('100', { BK1: 3 }))
    await play(`
      T-0001 | scanItem      | PICK-011
      #2     | scanItem      | PICK-032
      BK1    | scanTote      | PICK-026
      T-0001 | scanTote      | PICK-006
      T-0001 | scanToteFirst | PICK-012
      T-0001 | scanToteFirst | PICK-002`)
    await warehouse.stock('B-01-1-01', 'BK1', 1)
    await reserveArrived(warehouse, [skuIdOf('BK1')])
    await play(`
      T-0002 | scanToteFirst | PICK-001
      100    | scanToteFor   | PICK-030
      T-0002 | scanToteFirst | PICK-043
      T-0001 | scanItem      | PICK-011
      BK1    | scanTote      | PICK-026
      T-0001 | scanToteFirst | PICK-010`)
    expect(await orderState(warehouse, '100')).toEqual({ state: 'picked', holds: [] })
    expect(await warehouse.qtyAt('tote:T-0001', 'BK1')).toBe(3)
  })

  it('of nothing at all is said by SHORT twice, and taken back by UNDO', async () => {
    await intake(warehouse, testDraft('100', { BK2: 1 }))
    await play(`
      T-0001 | scanItem      | PICK-011
      :SHORT | scanItem      | PICK-033
      :SHORT | scanToteFirst | PICK-012
      UNDO   | scanItem      | UNDO-001
      BK2    | scanTote      | PICK-026
      T-0001 | zeroCheck     | PICK-018
      A-01-1-01 | zeroCheck  | PICK-003
      BK2       | scanToteFirst | PICK-010
      UNDO      | zeroCheck  | UNDO-001
      B-02-1-01 | scanToteFirst | PICK-010`)
    expect(await warehouse.ledger.reader.list('countTasks', { limit: 9 })).toEqual([])
  })

  it('of one lot offers the next lot of the same bin', async () => {
    await stockLots(warehouse, { 'A-02-1-01': ['L0', 'L2', 'L1'] })
    await intake(warehouse, testDraft('100', { BK9: 1 }))
    const runner = warehouse.runner(pickingJob)
    const story = `
      T-0001 | scanItem | PICK-011
      :SHORT | scanItem | PICK-033
      :SHORT | scanItem | PICK-017
      BK9    | scanLot  | PICK-048
      L1     | scanLot  | PICK-047
      L2     | scanTote | PICK-050
      T-0001 | scanToteFirst | PICK-010`
    expect(await playStory(runner, story)).toBe(storyText(story))
    const [row] = await warehouse.ledger.reader.balances({ placeId: toteIdOf('T-0001') })
    expect(row?.lot).toBe('L2')
  })
})

describe('a cart', () => {
  it('stops at twelve slots', async () => {
    await warehouse.stock('A-01-1-01', 'BK1', 20)
    await intake(
      warehouse,
      ...Array.from({ length: 13 }, (_, i) => testDraft(`${200 + i}`, { BK1: 1 })),
    )
    const totes = Array.from({ length: 12 }, (_, i) => `T-00${String(i + 1).padStart(2, '0')}`)
    await play(totes.map((tote) => `${tote} | scanItem | PICK-011`).join('\n'))
    await play('T-0013 | scanItem | PICK-009')
  })
})
