// `npm run bench:scan [-- --skus N --orders N --movements N --scans N --pause MS --data DIR --port N]`: in a
// warehouse of that size, (a) from the Enter key of a scan to its painted answer, over picking, packing
// and stock; (b) the commit of a command against plain IndexedDB writing the same rows, turn by turn;
// (c) the heap of the page. Prints a table and one line of JSON.
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import { scanByKeys, sendKeysThenEnter } from '../../test/driver/scanByKeys.ts'
import {
  type BenchStation,
  SIZE_FLAGS,
  fillStation,
  parseSizes,
  scanReady,
  startBenchStation,
} from './benchStation.ts'
import type { BenchPage } from './page/benchPage.ts'
import { itemCodeOf, skuCodeOf } from './page/fillRows.ts'
import { fromSent, meterScans, readMeter } from './scanMeter.ts'
import { hundredths, spreadOf } from './spread.ts'

declare const bench: BenchPage

const { values } = parseArgs({
  options: {
    ...SIZE_FLAGS,
    scans: { type: 'string', default: '400' },
    /** Between an answer and the next scan: a hand needs longer. 0 = as fast as answers come. */
    pause: { type: 'string', default: '150' },
  },
})
const sizes = parseSizes(values)
const scans = Number(values.scans)
const pauseMs = Number(values.pause)
const ROUNDS = 300
const WARM_UP = 20
const CART_SLOTS = 12
const REFUSED_MAX = 10
/** The same code at once would be taken for a trigger that fired twice. */
const REPEAT_GAP_MS = 350

const sink = createServer((socket) => socket.resume().on('error', () => undefined))
await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
const address = sink.address()
const printer = typeof address === 'object' && address ? address.port : 0
const station = await startBenchStation({
  dataDir: values.data,
  port: values.port === undefined ? undefined : Number(values.port),
  args: ['--printer', `127.0.0.1:${printer}`],
})
try {
  const filledMs = await fillStation(station, sizes, values.data)
  report({ filledMs, ...(await measureScans(station)), commits: await measureCommits(station) })
} finally {
  await station.close()
  sink.close()
}

async function measureScans({ openStation }: BenchStation) {
  const page = await openStation(meterScans)
  await scanReady(page)
  const clerk = createClerk(page)
  const third = Math.ceil(scans / 3)
  const totes = await pickScans(clerk, third)
  await packScans(clerk, totes)
  await stockScans(clerk, third)
  const metered = fromSent(await readMeter(page), clerk.sentAtMs).slice(WARM_UP)
  const heapMb = await readHeap(page)
  await page.close()
  return { metered, heapMb, refused: clerk.refused }
}

type Clerk = ReturnType<typeof createClerk>

function createClerk(page: Page) {
  const refused: string[] = []
  const sentAtMs: number[] = []
  let last = ''
  return {
    page,
    refused,
    /** When the Enter key of each scan was sent. */
    sentAtMs,
    async scan(code: string) {
      if (code === last) await page.waitForTimeout(REPEAT_GAP_MS)
      last = code
      const answer = await scanByKeys(page, code, async () => {
        sentAtMs.push(await sendKeysThenEnter(page, code))
      })
      await page.waitForTimeout(pauseMs)
      if (answer.level === 'refused') refused.push(`${code}: ${answer.code} ${answer.words}`)
      // Scanning what the screen asks for must lead on; else it would never end.
      if (refused.length > REFUSED_MAX) throw new Error(refused.join('\n'))
    },
    asked: () =>
      page.evaluate(() => ({
        state: document.querySelector('[data-station]')?.getAttribute('data-state') ?? '',
        code: document.querySelector('[data-testid=now]')?.getAttribute('data-code') ?? '',
      })),
  }
}

