import { beforeEach, describe, expect, it } from 'vitest'
import { STORY_START_MS, type TestWarehouse, createTestWarehouse } from '../driver/testWarehouse.ts'
import { playStory, storyText, testBin, testSku, unworkedHops } from '../driver/testWarehouse.ts'
import { createOrdersJob } from '@/ui/screens/allocation/ordersJob.ts'
import { readNumberedQueue } from '@/ui/screens/allocation/numberedQueue.ts'
import { createRowNumbers } from '@/ui/workflow/rowNumbers.ts'
import { ordersWorkflow } from '@/workflow/allocation/ordersWorkflow.ts'
import { readPickQueue } from '@/store/queries/picking/readPickQueue.ts'
import { reserveOrders } from '@/app/reserveOrders.ts'
import { intake, testDraft } from '../driver/testOrder.ts'

const HOUR_MS = 3_600_000
let warehouse: TestWarehouse

beforeEach(async () => {
  warehouse = await createTestWarehouse()
  await warehouse.seed('skus', [testSku('BK1')])
  await warehouse.seed('bins', [testBin('A-01-1-01')])
  await warehouse.stock('A-01-1-01', 'BK1', 5)
  await intake(
    warehouse,
    testDraft('100', { BK1: 1 }, { shipByMs: STORY_START_MS + 9 * HOUR_MS }),
    testDraft('101', { BK1: 1 }, { shipByMs: STORY_START_MS - HOUR_MS, holds: ['risk'] }),
    testDraft('102', { OLD: 1 }, { shipByMs: STORY_START_MS + HOUR_MS }),
    testDraft('103', { BK1: 1 }, { state: 'unpaid' }),
  )
})

const play = async (story: string) => {
  expect(await playStory(warehouse.runner(createOrdersJob(createRowNumbers())), story)).toBe(
    storyText(story),
  )
}
const stateOf = async (orderNo: string) =>
  (await warehouse.ledger.reader.get('orders', `taobao:${orderNo}`))?.state

describe('the order queue', () => {
  it('shows what will be late first, and how many there are', async () => {
    const nowMs = STORY_START_MS
    const of = { filter: 'open', limit: 2, nowMs } as const
    const queue = await readNumberedQueue(warehouse.db, of, createRowNumbers())
    expect(queue.count).toBe(3)
    expect(queue.rows.map((row) => [row.no, row.orderNo, row.risk, ...row.holds])).toEqual([
      [1, '101', 'late', 'risk'],
      [2, '102', 'soon', 'unknownSku'],
    ])
    expect(await readPickQueue(warehouse.db)).toMatchObject({
      count: 1,
      rows: [{ orderNo: '100' }],
    })
  })

  it('lets a held order go on and cancels another, each with a reason, by keys alone', async () => {
    await play(`
      #1    | orderShown | ORD-001
      #1    | askReason  | ORD-006
      #9    | askReason  | ORD-007
      :BACK | orderShown | ORD-001
      :OK   | askReason  | ORD-006
      #1    | orderShown | ORD-008
      :OK   | askReason  | ORD-006
      #1    | orderShown | ORD-012
      100   | orderShown | ORD-001
      :NO   | askReason  | ORD-006
      #1    | orderShown | ORD-009
      #2    | askReason  | ORD-006
      #1    | orderShown | ORD-014
      102   | orderShown | ORD-001
      #1    | askReason  | ORD-006
      #2    | orderShown | ORD-013
      #3    | orderShown | ORD-005
      *2    | orderShown | ORD-005
      :BACK | list       | ORD-004`)
    await reserveOrders(warehouse)
    expect([await stateOf('100'), await stateOf('101')]).toEqual(['cancelled', 'allocated'])
    expect(unworkedHops(ordersWorkflow)).toEqual([])
  })

  it('takes a number for the order that was seen with it, though the list moved since', async () => {
    const numbers = createRowNumbers()
    const runner = warehouse.runner(createOrdersJob(numbers))
    const draw = async () => {
      const of = { filter: 'open', limit: 100, nowMs: STORY_START_MS } as const
      const { rows } = await readNumberedQueue(warehouse.db, of, numbers)
      return rows.map((row) => `${row.no} ${row.orderNo}`)
    }
    expect(await draw()).toEqual(['1 101', '2 102', '3 100'])
    // A more urgent order comes in while the person types, and the screen draws it.
    const shipByMs = STORY_START_MS - 2 * HOUR_MS
    await intake(warehouse, testDraft('099', { BK1: 1 }, { shipByMs }))
    expect(await draw()).toEqual(['4 099', '1 101', '2 102', '3 100'])
    await playStory(runner, '#2')
    expect(runner.view().state).toMatchObject({ orderNo: '102' })
    await playStory(runner, ':BACK')
    expect(await draw()).toEqual(['1 099', '2 101', '3 102', '4 100'])
    await playStory(runner, '#1')
    expect(runner.view().state).toMatchObject({ orderNo: '099' })
  })

  it('goes through its parts, and shows the rest when asked', async () => {
    await play(`
      :NEXT | list       | ORD-003
      #2    | orderShown | ORD-001
      :BACK | list       | ORD-004
      #3    | list       | ORD-011
      :PREV | list       | ORD-003
      :OK   | list       | ORD-002
      :OK   | list       | ORD-002
      :OK   | list       | ORD-002
      :OK   | list       | ORD-002
      :OK   | list       | ORD-002
      :OK   | list       | ORD-010
      NOSUCH| list       | SCAN-001`)
  })

  it('stops an order that is being worked on at its next step', async () => {
    const row = await warehouse.ledger.reader.get('orders', 'taobao:100')
    if (row) await warehouse.seed('orders', [{ ...row, state: 'picked' }])
    await play(`
      100 | orderShown | ORD-001
      :NO | askReason  | ORD-006
      #1  | orderShown | ORD-016`)
    expect(await stateOf('100')).toBe('picked')
  })
})
