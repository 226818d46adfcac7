import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '@/app/runCommand.ts'
import type { RecordPrintArgs } from '@/domain/printing/recordPrint.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import { type PrintFeeder, createPrintFeeder } from '@/ui/print/printFeeder.ts'
import { type PrintSync, createPrintSync } from '@/ui/print/printSync.ts'
import { readPrintTroubles } from '@/store/queries/printing/readPrintTroubles.ts'
import { settledPrints } from '@/ui/print/settledPrints.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { createPrintsJob } from '@/ui/screens/printing/printsJob.ts'
import { createRowNumbers } from '@/ui/workflow/rowNumbers.ts'
import { decodeLabel } from '../driver/decodeLabel.ts'
import { createOutboundWorld } from '../driver/outboundWorld.ts'
import { openPrintBench, type PrintBench } from '../driver/printBench.ts'
import { type TestWarehouse, playStory, storyText } from '../driver/testWarehouse.ts'
import {
  startVirtualPrinter,
  type VirtualPrinter,
} from '../driver/virtualPrinter/virtualPrinter.ts'

// The page's ledger, the host's queue and a printer on a port, as they stand in the station: whether a
// label came out is asked of a person, and the answer reaches the host.

let world: TestWarehouse
let printer: VirtualPrinter
let bench: PrintBench
let sync: PrintSync
let feeder: PrintFeeder

beforeEach(async () => {
  world = await createOutboundWorld()
  // The privacy check of the label wants more of a telephone hidden than the rows of other stories do.
  await world.db.table('orders').toCollection().modify({ 'receiver.maskedPhone': '138******00' })
  printer = await startVirtualPrinter()
  bench = await openPrintBench(printer.port)
  const record = async (args: RecordPrintArgs) => {
    await runCommand(world, world.newId(), 'printing.recordPrint', args)
  }
  sync = createPrintSync({
    reader: world.ledger.reader,
    host: {
      jobs: async () => bench.service.jobs(),
      markProved: async (no) => void (await bench.service.markProved(no)),
      markMissing: async (jobId) => void (await bench.service.markMissing(jobId)),
      cancel: async (jobId) => (await bench.service.cancel(jobId)) ?? null,
    },
    record,
  })
  bench.service.onChange(({ job }) => job && void sync.jobChanged(job))
  feeder = createPrintFeeder({
    data: world.db,
    timers: { after: () => () => undefined },
    printers: () => bench.service.status(),
    atText: String,
    words: () => readPaperWords('zh-CN'),
    sender: () => ({ name: '仓台书店', phone: '', address: '浙江省杭州市', isMasked: false }),
    operatorId: () => 'op1',
    submit: async (request) => ({ ok: true, job: await bench.service.submit(request) }),
    filePaper: async () => null,
    record,
    heard: () => undefined,
  })
})

afterEach(async () => {
  feeder.stop()
  await bench.close()
  await printer.close()
})

async function play(story: string): Promise<void> {
  const runner = world.runner(packingJob)
  await runner.resume()
  expect(await playStory(runner, story)).toBe(storyText(story))
}

const intent = (revision: number) =>
  world.ledger.reader.get('printIntents', `waybill:7700001:${revision}`)
const job = (revision: number) =>
  bench.service.jobs().find(({ jobId }) => jobId === `waybill:7700001:${revision}`)
async function untilState(revision: number, state: string): Promise<void> {
  await expect.poll(async () => (await intent(revision))?.state, { timeout: 5_000 }).toBe(state)
}
const tellHost = async () => {
  for (const what of world.journaled.flatMap(settledPrints)) await sync.tell(what)
}

const TO_SCAN_BACK = `
  T-0001 | scanItem | PACK-010
  *2     | scanItem | PACK-009
  BK1    | scanItem | PACK-001
  BK2    | scanBack | PACK-011`

describe('a label whose connection broke', () => {
  beforeEach(async () => {
    printer.setFault({ kind: 'reset', afterBytes: 4_000 })
    await play(TO_SCAN_BACK)
    await untilState(1, 'unknown')
    printer.setFault(undefined)
  })

  it('is printed again, marked, when the packer says NO, and its scan closes the parcel', async () => {
    await play(':NO | scanBack | PACK-032')
    await tellHost()
    expect(job(1)).toMatchObject({ state: 'failed', notices: [{ code: 'PRN-042' }] })
    const [label] = await printer.untilPrinted(1)
    const codes = label ? await decodeLabel(label.png) : []
    expect(codes.map(({ text }) => text)).toContain('7700001')
    expect(job(2)).toMatchObject({ reason: 'notPrinted', document: { revision: 1 } })
    await untilState(2, 'accepted')
    await play('7700001 | scanTote | PACK-028')
    await tellHost()
    expect([job(1)?.state, job(2)?.state]).toEqual(['failed', 'printed'])
    expect(printer.labels()).toHaveLength(1)
  })

  it('is never sent again by itself: its scan proves it', async () => {
    await bench.restart()
    await sync.matchAll()
    expect((await intent(1))?.why).toMatchObject({
      code: 'PRN-041',
      params: { no: '7700001' },
    })
    await play('7700001 | scanTote | PACK-028')
    await tellHost()
    expect(job(1)?.state).toBe('printed')
    expect(bench.service.jobs()).toHaveLength(1)
  })

  it('keeps the answer that the host was away for', async () => {
    await play(':NO | scanBack | PACK-032')
    expect(job(1)?.state).toBe('unknown')
    await sync.matchAll()
    expect(job(1)?.state).toBe('failed')
  })
})

describe('a label cancelled in the list', () => {
  const cancel = async () => {
    const runner = world.runner(createPrintsJob(world.db, createRowNumbers()))
    await playStory(runner, '7700001\n:SKIP')
    await tellHost()
  }

  it('leaves the line while the printer stands', async () => {
    await printer.close()
    await play(TO_SCAN_BACK)
    await untilState(1, 'accepted')
    await cancel()
    expect(job(1)).toMatchObject({ state: 'failed', notices: [{ code: 'PRN-043' }] })
    expect((await intent(1))?.state).toBe('cancelled')
  })

  it('too late is told until a person has torn it up: it belongs to nobody', async () => {
    await play(TO_SCAN_BACK)
    await untilState(1, 'accepted')
    await printer.untilPrinted(1)
    await expect.poll(() => job(1)?.state, { timeout: 5_000 }).toBe('sent')
    await cancel()
    expect(await intent(1)).toMatchObject({ state: 'stray', why: { code: 'PRN-045' } })
    // What the host says afterwards of this label or another one changes nothing.
    const late = job(1)
    if (late) await sync.jobChanged(late)
    await sync.matchAll()
    expect((await readPrintTroubles(world.db)).strays.map(({ no }) => no)).toEqual(['7700001'])
    const runner = world.runner(createPrintsJob(world.db, createRowNumbers()))
    await runner.resume()
    expect(await playStory(runner, '7700001\n:OK')).toContain('PRN-059')
    await tellHost()
    await sync.matchAll()
    expect((await intent(1))?.state).toBe('voided')
    expect((await readPrintTroubles(world.db)).strays).toEqual([])
  })
})
