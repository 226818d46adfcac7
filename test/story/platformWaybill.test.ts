import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '@/app/runCommand.ts'
import type { IssuedWaybill } from '@/domain/allocation/issueWaybills.ts'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import { printRequestShape } from '@/protocol/labelShape.ts'
import type { PrinterStatus } from '@/station/print/printerSetup.ts'
import { createPrintSync } from '@/ui/print/printSync.ts'
import { readmit } from '@/ui/print/readmit.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { shippingJob } from '@/ui/screens/shipping/shippingJob.ts'
import { componentPrinter, openComponentBench } from '../driver/componentBench.ts'
import { type FeederBench, openFeederBench } from '../driver/feederBench.ts'
import { createOutboundWorld, seedPicked, testLine, testOrder } from '../driver/outboundWorld.ts'
import { intake, testDraft } from '../driver/testOrder.ts'
import { type TestWarehouse, playStory, storyText } from '../driver/testWarehouse.ts'
import { startVirtualComponent } from '../driver/virtualComponent/virtualComponent.ts'

const CIPHER = 'AES:3F9c+/=='
const closers: (() => Promise<void> | void)[] = []
let world: TestWarehouse
let bench: FeederBench

beforeEach(async () => {
  world = await createOutboundWorld()
  bench = openFeederBench(world)
})

afterEach(async () => {
  bench.stop()
  for (const close of closers.splice(0).reverse()) await close()
})

const issued = (more: Partial<IssuedWaybill> = {}): IssuedWaybill => ({
  shop: 'shop1',
  orderNo: '1003',
  carrierId: 'YTO',
  waybillNo: 'YT900001',
  printData: {
    platform: 'cainiao',
    encryptedData: CIPHER,
    signature: 'MD:sig==',
    templateUrl: 'https://cloudprint.example.com/template/401/1',
  },
  ...more,
})

async function issue(...waybills: readonly IssuedWaybill[]): Promise<unknown> {
  const done = await runCommand(world, world.newId(), 'allocation.issueWaybills', { waybills })
  return done.kind === 'accepted' ? done.result : done
}

const order = (id = 'shop1:1003') => world.ledger.reader.get('orders', id)
const waybill = (no: string) => world.ledger.reader.get('waybills', no)
const intent = async (no = 'YT900001'): Promise<PrintIntent | undefined> =>
  world.ledger.reader.get('printIntents', `waybill:${no}:1`)

async function seedCipher(lines = [testLine(1, 'BK1', 1)]): Promise<void> {
  const cipher = testOrder('1003', lines)
  const receiver = { ...cipher.receiver, kind: 'cipher', maskedName: '张**' } as const
  await seedPicked(world, { ...cipher, receiver }, 'T-0003')
}

async function play(story: string): Promise<void> {
  const runner = world.runner(packingJob)
  await runner.resume()
  expect(await playStory(runner, story)).toBe(storyText(story))
}

/** A printer as the page hears of it from the host. */
const toldPrinter = ({ printerId, dotsPerMm, platform }: PrinterStatus) => ({
  printerId,
  dotsPerMm,
  ...(platform && { platform }),
})

/** A host with Cainiao's component, and the page's feeder before it. */
async function startHost() {
  const component = await startVirtualComponent({ platform: 'cainiao' })
  closers.push(() => component.close())
  const ownAreaUrl = 'https://cloudprint.example.com/template/own/7'
  const setup = componentPrinter('cainiao', component.port, { ownAreaUrl })
  const { service, close } = await openComponentBench([setup])
  closers.push(close)
  bench.printers = service.status().map(toldPrinter)
  const record = async (args: Parameters<Parameters<typeof createPrintSync>[0]['record']>[0]) => {
    await runCommand(world, world.newId(), 'printing.recordPrint', args)
  }
  const sync = createPrintSync({
    reader: world.ledger.reader,
    host: {
      jobs: async () => service.jobs(),
      markProved: async (no) => void (await service.markProved(no)),
      markMissing: async (jobId) => void (await service.markMissing(jobId)),
      cancel: async (jobId) => (await service.cancel(jobId)) ?? null,
    },
    record,
  })
  bench.host = async (request) => ({
    ok: true,
    job: await service.submit(printRequestShape.parse(request)),
  })
  return { component, service, sync }
}

