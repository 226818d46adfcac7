import { describe, expect, it } from 'vitest'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { createInboundWorld, sumsPerSku, testOrder } from '../driver/inboundWorld.ts'
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

describe('opening an order', () => {
  it('takes a delivery note, and keeps its number on the receipt', async () => {
    const world = await createInboundWorld()
    await tell(world, `DN-77 | scanItem | RECV-001\n${BK1} | scanItem | RECV-005`)
    const [receipt] = await world.db.documents('receipts').toArray()
    expect(receipt).toMatchObject({ purchaseOrderId: 'PO1', deliveryNoteNo: 'DN-77' })
  })

  it('takes any of its items, and opens the order expected first of several', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `${BK2} | scanItem | RECV-002
       PO2 | scanItem | RECV-001
       ${BK2} | scanItem | RECV-005`,
    )
    expect((await order(world, 'PO1'))?.state).toBe('open')
    expect((await order(world, 'PO2'))?.state).toBe('receiving')
  })

  it('refuses what opens nothing, and says why', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `NOBODY | scanOrder | RECV-039
       9787787778886 | scanOrder | RECV-036
       A-01-1-01 | scanOrder | SCAN-003
       #5 | scanOrder | RECV-003
       PO1 | scanItem | RECV-001
       PO1 | scanItem | RECV-004
       :OK | scanOrder | RECV-035`,
    )
  })

  it('posts the receipt in work when the next order is opened', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       ${BK1} | scanItem | RECV-005
       PO2 | scanItem | RECV-044
       ${BK2} | scanItem | RECV-005
       :OK | scanOrder | RECV-032`,
    )
    const receipts = await world.db.documents('receipts').toArray()
    expect(Object.fromEntries(receipts.map((row) => [row.purchaseOrderId, row.state]))).toEqual({
      PO1: 'posted',
      PO2: 'posted',
    })
  })

  it('takes a second receipt for what came later, and none for a complete order', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO2 | scanItem | RECV-001
       ${BK2} | scanItem | RECV-005
       :OK | scanOrder | RECV-032
       PO2 | scanItem | RECV-001
       ${BK2} | scanItem | RECV-005
       #4 | scanItem | RECV-006
       :OK | scanOrder | RECV-032
       PO2 | scanOrder | RECV-037`,
    )
    const receipts = await world.db.documents('receipts').toArray()
    expect(new Set(receipts.map((row) => row.lines[0]?.goodQty))).toEqual(new Set([1, 4]))
  })
})

describe('how many', () => {
  it('counts each scan once, a case as its pieces, a multiplier for the next scan alone', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       ${BK1} | scanItem | RECV-005
       ${BK1} | scanItem | RECV-005
       CASE-BK1 | scanItem | RECV-005
       *3 | scanItem | RECV-024
       ${BK1} | scanItem | RECV-005
       ${BK1} | scanItem | RECV-005`,
    )
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(16)
  })

  it('reads a case code nobody bound as one case of the order', async () => {
    const world = await createInboundWorld()
    await tell(world, `PO1 | scanItem | RECV-001\n19787442974547 | scanItem | RECV-005`)
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(10)
  })

  it('sets the last item to the number typed, also to a smaller one', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       #3 | scanItem | RECV-026
       ${BK1} | scanItem | RECV-005
       #18 | scanItem | RECV-005
       #8 | scanItem | RECV-005
       #8 | scanItem | RECV-040
       #100000 | scanItem | RECV-027
       #0 | scanItem | RECV-005
       #5 | scanItem | RECV-026`,
    )
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(0)
    expect((await order(world, 'PO1'))?.state).toBe('open')
    expect(await sumsPerSku(world)).toEqual({})
  })

  it('asks for the same code again before it takes more than ordered, then believes it', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO2 | scanItem | RECV-001
       ${BK2} | scanItem | RECV-005
       #5 | scanItem | RECV-006
       ${BK2} | confirmItem | RECV-010
       :BACK | scanItem | RECV-042
       ${BK2} | confirmItem | RECV-010
       ${BK2} | scanItem | RECV-009
       ${BK2} | scanItem | RECV-009`,
    )
    expect(await world.qtyAt(STAGING, 'BK2')).toBe(7)
    const [receipt] = await world.db.documents('receipts').toArray()
    expect(receipt?.lines[0]).toMatchObject({ goodQty: 7, overQty: 2 })
  })

  it('takes what the tolerance allows unasked, and records it as over', async () => {
    const world = await createInboundWorld()
    const lines = [{ sku: 'BK2', qty: 10 }]
    await world.seed('purchaseOrders', [testOrder('PO5', lines, { overToleranceBp: 1000 })])
    await tell(
      world,
      `PO5 | scanItem | RECV-001
       ${BK2} | scanItem | RECV-005
       #11 | scanItem | RECV-009
       #12 | confirmItem | RECV-010`,
    )
  })

  it('asks for the same code again before it takes more than 99 at once', async () => {
    const world = await createInboundWorld()
    await world.seed('purchaseOrders', [testOrder('PO6', [{ sku: 'BK2', qty: 500 }])])
    await tell(
      world,
      `PO6 | scanItem | RECV-001
       ${BK2} | scanItem | RECV-005
       #99 | scanItem | RECV-005
       #100 | confirmItem | RECV-011
       ${BK2} | scanItem | RECV-005`,
    )
    expect(await world.qtyAt(STAGING, 'BK2')).toBe(100)
  })

  it('lets the next good scan through without a confirmation', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       ${BK2} | scanItem | RECV-005
       #4 | confirmItem | RECV-010
       ${BK1} | scanItem | RECV-005`,
    )
    expect(await world.qtyAt(STAGING, 'BK2')).toBe(1)
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(1)
  })
})
