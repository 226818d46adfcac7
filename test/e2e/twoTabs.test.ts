import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandCodeOf, SCREEN_VERBS, type ScreenVerb } from '@/domain/barcode/commandCode.ts'
import { createSeededRandom } from '@/kernel/random.ts'
import { readTable } from '../driver/day/readStore.ts'
import { scanByKeys, sendKeys } from '../driver/scanByKeys.ts'
import { type RunningStation, startStation } from '../driver/station.ts'

/** Goal: a second window of a station never writes. Method: random scans on both, in random turns; the
 *  stored rows may follow the first window only. */
const SEED = 8843
const ROUNDS = 40
/** Longer than a write takes that must not be. */
const WRITE_MS = 60
const SCREENS: readonly ScreenVerb[] = ['GORCV', 'GOPUT', 'GOPIK', 'GOPAK', 'GOSHP', 'GOSTK']

let dataDir: string
let station: RunningStation

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'packline-tabs-'))
  station = await startStation({ shell: 'browser', dataDir })
  await station.page.waitForSelector('body[data-ready="1"]', { state: 'attached' })
})

afterAll(async () => {
  await station?.close()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

async function openSecond(): Promise<Page> {
  const page = await station.page.context().newPage()
  await page.goto(station.url)
  await page.waitForSelector('[role=alert]')
  return page
}

const codeOf = (page: Page) => page.getAttribute('[role=alert]', 'data-code')

/** The open screen is a row of its own: it must be the one the first window was sent to. */
async function storedScreen(): Promise<unknown> {
  const rows = await readTable<{ workflowId: string; state: unknown }>(station.page, 'workSessions')
  return rows.find((row) => row.workflowId === 'desk')?.state
}

test(`a second window says so and writes nothing (seed ${SEED})`, async () => {
  const second = await openSecond()
  expect(await codeOf(second)).toBe('STO-007')
  const random = createSeededRandom(SEED)
  let last = await storedScreen()
  for (let round = 0; round < ROUNDS; round += 1) {
    const verb = SCREENS[random.int(SCREENS.length)] ?? 'GOSTK'
    const isFirst = random.int(2) === 1
    const page = isFirst ? station.page : second
    await page.bringToFront()
    await (isFirst ? scanByKeys(page, commandCodeOf(verb)) : sendKeys(page, commandCodeOf(verb)))
    await page.waitForTimeout(WRITE_MS)
    const wanted = isFirst ? { kind: 'open', screen: SCREEN_VERBS[verb] } : last
    last = await storedScreen()
    expect(last, `round ${round}`).toEqual(wanted)
  }
  expect(await second.getAttribute('body', 'data-ready')).toBeNull()
})

test('a window takes over when the first one is gone', async () => {
  const second = await openSecond()
  await station.page.close()
  await second.reload()
  await second.waitForSelector('body[data-ready="1"]', { state: 'attached' })
  await scanByKeys(second, commandCodeOf('GOSTK'))
  expect(await second.getAttribute('[data-station]', 'data-station')).toBe('stock')
})
