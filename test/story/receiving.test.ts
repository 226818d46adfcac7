import { describe, expect, it } from 'vitest'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { createInboundWorld, sumsPerSku } from '../driver/inboundWorld.ts'
import { type TestWarehouse, playStory, storyText } from '../driver/testWarehouse.ts'

const STAGING = 'bin:RECV-01'
const BK1 = '9787442974540'
const BK2 = '9787472591762'
const XP1 = '6940055331138'

async function tell(world: TestWarehouse, story: string): Promise<void> {
  expect(await playStory(world.runner(receivingJob), story)).toBe(storyText(story))
}

const order = (world: TestWarehouse, id: string) => world.ledger.reader.get('purchaseOrders', id)

describe('receiving a purchase order', () => {
  it('takes one scan for the order and one for each line with its number', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       ${BK1} | scanItem | RECV-005
       #20 | scanItem | RECV-005
       ${BK2} | scanItem | RECV-005
       #3 | scanItem | RECV-005
       ${XP1} | enterLot | RECV-013
       L7 | enterExpiry | RECV-014
       #271231 | scanItem | RECV-005
       #10 | scanItem | RECV-006
       :OK | scanOrder | RECV-032`,
    )
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(20)
    expect(await world.qtyAt(STAGING, 'BK2')).toBe(3)
    expect(await world.qtyAt(STAGING, 'XP1')).toBe(10)
    expect((await order(world, 'PO1'))?.state).toBe('received')
    expect(await sumsPerSku(world)).toEqual({ BK1: 0, BK2: 0, XP1: 0 })
    const [receipt] = await world.db.documents('receipts').toArray()
    expect(receipt).toMatchObject({ state: 'posted', purchaseOrderId: 'PO1' })
    expect(receipt?.lines.map((line) => [line.skuId, line.lot, line.goodQty])).toEqual([
      ['BK1', '', 20],
      ['BK2', '', 3],
      ['XP1', 'L7', 10],
    ])
    expect(await world.ledger.reader.get('lots', 'XP1|L7')).toMatchObject({
      expiresOn: '2027-12-31',
    })
  })
})
