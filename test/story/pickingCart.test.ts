import { beforeEach, describe, expect, it } from 'vitest'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { pickingWorkflow } from '@/workflow/picking/pickingWorkflow.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import { readPickList } from '@/store/queries/picking/readPickList.ts'
import { reserveArrived, reserveOrders } from '@/app/reserveOrders.ts'
import { runCommand } from '@/app/runCommand.ts'
import { type TestWarehouse, playStory, storyText, unworkedHops } from '../driver/testWarehouse.ts'
import {
  LOT_STORY,
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

describe('picking a cart of totes', () => {
  beforeEach(async () => {
    await intake(
      warehouse,
      testDraft('100', { BK1: 1, BK2: 1 }, { shipByMs: 2_000 }),
      testDraft('101', { BK3: 2 }, { shipByMs: 1_000 }),
    )
  })

  it('gives each tote the most urgent order and walks the bins once', async () => {
    await play(`
      T-0001        | scanItem      | PICK-011
      T-0002        | scanItem      | PICK-011
      T-0003        | scanItem      | PICK-001
      T-0002        | scanItem      | PICK-005
      :OK           | scanItem      | PICK-029
      6901234567892 | scanTote      | PICK-026
      T-0001        | scanTote      | PICK-004
      T-0002        | scanItem      | PICK-016
      9787302150411 | scanTote      | PICK-026
      T-0002        | zeroCheck     | PICK-018
      B-02-1-01     | scanItem      | PICK-019
      BK3           | scanTote      | PICK-026
      T-0001        | scanToteFirst | PICK-010`)
    expect((await warehouse.ledger.reader.get('totes', 'tote:T-0001'))?.orderId).toBe('taobao:101')
    const [task] = await warehouse.ledger.reader.list('pickTasks', { limit: 9 })
    expect(task).toMatchObject({ kind: 'clusterPick', state: 'done' })
    expect(await stockSum(warehouse)).toBe(0)
  })

  it('has a pick list in walking order, less what is picked already', async () => {
    await play(`
      T-0001 | scanItem | PICK-011
      T-0002 | scanItem | PICK-011`)
    const [task] = await warehouse.ledger.reader.list('pickTasks', { limit: 1 })
    const told = async () =>
      (await readPickList(warehouse.db, task?.id ?? '')).rows.map((row) =>
        [row.zone, row.bin, row.skuId, row.qty, row.slot, row.tote].join(' '),
      )
    expect(await told()).toEqual([
      'storage A-01-1-01 BK1 1 2 T-0002',
      'storage B-02-1-01 BK2 1 2 T-0002',
      'storage B-01-1-01 BK3 2 1 T-0001',
    ])
    await play(`
      BK1    | scanTote | PICK-026
      T-0002 | scanItem | PICK-016`)
    expect(await told()).toHaveLength(2)
    expect(await readPickList(warehouse.db, 'nosuch')).toEqual({ no: '', rows: [] })
  })

  it('says which item, bin or tote was wanted, and what an unknown code is', async () => {
    await play(`
      T-0001        | scanItem | PICK-011
      9787302150411 | scanItem | PICK-003
      NOSUCH        | scanItem | SCAN-001
      A-01-1-01     | scanItem | PICK-003
      B-01-1-01     | scanItem | PICK-020
      T-0002        | scanItem | PICK-005
      BK3           | scanTote | PICK-026
      BK1           | scanTote | PICK-003
      B-01-1-01     | scanTote | SCAN-003`)
  })

  it('skips a line and comes back to it at the end', async () => {
    await play(`
      T-0001 | scanItem      | PICK-011
      T-0002 | scanItem      | PICK-011
      :SKIP  | scanItem      | PICK-022
      BK2    | scanTote      | PICK-026
      T-0002 | zeroCheck     | PICK-018
      :SKIP  | scanItem      | PICK-037
      BK3    | scanTote      | PICK-026
      T-0001 | scanItem      | PICK-016
      :SKIP  | scanItem      | PICK-008
      BK1    | scanTote      | PICK-026
      T-0002 | scanToteFirst | PICK-010`)
  })

  it('takes back any number of steps, stock and tote with them', async () => {
    await play(`
      T-0001 | scanItem      | PICK-011
      BK3    | scanTote      | PICK-026
      T-0001 | scanToteFirst | PICK-010
      UNDO   | scanTote      | UNDO-001
      UNDO   | scanItem      | UNDO-001
      UNDO   | scanToteFirst | UNDO-090
      UNDO   | scanToteFirst | UNDO-002`)
    expect(await orderState(warehouse, '101')).toEqual({ state: 'allocated', holds: [] })
    expect(await warehouse.qtyAt('bin:B-01-1-01', 'BK3')).toBe(4)
    expect((await warehouse.ledger.reader.get('totes', 'tote:T-0001'))?.orderId).toBe(null)
    expect(await stockSum(warehouse)).toBe(0)
  })

  it('goes on after a crash exactly where it was', async () => {
    await play(`
      T-0001 | scanItem | PICK-011
      T-0002 | scanItem | PICK-011
      BK1    | scanTote | PICK-026`)
    const after = warehouse.runner(pickingJob)
    await after.resume()
    const story = `
      T-0002 | scanItem      | PICK-016
      BK2    | scanTote      | PICK-026
      T-0002 | zeroCheck     | PICK-018`
    expect(await playStory(after, story)).toBe(storyText(story))
    const again = warehouse.runner(pickingJob)
    await again.resume()
    const rest = `
      BK2    | scanItem      | PICK-021
      BK3    | scanTote      | PICK-026
      T-0001 | scanToteFirst | PICK-010`
    expect(await playStory(again, rest)).toBe(storyText(rest))
    const [count] = await warehouse.ledger.reader.list('countTasks', { limit: 9 })
    expect(count).toMatchObject({ binId: 'bin:B-02-1-01', reason: 'zeroCheck', state: 'open' })
  })
})

describe('an order stopped meanwhile', () => {
  const cancel = (orderNo: string) =>
    runCommand(warehouse, warehouse.newId(), 'allocation.cancelOrder', {
      orderId: `taobao:${orderNo}`,
      reason: 'buyer',
    })

  it('is told before the item is taken; what lies in the tote is put aside', async () => {
    await intake(warehouse, testDraft('100', { BK1: 1, BK3: 1 }), testDraft('101', { BK1: 1 }))
    await play(`
      T-0001 | scanItem | PICK-011
      T-0002 | scanItem | PICK-011
      BK1    | scanTote | PICK-026
      T-0001 | scanItem | PICK-016
      BK1    | scanTote | PICK-026
      T-0002 | scanItem | PICK-016`)
    await cancel('100')
    await play(`
      BK3       | intercepted   | PICK-013
      T-0001    | intercepted   | PICK-013
      A-01-1-01 | intercepted   | PICK-028
      P-01-1-01 | scanToteFirst | PICK-010`)
    expect(await orderState(warehouse, '100')).toEqual({ state: 'cancelled', holds: [] })
    expect(await orderState(warehouse, '101')).toEqual({ state: 'picked', holds: [] })
    expect(await warehouse.qtyAt('bin:P-01-1-01', 'BK1')).toBe(1)
    expect((await warehouse.ledger.reader.get('totes', 'tote:T-0001'))?.orderId).toBe(null)
    expect(await warehouse.db.table('allocations').where('openSku').equals('BK3').count()).toBe(0)
  })

  it('with an empty tote frees the tote by a scan of it, and UNDO brings it back', async () => {
    await intake(warehouse, testDraft('100', { BK1: 1 }), testDraft('101', { BK3: 1 }))
    await play(`
      T-0001 | scanItem | PICK-011
      T-0002 | scanItem | PICK-011`)
    await cancel('100')
    await play(`
      BK1       | intercepted | PICK-015
      P-01-1-01 | intercepted | PICK-015
      T-0002    | intercepted | PICK-015
      T-0001    | scanItem    | PICK-027
      UNDO      | intercepted | UNDO-001
      T-0001    | scanItem    | PICK-027
      BK3       | scanTote    | PICK-026
      T-0002    | scanToteFirst | PICK-010`)
  })

  it('between item and tote keeps the item out of the tote', async () => {
    await intake(warehouse, testDraft('100', { BK1: 1 }))
    await play(`
      T-0001 | scanItem | PICK-011
      BK1    | scanTote | PICK-026`)
    await cancel('100')
    await play(`
      T-0001 | intercepted   | PICK-015
      T-0001 | scanToteFirst | PICK-027`)
    expect(await warehouse.qtyAt('bin:A-01-1-01', 'BK1')).toBe(5)
  })

  it('is told at a short pick too', async () => {
    await intake(warehouse, testDraft('100', { BK1: 1 }))
    await play(`
      T-0001 | scanItem | PICK-011
      :SHORT | scanItem | PICK-033`)
    await cancel('100')
    await play(':SHORT | intercepted | PICK-015')
  })

  it('because it changed starts again as the shop has it now', async () => {
    await intake(warehouse, testDraft('100', { BK1: 1, BK3: 1 }))
    await play(`
      T-0001 | scanItem | PICK-011
      BK1    | scanTote | PICK-026
      T-0001 | scanItem | PICK-016`)
    await intake(warehouse, testDraft('100', { BK3: 2 }))
    await play(`
      BK3       | intercepted   | PICK-014
      P-01-1-01 | scanToteFirst | PICK-027`)
    await reserveOrders(warehouse)
    expect(await orderState(warehouse, '100')).toEqual({ state: 'allocated', holds: [] })
    await play(`
      T-0001 | scanItem      | PICK-011
      BK3    | scanTote      | PICK-026
      T-0001 | scanToteFirst | PICK-010`)
    expect(await warehouse.qtyAt('tote:T-0001', 'BK3')).toBe(2)
    expect(await stockSum(warehouse)).toBe(0)
  })
})

describe('taking totes', () => {
  it('by an order number asks for its tote; SKIP gives it up', async () => {
    await intake(
      warehouse,
      testDraft('100', { BK1: 1 }),
      testDraft('101', { BK1: 1 }),
      testDraft('102', { BK1: 99 }),
    )
    await play(`
      102    | scanToteFirst | PICK-024
      100    | scanToteFor   | PICK-030
      :SKIP  | scanToteFirst | PICK-031
      100    | scanToteFor   | PICK-030
      101    | scanToteFor   | PICK-030
      T-0001 | scanItem      | PICK-011
      BK1    | scanTote      | PICK-026
      T-0001 | scanToteFirst | PICK-010
      100    | scanToteFor   | PICK-030
      T-0001 | scanToteFor   | PICK-002`)
  })

  it('ends short in every way', async () => {
    await warehouse.stock('A-02-1-01', 'BK1', 1)
    await intake(warehouse, testDraft('100', { BK1: 2, BK2: 1 }), testDraft('101', { BK3: 2 }))
    await play(`
      T-0001 | scanItem      | PICK-011
      T-0002 | scanItem      | PICK-011
      :SHORT | scanItem      | PICK-033
      :SHORT | scanItem      | PICK-036
      BK1    | scanTote      | PICK-026
      T-0001 | zeroCheck     | PICK-018
      :SKIP  | scanItem      | PICK-037
      BK2    | scanTote      | PICK-026
      T-0001 | zeroCheck     | PICK-018
      :SKIP  | scanItem      | PICK-037
      #1     | scanItem      | PICK-032
      BK3    | scanTote      | PICK-026
      T-0002 | scanTote      | PICK-006
      T-0002 | scanToteFirst | PICK-012`)
    await warehouse.stock('B-02-1-01', 'BK1', 2)
    await intake(warehouse, testDraft('102', { BK1: 1 }))
    await reserveArrived(warehouse, [skuIdOf('BK1')])
    await play(`
      100       | scanToteFor   | PICK-030
      T-0003    | scanToteFirst | PICK-043
      T-0003    | scanItem      | PICK-011
      BK1       | scanTote      | PICK-026
      T-0003    | scanToteFirst | PICK-010
      T-0001    | scanItem      | PICK-011
      BK1       | scanTote      | PICK-026
      T-0001    | zeroCheck     | PICK-018
      BK1       | scanToteFirst | PICK-010
      UNDO      | zeroCheck     | UNDO-001
      B-02-1-01 | scanToteFirst | PICK-010`)
    expect(await stockSum(warehouse)).toBe(0)
  })

  it('covers every hop of the machine', async () => {
    await stockLots(warehouse, { 'A-02-1-01': ['L1', 'L2'] })
    await intake(warehouse, testDraft('100', { BK9: 1 }))
    await play(LOT_STORY)
    expect(unworkedHops(pickingWorkflow)).toEqual([])
  })
})
