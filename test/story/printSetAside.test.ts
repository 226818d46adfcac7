import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '@/app/runCommand.ts'
import { HOST_BROKE_MAX } from '@/ui/print/printAnswer.ts'
import { readmit } from '@/ui/print/readmit.ts'
import { packingJob } from '@/ui/screens/packing/packingJob.ts'
import { type FeederBench, openFeederBench } from '../driver/feederBench.ts'
import { createOutboundWorld } from '../driver/outboundWorld.ts'
import { type TestWarehouse, playStory } from '../driver/testWarehouse.ts'

let world: TestWarehouse
let bench: FeederBench

beforeEach(async () => {
  world = await createOutboundWorld()
  bench = openFeederBench(world)
})

afterEach(() => bench.stop())

const pack = () => playStory(world.runner(packingJob), 'T-0001\n*2\nBK1\nBK2')

const askTotes = (...nos: string[]) =>
  runCommand(world, world.newId(), 'stock.askPrints', {
    prints: nos.map((no) => ({ kind: 'tote' as const, no })),
  })

async function printOf(no: string) {
  const [row] = await world.ledger.reader.list('printIntents', {
    index: 'no',
    equals: no,
    limit: 1,
  })
  return row
}

async function untilStates(...states: readonly (readonly [string, string])[]) {
  await expect
    .poll(() => Promise.all(states.map(async ([no]) => [no, (await printOf(no))?.state])), {
      timeout: 2_000,
    })
    .toEqual(states)
}

describe('one bad label among good ones', () => {
  it('that the host cannot read is set aside, and the next ones go on', async () => {
    bench.answers.set('T-0002', { ok: false, code: 'BRG-002', params: { name: 'print.submit' } })
    bench.start()
    await askTotes('T-0001', 'T-0002', 'T-0003')
    await untilStates(['T-0001', 'accepted'], ['T-0002', 'refused'], ['T-0003', 'accepted'])
    expect((await printOf('T-0002'))?.why).toEqual({ code: 'PRN-031', params: {} })
    expect(bench.faults.at(-1)).toBeNull()
  })

  it('that must not be printed is set aside with the reason of the lint', async () => {
    const notices = [{ code: 'PRN-022', params: { chars: '𫍰' } }]
    bench.answers.set('T-0001', { ok: true, job: { state: 'failed', notices } })
    bench.start()
    await askTotes('T-0001', 'T-0002')
    await untilStates(['T-0001', 'refused'], ['T-0002', 'accepted'])
    expect((await printOf('T-0001'))?.why).toEqual(notices[0])
  })

  it('that breaks the host again and again is set aside, others wait that long', async () => {
    bench.answers.set('T-0001', { ok: false, code: 'BRG-009' })
    bench.start()
    await askTotes('T-0001', 'T-0002')
    for (let round = 1; round < HOST_BROKE_MAX; round += 1) {
      await expect.poll(() => bench.sent.length, { timeout: 2_000 }).toBe(round)
      expect((await printOf('T-0002'))?.state).toBe('queued')
      await expect.poll(() => bench.retries.length, { timeout: 2_000 }).toBe(round)
      bench.retries.at(-1)?.()
    }
    await untilStates(['T-0001', 'refused'], ['T-0002', 'accepted'])
  })

  it('of a printer that takes no more stops that printer only', async () => {
    const notices = [{ code: 'PRN-032', params: { printer: 'p1', count: 500 } }]
    bench.printers = [
      { printerId: 'p1', dotsPerMm: 8, kinds: ['tote'] },
      { printerId: 'p2', dotsPerMm: 8, kinds: ['commands'] },
    ]
    bench.answers.set('T-0001', { ok: true, job: { state: 'failed', notices } })
    bench.start()
    await askTotes('T-0001', 'T-0002')
    await runCommand(world, world.newId(), 'stock.askPrints', {
      prints: [{ kind: 'commands', no: 'UNDO' }],
    })
    await untilStates(['UNDO', 'accepted'], ['T-0001', 'queued'], ['T-0002', 'queued'])
    await expect.poll(() => bench.faults.at(-1)?.code, { timeout: 2_000 }).toBe('PRN-032')
    expect(
      bench.sent.filter(({ printerId }) => printerId === 'p1').map(({ key }) => key),
    ).not.toContain((await printOf('T-0002'))?.id)
  })

  it('set aside is tried again when a person says so', async () => {
    bench.answers.set('T-0001', { ok: false, code: 'BRG-002' })
    bench.start()
    await askTotes('T-0001')
    await untilStates(['T-0001', 'refused'])
    bench.answers.clear()
    const intentId = (await printOf('T-0001'))?.id ?? ''
    await runCommand(world, world.newId(), 'printing.judgePrint', { intentId, verdict: 'retry' })
    await untilStates(['T-0001', 'accepted'])
    expect((await printOf('T-0001'))?.why).toBeUndefined()
  })
})

describe('labels of a station with several printers', () => {
  const waybillPrinter = {
    printerId: 'w',
    dotsPerMm: 8,
    paper: { widthMm: 76, heightMm: 130 },
  } as const
  const smallPrinter = {
    printerId: 'g',
    dotsPerMm: 8,
    paper: { widthMm: 60, heightMm: 40 },
  } as const

  it('go to the printer that has their paper, and waybills take its size', async () => {
    bench.printers = [smallPrinter, waybillPrinter]
    bench.start()
    await pack()
    await askTotes('T-0009')
    await expect.poll(() => bench.sent.length, { timeout: 2_000 }).toBe(2)
    const routes = bench.sent.map(({ document, printerId }) => `${document.kind} ${printerId}`)
    expect(routes.sort()).toEqual(['tote g', 'waybill w'])
    const waybill = bench.sent.find(({ document }) => document.kind === 'waybill')
    expect(waybill?.label).toMatchObject({ widthMm: 76, heightMm: 130 })
  })

  it('are set aside where no printer has their paper, and readmitted when one has', async () => {
    bench.printers = [waybillPrinter]
    bench.start()
    await askTotes('T-0009')
    await untilStates(['T-0009', 'refused'])
    const row = await printOf('T-0009')
    const params = { no: 'T-0009', widthMm: 60, heightMm: 40 }
    expect(row?.why).toEqual({ code: 'PRN-035', params })
    expect(row && readmit([row], [waybillPrinter])).toEqual([])
    expect(row && readmit([row], [waybillPrinter, smallPrinter])).toEqual([row?.id])
  })

  it('wait quietly until the host has told its printers', async () => {
    bench.printers = null
    const running = bench.start()
    await askTotes('T-0009')
    await expect.poll(() => bench.faults.length, { timeout: 2_000 }).toBeGreaterThan(0)
    expect(bench.faults).toEqual(bench.faults.map(() => null))
    expect(bench.sent).toEqual([])
    bench.printers = [smallPrinter]
    running.poke()
    await untilStates(['T-0009', 'accepted'])
  })
})
