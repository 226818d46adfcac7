import { describe, expect, it } from 'vitest'
import { receivingJob } from '@/ui/screens/receiving/receivingJob.ts'
import { receivingWorkflow } from '@/workflow/receiving/receivingWorkflow.ts'
import { createInboundWorld, sumsPerSku } from '../driver/inboundWorld.ts'
import {
  type TestWarehouse,
  playStory,
  storyText,
  testBarcode,
  unworkedHops,
} from '../driver/testWarehouse.ts'

const STAGING = 'bin:RECV-01'
const BK1 = '9787442974540'
const BK2 = '9787472591762'
const XP1 = '6940055331138'

async function tell(world: TestWarehouse, story: string): Promise<void> {
  expect(await playStory(world.runner(receivingJob), story)).toBe(storyText(story))
}

const order = (world: TestWarehouse, id: string) => world.ledger.reader.get('purchaseOrders', id)

describe('what is not as ordered', () => {
  it('closes a line short, then the order after SHORT twice', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       ${BK1} | scanItem | RECV-005
       :SHORT | scanItem | RECV-028
       :SHORT | confirmShort | RECV-029
       :BACK | scanItem | RECV-042
       :SHORT | confirmShort | RECV-029
       :SHORT | scanOrder | RECV-030`,
    )
    expect(await order(world, 'PO1')).toMatchObject({ state: 'closedShort' })
    expect((await order(world, 'PO1'))?.lines.map((line) => line.shortQty)).toEqual([19, 3, 10])
    const [receipt] = await world.db.documents('receipts').toArray()
    expect(receipt?.state).toBe('posted')
  })

  it('says so when nothing is short', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO2 | scanItem | RECV-001
       ${BK2} | scanItem | RECV-005
       #5 | scanItem | RECV-006
       :SHORT | scanItem | RECV-031`,
    )
  })

  it('puts a damaged item into the defective zone', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       :DAMAG | scanItem | RECV-025
       :DAMAG | scanItem | RECV-041
       :DAMAG | scanItem | RECV-025
       ${BK1} | scanItem | RECV-007
       ${BK1} | scanItem | RECV-005`,
    )
    expect(await world.qtyAt('bin:X-01-1-01', 'BK1', 'defective')).toBe(1)
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(1)
    expect((await order(world, 'PO1'))?.lines[0]).toMatchObject({ goodQty: 1, damagedQty: 1 })
  })

  it('keeps wrong items apart after a second scan, on no line of the order', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       9787787778886 | confirmItem | RECV-012
       9787787778886 | scanItem | RECV-008
       :OK | scanOrder | RECV-032`,
    )
    expect(await world.qtyAt(STAGING, 'BK9', 'quarantine')).toBe(1)
    expect((await order(world, 'PO1'))?.state).toBe('open')
    const [receipt] = await world.db.documents('receipts').toArray()
    expect(receipt?.lines[0]).toMatchObject({ skuId: 'BK9', wrongQty: 1, goodQty: 0 })
  })

  it('binds an unknown barcode in two scans, and knows it from then on', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       NEW-CODE-1 | bindBarcode | RECV-017
       NEW-CODE-2 | bindBarcode | RECV-017
       ZQNOTHING | bindBarcode | RECV-019
       BK2 | scanItem | RECV-018
       NEW-CODE-2 | scanItem | RECV-005
       NEW-CODE-1 | bindBarcode | RECV-017
       :BACK | scanItem | RECV-042`,
    )
    expect(await world.qtyAt(STAGING, 'BK2')).toBe(2)
  })

  it('refuses a bin, and a verb that means nothing now', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       A-01-1-01 | scanItem | SCAN-003
       :SKIP | scanItem | SCAN-004
       :PRINT | scanItem | RECV-026`,
    )
  })

  it('asks for a label of the last item', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       BK1 | scanItem | RECV-005
       :PRINT | scanItem | RECV-033`,
    )
    expect(await world.db.documents('printIntents').toArray()).toMatchObject([
      { kind: 'goods', no: 'BK1', state: 'queued' },
    ])
  })
})

describe('lots', () => {
  it('asks for a lot once, and for the day of a lot nobody knows', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       ${XP1} | enterLot | RECV-013
       ${BK1} | enterLot | RECV-015
       123456789012345678901 | enterLot | RECV-038
       #20 | enterExpiry | RECV-014
       #271331 | enterExpiry | RECV-016
       #271231 | scanItem | RECV-005
       ${XP1} | scanItem | RECV-005
       ${BK1} | scanItem | RECV-005
       ${XP1} | enterLot | RECV-013
       20 | scanItem | RECV-005
       :NEXT | scanItem | RECV-034
       ${XP1} | enterLot | RECV-013
       :BACK | scanItem | RECV-042`,
    )
    expect(await world.ledger.reader.balances({ keys: [`${STAGING}|XP1|20|available`] })).toEqual([
      expect.objectContaining({ qtyPending: 3 }),
    ])
  })

  it('reads lot and day out of a GS1 code', async () => {
    const world = await createInboundWorld()
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       01069400553311381727123110L8 | scanItem | RECV-005
       010694005533113810L9 | enterExpiry | RECV-014
       271130 | scanItem | RECV-005
       :NEXT | scanItem | RECV-034
       ${XP1} | enterLot | RECV-013
       010694005533113810L8 | scanItem | RECV-005`,
    )
    expect(await world.ledger.reader.get('lots', 'XP1|L8')).toMatchObject({
      expiresOn: '2027-12-31',
    })
    expect(await world.ledger.reader.get('lots', 'XP1|L9')).toMatchObject({
      expiresOn: '2027-11-30',
    })
  })

  it('takes expired items as damaged only', async () => {
    const world = await createInboundWorld()
    const expired = '01069400553311381726110110OLD'
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       ${expired} | scanItem | RECV-020
       :DAMAG | scanItem | RECV-025
       ${expired} | scanItem | RECV-007
       01069400553311381726110210TODAY | scanItem | RECV-005`,
    )
    expect(await world.qtyAt('bin:X-01-1-01', 'XP1', 'defective')).toBe(1)
  })
})

