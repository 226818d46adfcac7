import { beforeEach, describe, expect, it } from 'vitest'
import { pickingJob } from '@/ui/screens/picking/pickingJob.ts'
import { pickingWorkflow } from '@/workflow/picking/pickingWorkflow.ts'
import { runCommand } from '@/app/runCommand.ts'
import {
  type TestWarehouse,
  createTestWarehouse,
  playStory,
  storyText,
  testBarcode,
  testBin,
  testSku,
  testTote,
  unworkedHops,
} from '../driver/testWarehouse.ts'
import { intake, testDraft } from '../driver/testOrder.ts'

let warehouse: TestWarehouse

beforeEach(async () => {
  warehouse = await createTestWarehouse()
  await warehouse.seed(
    'skus',
    ['BK1', 'BK2', 'BK3'].map((code) => testSku(code)),
  )
  await warehouse.seed('barcodes', [
    testBarcode('6901234567892', 'BK1'),
    testBarcode('16901234567899', 'BK1', 2),
    testBarcode('9787302150411', 'BK2'),
  ])
  await warehouse.seed('bins', [
    ...['A-01-1-01', 'A-02-1-01', 'B-01-1-01', 'B-02-1-01'].map((code) => testBin(code)),
    testBin('S-01-1-01', { zone: 'sort' }),
  ])
  await warehouse.seed(
    'totes',
    Array.from({ length: 14 }, (_, i) => testTote(`T-00${String(i + 1).padStart(2, '0')}`)),
  )
  await warehouse.stock('A-01-1-01', 'BK1', 5)
  await warehouse.stock('B-02-1-01', 'BK2', 1)
  await warehouse.stock('B-01-1-01', 'BK3', 4)
})

const play = async (story: string) => {
  expect(await playStory(warehouse.runner(pickingJob), story)).toBe(storyText(story))
}

const orderState = async (orderNo: string) => {
  const order = await warehouse.ledger.reader.get('orders', `taobao:${orderNo}`)
  return order && { state: order.state, holds: order.holds }
}

const stockSum = async () => {
  const rows = await warehouse.db.balances.toArray()
  return rows.reduce((sum, row) => sum + row.qtyConfirmed + row.qtyPending, 0)
}

describe('picking one order', () => {
  it('takes two scans a line and ends with a tote ready to pack', async () => {
    await intake(warehouse, testDraft('100', { BK1: 2, BK3: 1 }))
    await play(`
      T-0001        | scanItem      | PICK-011
      6901234567892 | scanTote      | PICK-026
      T-0001        | scanItem      | PICK-016
      BK3           | scanTote      | PICK-026
      T-0001        | scanToteFirst | PICK-010`)
    expect(await orderState('100')).toEqual({ state: 'picked', holds: [] })
    expect(await warehouse.qtyAt('tote:T-0001', 'BK1')).toBe(2)
    expect(await warehouse.qtyAt('bin:A-01-1-01', 'BK1')).toBe(3)
    expect((await warehouse.ledger.reader.get('totes', 'tote:T-0001'))?.orderId).toBe('taobao:100')
    expect(await stockSum()).toBe(0)
  })
})