/** Carts of twelve, two scans a line. Gives the totes that are full. */
async function pickScans({ scan, asked }: Clerk, least: number): Promise<string[]> {
  const totes: string[] = []
  // A run that was ended half-way leaves full totes in a kept folder.
  const firstTote = randomInt(100_000, 900_000)
  await scan(commandCodeOf('GOPIK'))
  for (let { state, code } = await asked(); state !== 'scanToteFirst'; ) {
    await scan(toScanned(code))
    ;({ state, code } = await asked())
  }
  for (let count = 0; count < least; ) {
    for (let slot = 0; slot < CART_SLOTS; slot += 1, count += 1) {
      const tote = `T-${firstTote + totes.length}`
      totes.push(tote)
      await scan(tote)
    }
    for (let { state, code } = await asked(); state !== 'scanToteFirst'; count += 1) {
      await scan(toScanned(code))
      ;({ state, code } = await asked())
    }
  }
  return totes
}

async function packScans({ scan, asked }: Clerk, totes: readonly string[]): Promise<void> {
  await scan(commandCodeOf('GOPAK'))
  for (let { state, code } = await asked(); state !== 'scanTote'; ) {
    await scan(toScanned(code))
    ;({ state, code } = await asked())
  }
  for (const tote of totes) {
    await scan(tote)
    for (let { state, code } = await asked(); state !== 'scanTote'; ) {
      await scan(toScanned(code))
      ;({ state, code } = await asked())
    }
  }
}

/** Goods that sell all day, goods that hardly do, and their bins. */
async function stockScans({ scan }: Clerk, least: number): Promise<void> {
  await scan(commandCodeOf('GOSTK'))
  for (let i = 0; i < least; i += 1) {
    const sku = i % 2 === 0 ? i % 200 : (i * 7_919) % sizes.skus
    await scan(itemCodeOf(sku))
  }
}

/** What is printed on the thing that the screen names. */
function toScanned(code: string): string {
  const no = Number(code.slice(2))
  return code.startsWith('SK') && code === skuCodeOf(no) ? itemCodeOf(no) : code
}

async function readHeap(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return hundredths(usedSize / 2 ** 20)
}

async function measureCommits({ openBench }: BenchStation) {
  const page = await openBench()
  const all = await page.evaluate(async (rounds) => bench.compareCommits(rounds), ROUNDS + WARM_UP)
  await page.close()
  const spread = (list: readonly number[]) => spreadOf(list.slice(WARM_UP))
  return { command: spread(all.command), commit: spread(all.commit), raw: spread(all.raw) }
}

interface Measured {
  readonly filledMs: number
  readonly metered: Awaited<ReturnType<typeof readMeter>>
  readonly heapMb: number
  readonly refused: readonly string[]
  readonly commits: Awaited<ReturnType<typeof measureCommits>>
}

function report({ filledMs, metered, heapMb, refused, commits }: Measured): void {
  const stations = [...new Set(metered.map((scan) => scan.station))]
  const tookMs = (of: (station: string) => boolean) =>
    metered.filter((scan) => of(scan.station)).map((scan) => scan.tookMs)
  const rows = [
    { name: 'scan to paint, all', ...spreadOf(tookMs(() => true)) },
    ...stations.map((name) => ({
      name: `scan to paint, ${name}`,
      ...spreadOf(tookMs((station) => station === name)),
    })),
    ...Object.entries(commits).map(([name, spread]) => ({ name: `commit: ${name}`, ...spread })),
  ]
  const ratio = {
    p50: hundredths(commits.commit.p50Ms / commits.raw.p50Ms),
    p95: hundredths(commits.commit.p95Ms / commits.raw.p95Ms),
  }
  console.table(rows)
  console.log(`commit to raw: p50 ${ratio.p50}, p95 ${ratio.p95}; heap ${heapMb} MB`)
  for (const line of refused.slice(0, 10)) console.log(`refused ${line}`)
  const filled = Math.round(filledMs)
  const json = {
    bench: 'scan',
    sizes,
    filledMs: filled,
    heapMb,
    ratio,
    refused: refused.length,
    rows,
  }
  process.stdout.write(`${JSON.stringify(json)}\n`)
  if (refused.length > 0 || metered.length < scans - WARM_UP) process.exitCode = 1
}
