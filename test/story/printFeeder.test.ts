import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '@/app/runCommand.ts'
import { readPaperWords } from '@/ui/paper/readPaperWords.ts'
import type { LabelRequest } from '@/ui/print/labelRequest.ts'
import { labelShape, printRequestShape } from '@/protocol/labelShape.ts'
import { closedManifests, settledPrints } from '@/ui/print/settledPrints.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { shippingJob } from '@/ui/screens/shipping/shippingJob.ts'
import { readManifest, shippedSince } from '@/store/queries/shipping/readManifest.ts'
import { readPiles } from '@/store/queries/shipping/readHandover.ts'
import { readPackQueue } from '@/store/queries/packing/readPackQueue.ts'
import { readPools } from '@/store/queries/carrier/readPools.ts'
import { manifestPaper } from '@/ui/print/manifestPaper.ts'
import { PRINTS_OF_ACT_MAX, type AskedPrint } from '@/domain/stock/askPrints.ts'
import { type FeederBench, openFeederBench } from '../driver/feederBench.ts'
import { createOutboundWorld } from '../driver/outboundWorld.ts'
import {
  STORY_START_MS,
  type TestWarehouse,
  playStory,
  testBarcode,
  testBin,
} from '../driver/testWarehouse.ts'

let world: TestWarehouse
let bench: FeederBench

beforeEach(async () => {
  world = await createOutboundWorld()
  bench = openFeederBench(world)
})

afterEach(() => bench.stop())

const pack = () => playStory(world.runner(packingJob), 'T-0001\n*2\nBK1\nBK2')
const intent = (revision: number) =>
  world.ledger.reader.get('printIntents', `waybill:7700001:${revision}`)

describe('labels on their way to the host', () => {
  it('are sent once, by the key of their intent, with what stands on the parcel', async () => {
    bench.start()
    await pack()
    await expect.poll(async () => (await intent(1))?.state, { timeout: 2_000 }).toBe('accepted')
    expect(bench.sent).toHaveLength(1)
    const request = printRequestShape.parse(bench.sent[0])
    expect(request).toMatchObject({
      key: 'waybill:7700001:1',
      printerId: 'p1',
      document: { kind: 'waybill', no: '7700001', revision: 0 },
    })
    const { nodes } = labelShape.parse(request.label)
    const texts = nodes.flatMap((node) => ('text' in node ? [node.text] : []))
    expect(texts).toContain('7700001')
    expect(texts.join('\n')).toContain('BK1')
    expect(texts.join('\n')).toContain('op1')
    expect(request.label).toMatchObject({ widthMm: 100, heightMm: 150 })
  })

  it('wait for the host and keep their order', async () => {
    bench.answer = { ok: false, code: 'BRG-011' }
    bench.start()
    await pack()
    await expect.poll(() => bench.faults.at(-1)?.code, { timeout: 2_000 }).toBe('BRG-011')
    expect((await intent(1))?.state).toBe('queued')
    bench.answer = { ok: true }
    bench.retries.at(-1)?.()
    await expect.poll(async () => (await intent(1))?.state, { timeout: 2_000 }).toBe('accepted')
    await expect.poll(() => bench.faults.at(-1), { timeout: 2_000 }).toBeNull()
  })

  it('are sent again after a crash, under the same key', async () => {
    await pack()
    bench.start()
    await expect.poll(async () => (await intent(1))?.state, { timeout: 2_000 }).toBe('accepted')
    expect(bench.sent.map((request) => request.key)).toEqual(['waybill:7700001:1'])
  })

  it('of a reprint carry the reason and the number of the reprint', async () => {
    bench.start()
    await pack()
    const runner = world.runner(packingJob)
    await runner.resume()
    await playStory(runner, ':REPRN\n#1')
    await expect.poll(async () => (await intent(2))?.state, { timeout: 2_000 }).toBe('accepted')
    expect(bench.sent.at(-1)).toMatchObject({ reason: 'paperJam', document: { revision: 1 } })
    const { nodes } = labelShape.parse(bench.sent.at(-1)?.label)
    const words = nodes.flatMap((node) => ('text' in node ? [node.text] : []))
    expect(words).toContain('补打 1')
  })

  it('say that no printer is set up', async () => {
    bench.printers = []
    bench.start()
    await pack()
    await expect.poll(() => bench.faults.at(-1)?.code, { timeout: 2_000 }).toBe('PRN-060')
  })

  it('of an undone parcel are not sent', async () => {
    await pack()
    const runner = world.runner(packingJob)
    await runner.resume()
    await runner.undo()
    bench.start().poke()
    await expect.poll(() => bench.faults.length, { timeout: 2_000 }).toBeGreaterThan(0)
    expect(bench.sent).toEqual([])
  })
})

async function printOf(no: string) {
  const [row] = await world.ledger.reader.list('printIntents', {
    index: 'no',
    equals: no,
    limit: 1,
  })
  return row
}