describe('an order whose receiver only the platform can read', () => {
  it('is packed through the platform’s component, and its scan-back closes it as usual', async () => {
    await seedCipher()
    await play('T-0003 | scanTote | PACK-006')
    expect(await issue(issued())).toMatchObject({ written: 1, kept: 0 })
    const { component, service, sync } = await startHost()
    bench.start()
    await play(`
      T-0003 | scanItem | PACK-010
      BK1    | scanBack | PACK-011
    `)
    await expect.poll(() => component.printed).toEqual(['YT900001'])
    await expect.poll(() => service.jobs()[0]?.state).toBe('printed')
    const task = component.heard.find((text) => text.includes('"cmd":"print"')) ?? ''
    expect(task).toContain(CIPHER)
    expect(task).toContain('BK1')
    expect(task).not.toContain('张**')
    await expect.poll(async () => (await intent())?.state).toBe('accepted')
    await sync.matchAll()
    expect((await intent())?.state).toBe('proved')
    await play('YT900001 | scanTote | PACK-028')
    expect(await order()).toMatchObject({ state: 'packed' })
    expect(await waybill('YT900001')).toMatchObject({ state: 'proved', carrierId: 'YTO' })
    expect(await waybill('7700001')).toMatchObject({ state: 'pooled' })
  })

  it('has its label set aside until the component is set up, and says which one', async () => {
    await seedCipher()
    await issue(issued())
    bench.start()
    await play(`
      T-0003 | scanItem | PACK-010
      BK1    | scanBack | PACK-011
    `)
    await expect.poll(async () => (await intent())?.state).toBe('refused')
    const row = await intent()
    expect(row?.why).toEqual({
      code: 'PRN-085',
      params: { no: 'YT900001', platform: 'cainiao' },
    })
    const rows = row ? [row] : []
    expect(readmit(rows, bench.printers ?? [])).toEqual([])
    const { service } = await startHost()
    expect(readmit(rows, service.status().map(toldPrinter))).toEqual(['waybill:YT900001:1'])
  })

  it('takes no number of the pool for a second parcel: that waits for one of its own', async () => {
    await seedCipher([testLine(1, 'BK1', 1), testLine(2, 'BK2', 1)])
    await issue(issued())
    await play(`
      T-0003   | scanItem | PACK-010
      BK1      | scanItem | PACK-001
      :NEWBX   | scanBack | PACK-011
      YT900001 | scanItem | PACK-029
      BK2      | needWaybill | PACK-021
    `)
    expect(await waybill('7700001')).toMatchObject({ state: 'pooled' })
    await issue(issued({ waybillNo: 'YT900002' }))
    await play(':OK | scanBack | PACK-011')
    expect(await waybill('YT900002')).toMatchObject({ state: 'bound' })
    expect(await waybill('YT900001')).toMatchObject({ state: 'proved' })
  })

  it('keeps the cipher until its parcel is handed over, and no longer', async () => {
    await seedCipher()
    await issue(issued())
    await play(`
      T-0003   | scanItem | PACK-010
      BK1      | scanBack | PACK-011
      YT900001 | scanTote | PACK-028
    `)
    expect((await waybill('YT900001'))?.printData).toBeDefined()
    await playStory(world.runner(shippingJob), 'YT900001\nZQBYTOCOURIER')
    expect(await waybill('YT900001')).toMatchObject({ state: 'handedOver' })
    expect((await waybill('YT900001'))?.printData).toBeUndefined()
  })

  it('gives its number back when the last item is undone, and takes it again', async () => {
    await seedCipher()
    await issue(issued())
    await play(`
      T-0003 | scanItem | PACK-010
      BK1    | scanBack | PACK-011
    `)
    expect(await waybill('YT900001')).toMatchObject({ state: 'bound' })
    await play('UNDO | scanItem | UNDO-001')
    expect(await waybill('YT900001')).toMatchObject({ state: 'issued' })
    await play('BK1 | scanBack | PACK-011')
    expect(await waybill('YT900001')).toMatchObject({ state: 'bound' })
  })
})

describe('numbers that a platform issues', () => {
  const cipher = testDraft('2001', { BK1: 1 })
  const hidden = { ...cipher, receiver: { ...cipher.receiver, kind: 'cipher' } } as const
  const own = issued({ shop: 'taobao', orderNo: '2001' })

  it('let the order go on that waited for them', async () => {
    await intake(world, hidden)
    expect(await order('taobao:2001')).toMatchObject({ state: 'held', holds: ['printComponent'] })
    await issue(own)
    expect(await order('taobao:2001')).toMatchObject({ state: 'toShip', holds: [] })
  })

  it('stay with the order when its file comes again, and go when it has another receiver', async () => {
    await intake(world, hidden)
    await issue(own)
    await intake(world, { ...hidden, shopNote: '加急', revision: 'r2' })
    expect(await order('taobao:2001')).toMatchObject({ state: 'held', shopNote: '加急' })
    expect((await order('taobao:2001'))?.holds).not.toContain('printComponent')
    const moved = { ...hidden.receiver, district: '莲都区' }
    await intake(world, { ...hidden, receiver: moved, revision: 'r3' })
    expect((await order('taobao:2001'))?.holds).toContain('printComponent')
    expect((await order('taobao:2001'))?.issuedWaybillNo).toBeUndefined()
  })

  it('are taken once, and only for an order that is here', async () => {
    await intake(world, hidden)
    expect(await issue(own, issued({ orderNo: '9999', waybillNo: 'YT9' }))).toMatchObject({
      written: 1,
      kept: 1,
    })
    expect(await issue(own)).toMatchObject({ written: 0, kept: 1 })
    expect(await waybill('YT9')).toBeUndefined()
  })

  it('make an earlier one void that no parcel has', async () => {
    await intake(world, hidden)
    await issue(own)
    await issue({ ...own, waybillNo: 'YT900002' })
    expect(await waybill('YT900001')).toMatchObject({ state: 'voided' })
    expect((await order('taobao:2001'))?.issuedWaybillNo).toBe('YT900002')
  })
})