describe('one code for two SKUs', () => {
  it('takes the one that is on the order', async () => {
    const world = await createInboundWorld()
    await world.seed('barcodes', [testBarcode(BK1, 'BK9')])
    await tell(world, `PO1 | scanItem | RECV-001\n${BK1} | scanItem | RECV-005`)
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(1)
  })

  it('asks when both are on the order', async () => {
    const world = await createInboundWorld()
    await world.seed('barcodes', [testBarcode(BK1, 'BK2')])
    await tell(
      world,
      `PO1 | scanItem | RECV-001
       ${BK1} | scanItem | SCAN-005
       #2 | scanItem | RECV-005`,
    )
    expect(await world.qtyAt(STAGING, 'BK2')).toBe(1)
  })
})

describe('taking back and going on', () => {
  it('undoes every step back to the first, and leaves nothing behind', async () => {
    const world = await createInboundWorld()
    const runner = world.runner(receivingJob)
    await playStory(runner, `PO1\n${BK1}\n#20\nNEW-1\nBK2\n:DAMAG\n${XP1}\nL7\n#271231\n:OK`)
    expect(runner.view().state.kind).toBe('scanOrder')
    // The slip of the posted receipt is a file by now.
    expect((await runner.undo()).code).toBe('RECV-046')
    for (let left = runner.view().undoDepth; left > 0; left -= 1)
      expect((await runner.undo()).code).toBe(left > 1 ? 'UNDO-001' : 'UNDO-090')
    expect(runner.view().state).toEqual({ kind: 'scanOrder' })
    expect(await order(world, 'PO1')).toEqual(
      (await (await createInboundWorld()).ledger.reader.get('purchaseOrders', 'PO1')) ?? null,
    )
    expect(await world.db.balances.count()).toBe(0)
    expect(await world.db.documents('receipts').count()).toBe(0)
    expect(await world.db.documents('lots').count()).toBe(0)
    expect(await world.db.documents('barcodes').where('code').equals('NEW-1').count()).toBe(0)
  })

  it('resumes at every step after the power is cut, with nothing lost or doubled', async () => {
    const world = await createInboundWorld()
    const scans = ['PO1', BK1, '#20', BK2, `#3`, XP1, 'L7', '#271231', '#10', ':OK']
    for (const scan of scans) {
      const runner = world.runner(receivingJob)
      await runner.resume()
      await playStory(runner, scan)
    }
    expect(await world.qtyAt(STAGING, 'BK1')).toBe(20)
    expect(await world.qtyAt(STAGING, 'XP1')).toBe(10)
    expect((await order(world, 'PO1'))?.state).toBe('received')
    expect(await sumsPerSku(world)).toEqual({ BK1: 0, BK2: 0, XP1: 0 })
  })

  it('posts nothing twice when the receipt was posted elsewhere meanwhile', async () => {
    const world = await createInboundWorld()
    const runner = world.runner(receivingJob)
    await playStory(runner, `PO1\n${BK1}`)
    const [receipt] = await world.db.documents('receipts').toArray()
    if (receipt) await world.seed('receipts', [{ ...receipt, state: 'posted' }])
    expect(await playStory(runner, `${BK1}\n${BK1}`)).toBe(
      storyText(`${BK1} | scanItem | RECV-022\n${BK1} | scanItem | RECV-005`),
    )
    expect(await world.db.documents('receipts').count()).toBe(2)
  })
})

describe('the machine of receiving', () => {
  it('was seen on every hop it declares', async () => {
    const world = await createInboundWorld()
    // Rarer ways out of a question: the next order, an unknown code, other items.
    const gs1 = '010694005533113810LX'
    await playStory(world.runner(receivingJob), 'PO1\n:OK')
    await playStory(
      world.runner(receivingJob),
      `PO1\n${BK1}\n9787787778886\nPO2\n${BK2}\n9787787778886\nPO1
       ${BK1}\n#50\nNOBODY-1\nPO2\n${BK2}\n9787787778886\n${BK2}\nPO1`,
    )
    await playStory(
      world.runner(receivingJob),
      `PO1\n${BK1}\n${XP1}\nPO2\nPO1\n${BK1}\n${gs1}\nPO2\nPO1\n${BK1}\n${gs1}\n:BACK
       :NEXT\n:SHORT\nPO2\n${BK2}\nPO1\n${BK1}\nNOBODY-2\n9787787778886\n:BACK\nNOBODY-2\n${XP1}
       :BACK\nNOBODY-3\n${gs1}\n:BACK\nNOBODY-3\nPO2\n${BK2}\nPO1`,
    )
    const asked = `:NEXT\n:SHORT\n`
    await playStory(
      world.runner(receivingJob),
      `PO1\n${asked}9787787778886\n:BACK\n${asked}${XP1}\n:BACK\n${asked}${gs1}\n:BACK
       ${asked}NOBODY-4\n:BACK\n${asked}${BK1}\n${asked}PO2`,
    )
    const many = `PO1\n*99\n${XP1}\n${XP1}\n:BACK\n*99\n${gs1}\n${gs1}\n:BACK`
    await playStory(world.runner(receivingJob), many)
    expect(unworkedHops(receivingWorkflow)).toEqual([])
  })
})
