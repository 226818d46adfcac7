// `npm run bench:import [-- --lines N --skus N]`: an order file of that many lines, imported through the
// running station while somebody goes on scanning. How long reading, taking over and reserving take, the
// longest stall of the page, and how fast scans are answered meanwhile. A table and one line of JSON.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { putFile } from '@/device/stationFiles.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import type { ImportRun } from '@/domain/record/person.ts'
import { readTable } from '../../test/driver/day/readStore.ts'
import { scanByKeys } from '../../test/driver/scanByKeys.ts'
import { connectTool } from '../stationTool.ts'
import { fillStation, scanReady, startBenchStation } from './benchStation.ts'
import { orderFile } from './orderFile.ts'
import { itemCodeOf } from './page/fillRows.ts'
import { meterScans, readMeter } from './scanMeter.ts'
import { spreadOf } from './spread.ts'

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '100000' },
    skus: { type: 'string', default: '20000' },
    profile: { type: 'string' },
  },
})
const lines = Number(values.lines)
const skus = Number(values.skus)
const SCAN_EVERY_MS = 1_000
const PROFILE_SAMPLE_US = 500
const dataDir = mkdtempSync(join(tmpdir(), 'packline-bench-'))
const station = await startBenchStation({ dataDir })
try {
  await fillStation(station, { skus, orders: 1, movements: skus * 2 }, undefined)
  const page = await station.openStation(async (fresh) => {
    await meterScans(fresh)
    await meterStalls(fresh)
  })
  await scanReady(page)
  await scanByKeys(page, commandCodeOf('GOSTK'))
  const client = await connectTool(dataDir)
  if (!client) throw new Error('the station does not answer')
  const read = await measure(page, () => importOrders(client, true))
  const profile = values.profile === undefined ? null : await startProfile(page)
  const whole = await measure(page, () => importOrders(client, false))
  if (values.profile !== undefined) await profile?.save(values.profile)
  client.close()
  report({ read, whole })
} finally {
  await station.close()
  rmSync(dataDir, { recursive: true, force: true })
}

/** Notes every task of the page that kept the screen from answering. */
async function meterStalls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const stallsMs: number[] = []
    Object.assign(window, { stallsMs })
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) stallsMs.push(entry.duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
  })
}

declare global {
  interface Window {
    stallsMs: number[]
  }
}

/** A CPU profile of the page's thread, as the browser's own tools open it. */
async function startProfile(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: PROFILE_SAMPLE_US })
  await session.send('Profiler.start')
  return {
    async save(path: string) {
      const { profile } = await session.send('Profiler.stop')
      writeFileSync(path, JSON.stringify(profile))
    },
  }
}

async function importOrders(client: StationClient, dryRun: boolean): Promise<string> {
  const file = { fileId: randomUUID(), name: 'bench-orders.csv' }
  const sent = await putFile(client, { ...file, bytes: orderFile(lines, skus) })
  if (!sent.ok) throw new Error(sent.code)
  const answer = await client.request('cli.import', { files: [file], dryRun })
  if (!answer.ok) throw new Error(answer.code)
  return answer.result.summary
}

/** One act while scans go on; the moment its file was taken over is seen in the station's own rows. */
async function measure(page: Page, act: () => Promise<string>) {
  const scansBefore = (await readMeter(page)).length
  const stallsBefore = await page.evaluate(() => window.stallsMs.length)
  const startMs = performance.now()
  const running: { takenMs: number; endMs: number; summary: string; failed: unknown } = {
    takenMs: 0,
    endMs: 0,
    summary: '',
    failed: null,
  }
  const ended = act().then(
    (summary) => Object.assign(running, { summary, endMs: performance.now() - startMs }),
    (failed: unknown) => Object.assign(running, { failed, endMs: performance.now() - startMs }),
  )
  for (let no = 0; running.endMs === 0; no += 1) {
    await scanByKeys(page, itemCodeOf(no % skus)).catch(() => undefined)
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, SCAN_EVERY_MS))])
    const runs = await readTable<ImportRun>(page, 'importRuns')
    if (running.takenMs === 0 && runs.some((run) => run.state === 'done'))
      running.takenMs = performance.now() - startMs
  }
  if (running.failed) throw running.failed
  const stallsMs = (await page.evaluate(() => window.stallsMs)).slice(stallsBefore)
  const scans = (await readMeter(page)).slice(scansBefore).map((scan) => scan.tookMs)
  const { takenMs, endMs, summary } = running
  return { takenMs, endMs, summary, stallMs: Math.max(0, ...stallsMs), scans: spreadOf(scans) }
}

type Measured = Awaited<ReturnType<typeof measure>>

function report({ read, whole }: { readonly read: Measured; readonly whole: Measured }): void {
  const seconds = (ms: number) => Math.round(ms / 100) / 10
  const row = (name: string, ms: number, { stallMs, scans }: Measured) => ({
    name,
    seconds: seconds(ms),
    longestStallMs: Math.round(stallMs),
    scansP50Ms: scans.p50Ms,
    scansMaxMs: scans.maxMs,
  })
  const rows = [
    row('read only', read.endMs, read),
    row('read and take over', whole.takenMs, whole),
    row('and reserve', whole.endMs, whole),
  ]
  console.log(whole.summary)
  console.table(rows)
  process.stdout.write(`${JSON.stringify({ bench: 'import', lines, skus, rows })}\n`)
}
