import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM_ARGS, CHROMIUM_PATH } from '../../test/driver/chromium.ts'
import { browserStationArgs, startHostProcess } from '../../test/driver/hostProcess.ts'
import { freePort } from '../../test/driver/freePort.ts'
import { benchScript } from './benchScript.ts'
import type { BenchPage, FillPart } from './page/benchPage.ts'
import type { FillSizes } from './page/fillRows.ts'

declare const bench: BenchPage

/** Flags of every benchmark on a filled warehouse. */
export const SIZE_FLAGS = {
  skus: { type: 'string', default: '200000' },
  orders: { type: 'string', default: '100000' },
  movements: { type: 'string', default: '1000000' },
  /** A folder to keep and to come back to: filling it takes minutes. */
  data: { type: 'string' },
  /** A database belongs to its port: the same one for a kept folder. */
  port: { type: 'string' },
} as const

export interface BenchStation {
  readonly url: string
  /** Opens a page of the station; not yet waited for. */
  openStation(before?: (page: Page) => Promise<void>): Promise<Page>
  /** Opens an empty page of the same origin with the benchmark's own script. */
  openBench(): Promise<Page>
  close(): Promise<void>
}

export interface BenchOptions {
  readonly dataDir?: string | undefined
  readonly port?: number | undefined
  readonly args?: readonly string[]
}

/** The built station and a browser with a profile on the disk. */
export async function startBenchStation(options: BenchOptions): Promise<BenchStation> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'packline-bench-'))
  mkdirSync(dataDir, { recursive: true })
  const port = options.port ?? (await freePort())
  const host = await startHostProcess([
    ...browserStationArgs(dataDir, port),
    ...(options.args ?? []),
  ])
  const context = await chromium.launchPersistentContext(join(dataDir, 'test-browser'), {
    executablePath: CHROMIUM_PATH,
    args: [...CHROMIUM_ARGS, '--enable-precise-memory-info'],
    headless: true,
    viewport: { width: 1366, height: 768 },
  })
  return {
    url: host.url,
    async openStation(before) {
      const page = await context.newPage()
      await before?.(page)
      await page.goto(host.url)
      return page
    },
    openBench: () => openBench(context, new URL('/bench', host.url).href),
    async close() {
      await context.close().catch(() => undefined)
      await host.stop()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** An empty page answered here, not by the station: same origin, so the same database. */
async function openBench(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.route(url, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  )
  await page.goto(url)
  await page.addScriptTag({ content: await benchScript() })
  return page
}

/** Rows of one transaction: short enough that a busy machine shows its progress. */
const CHUNK = 5_000

/** Fills the station's database, before the station opens its page; a kept folder only once. */
export async function fillStation(
  station: BenchStation,
  sizes: FillSizes,
  dataDir: string | undefined,
): Promise<number> {
  const mark =
    dataDir === undefined ? undefined : join(dataDir, `filled-${Object.values(sizes).join('-')}`)
  if (mark !== undefined && existsSync(mark)) return 0
  const startMs = performance.now()
  const page = await station.openBench()
  const parts: readonly (readonly [FillPart, number])[] = [
    ['once', 1],
    ['bins', sizes.skus],
    ['skus', sizes.skus],
    ['balances', sizes.skus],
    ['orders', sizes.orders],
    ['movements', sizes.movements],
  ]
  for (const [part, count] of parts) {
    for (let from = 0; from < count; from += CHUNK)
      await page.evaluate(async ([name, first, end, all]) => bench.fill(name, first, end, all), [
        part,
        from,
        Math.min(count, from + CHUNK),
        sizes,
      ] as const)
    console.error(`filled ${part} after ${Math.round((performance.now() - startMs) / 1000)} s`)
  }
  await page.close()
  if (mark !== undefined) writeFileSync(mark, '')
  return performance.now() - startMs
}

/** Resolves when the station takes scans. */
export function scanReady(page: Page): Promise<unknown> {
  return page.waitForSelector('body[data-ready="1"]', { state: 'attached', timeout: 120_000 })
}

/** Sizes from the command line; each a whole number above 0. */
export function parseSizes(values: Readonly<Record<keyof FillSizes, string>>): FillSizes {
  const sizes = {
    skus: Number(values.skus),
    orders: Number(values.orders),
    movements: Number(values.movements),
  }
  for (const [name, size] of Object.entries(sizes))
    if (!Number.isSafeInteger(size) || size < 1) throw new Error(`--${name} ${size}`)
  return sizes
}