describe('labels of things', () => {
  const textsOf = (request: LabelRequest | undefined) =>
    labelShape
      .parse(printRequestShape.parse(request).label)
      .nodes.flatMap((node) => ('text' in node ? [node.text] : []))
  const print = (kind: AskedPrint['kind'], ...nos: string[]) =>
    runCommand(world, world.newId(), 'stock.askPrints', {
      prints: nos.map((no) => ({ kind, no })),
    })
  const sentOf = (kind: string) => bench.sent.find((request) => request.document.kind === kind)
  const heard = async (count: number) => {
    await expect.poll(() => bench.sent.length, { timeout: 2_000 }).toBe(count)
  }

  it('of goods carry name, spec and the code that is on the goods', async () => {
    bench.start()
    await world.seed('barcodes', [testBarcode('6901234567892', 'BK1')])
    await print('goods', 'BK1')
    await heard(1)
    expect(textsOf(bench.sent[0])).toEqual(expect.arrayContaining(['BK1', '6901234567892']))
    expect(bench.sent[0]?.label).toMatchObject({ widthMm: 60, heightMm: 40 })
  })

  it('carry the mark of their reprint, its number and its reason', async () => {
    await print('tote', 'T-0007')
    for (const reason of ['paperJam', 'blurred'] as const) {
      world.moveClock(1_000)
      const intentId = (await printOf('T-0007'))?.id ?? ''
      await runCommand(world, world.newId(), 'printing.reprint', { intentId, reason })
    }
    bench.start()
    await heard(3)
    const told = bench.sent.map((request) => [
      request.document.revision,
      request.reason,
      textsOf(request).find((text) => text.includes('周转箱')),
    ])
    expect(told).toEqual([
      [0, undefined, '周转箱'],
      [1, 'paperJam', '补打 1 · 周转箱'],
      [2, 'blurred', '补打 2 · 周转箱'],
    ])
  })

  it('of a bin and a tote carry their code, twice asked is twice printed', async () => {
    bench.start()
    await world.seed('bins', [testBin('B-09-1-01')])
    await print('bin', 'B-09-1-01')
    await print('tote', 'T-0007')
    await print('tote', 'T-0007')
    await heard(3)
    expect(textsOf(sentOf('bin'))).toEqual(expect.arrayContaining(['存储区', 'B-09-1-01']))
    expect(textsOf(sentOf('tote'))).toEqual(expect.arrayContaining(['周转箱', 'T-0007']))
    const nos = bench.sent.map(({ document }) => `${document.kind} ${document.no}`)
    expect(new Set(nos).size).toBe(3)
  })

  it('of command codes carry the code, its words and its key', async () => {
    bench.start()
    await print('commands', 'UNDO')
    await heard(1)
    expect(textsOf(bench.sent[0])).toEqual(['撤销', 'F2', 'ZQUNDO0'])
  })

  it('of what is gone are not sent: they end, with the reason', async () => {
    bench.start()
    await print('bin', 'Z-99-9-99')
    await print('tote', 'T-0001')
    await heard(1)
    expect(bench.sent[0]?.document.kind).toBe('tote')
    await expect
      .poll(() => printOf('Z-99-9-99'), { timeout: 2_000 })
      .toMatchObject({ state: 'cancelled', why: { code: 'PRN-044', params: { no: 'Z-99-9-99' } } })
  })

  it('leave papers alone, which need no label printer', async () => {
    bench.printers = []
    bench.start()
    await print('tote', 'T-0001')
    await print('pickList', 'W1')
    await expect.poll(() => bench.filed, { timeout: 2_000 }).toEqual(['pickList W1'])
    expect(bench.sent).toEqual([])
  })

  it('are refused when one act asks for too many', async () => {
    const nos = Array.from({ length: PRINTS_OF_ACT_MAX + 1 }, (_, i) => `T-${1000 + i}`)
    expect(await print('tote', ...nos)).toMatchObject({ reason: 'print.tooMany' })
    expect(await print('tote', ...nos.slice(1))).toMatchObject({ kind: 'accepted' })
  })
})

describe('what the screens and papers read', () => {
  it('follows one order from the queue to the shop', async () => {
    expect(await readPackQueue(world.db)).toMatchObject({ nextCode: 'T-0001', total: 1 })
    expect(await readPools(world.db)).toMatchObject([
      { carrierId: 'YTO', leftQty: 60, level: 'good' },
      { carrierId: 'STO', leftQty: 100, level: 'good' },
    ])
    await playStory(world.runner(packingJob), 'T-0001\n*2\nBK1\nBK2\n7700001')
    expect(await readPackQueue(world.db)).toMatchObject({ nextCode: '', total: 0 })
    expect(await readPiles(world.db)).toMatchObject([
      { carrierId: 'STO', scannedQty: 0, leftQty: 1, left: ['7700001'] },
    ])
    await playStory(world.runner(shippingJob), '7700001\nZQBSTOCOURIER')
    expect(await readPiles(world.db)).toEqual([])
    expect(await shippedSince(world.db, STORY_START_MS)).toMatchObject([
      { shop: 'shop1', orderNo: '1001', carrierName: 'STO 快递', waybillNo: '7700001' },
    ])
    expect(await shippedSince(world.db, STORY_START_MS + 1)).toEqual([])
    const view = await readManifest(world.db, 'STO-20261102-1')
    expect(view).toMatchObject({
      courierName: '',
      courierBadgeNo: 'OURIER',
      parcels: [{ weightG: 1100 }],
    })
    const words = readPaperWords('zh-CN').sheet
    const atText = (atMs: number) => new Date(atMs).toISOString()
    const paper = view && manifestPaper(view, { words, operatorName: 'op1', atText })
    expect(paper?.rows).toEqual([['1', '7700001', '1001', 'op1', '1.100']])
  })

  it('tells the host which label a scan-back proved, and which manifest was closed', async () => {
    await playStory(world.runner(packingJob), 'T-0001\n*2\nBK1\nBK2')
    expect(world.journaled.flatMap(settledPrints)).toEqual([])
    const runner = world.runner(packingJob)
    await runner.resume()
    await playStory(runner, '7700001')
    await playStory(world.runner(shippingJob), '7700001\nZQBSTOCOURIER')
    expect(world.journaled.flatMap(settledPrints)).toEqual([{ kind: 'proved', no: '7700001' }])
    expect(world.journaled.flatMap(closedManifests)).toEqual(['STO-20261102-1'])
  })
})
