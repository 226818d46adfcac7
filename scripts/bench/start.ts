// `npm run bench:start [-- --skus N --orders N --movements N --runs N --data DIR --port N]`: from asking
// for the page to the moment it takes scans, with a warehouse of that size and with an empty one, turn
// by turn. Prints a table and one line of JSON.
import { parseArgs } from 'node:util'
import {
  type BenchStation,
  SIZE_FLAGS,
  fillStation,
  parseSizes,
  scanReady,
  startBenchStation,
} from './benchStation.ts'
import { hundredths, spreadOf } from './spread.ts'

const { values } = parseArgs({
  options: { ...SIZE_FLAGS, runs: { type: 'string', default: '10' } },
})
const sizes = parseSizes(values)
const runs = Number(values.runs)
const port = values.port === undefined ? undefined : Number(values.port)
const full = await startBenchStation({ dataDir: values.data, port })
const empty = await startBenchStation({})
try {
  await fillStation(full, sizes, values.data)
  const tookMs: Record<'full' | 'empty', number[]> = { full: [], empty: [] }
  // The first page of each also makes its caches and its station's identity.
  await open(full)
  await open(empty)
  for (let run = 0; run < runs; run += 1) {
    tookMs.full.push(await open(full))
    tookMs.empty.push(await open(empty))
  }
  report(tookMs)
} finally {
  await full.close()
  await empty.close()
}

async function open(station: BenchStation): Promise<number> {
  const startMs = performance.now()
  const page = await station.openStation()
  await scanReady(page)
  const tookMs = performance.now() - startMs
  await page.close()
  return tookMs
}

function report(tookMs: Readonly<Record<'full' | 'empty', readonly number[]>>): void {
  const rows = Object.entries(tookMs).map(([name, list]) => ({ name, ...spreadOf(list) }))
  const ratio = hundredths(spreadOf(tookMs.full).p50Ms / spreadOf(tookMs.empty).p50Ms)
  console.table(rows)
  console.log(`full to empty: p50 ${ratio}`)
  process.stdout.write(`${JSON.stringify({ bench: 'start', sizes, ratio, rows })}\n`)
}
