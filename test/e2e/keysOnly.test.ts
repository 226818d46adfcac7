import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import type { Parcel } from '@/domain/record/outbound.ts'
import { STATION_SCREENS, type StationScreen } from '@/ui/shell/homeVerbs.ts'
import { readTable } from '../driver/day/readStore.ts'
import { pressKey, typeCode, typeNumber } from '../driver/handKeys.ts'
import { readAnswer } from '../driver/scanByKeys.ts'
import { type RunningStation, startStation } from '../driver/station.ts'

/** Goal: a station whose scanner and mouse are broken still works. Method: the demo shop, real key
 *  events at the pace of a hand, no click; codes are read from what the screen asks for. */
const STEPS_MAX = 30
let dataDir: string
let station: RunningStation
let page: Page

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packline-keys-'))
  station = await startStation({ shell: 'browser', dataDir, args: ['--demo', '--lang', 'en'] })
  page = station.page
  const ready = 'body[data-ready="1"]'
  await page.waitForSelector(ready, { state: 'attached', timeout: 60_000 })
})

afterAll(async () => {
  await station?.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

const stateOf = () => page.getAttribute('[data-station]', 'data-state')
const screenOf = () => page.getAttribute('[data-station]', 'data-station')
/** What the panel of the demo would scan next: the code that stands on the thing in the hand. */
const codeInHand = async () =>
  (await page.getAttribute('[data-testid=demo-next]', 'data-code')) ?? ''

/** Works on by typed codes until the screen is in a state; gives the levels of the answers. */
async function workUntil(isThere: () => Promise<boolean>): Promise<string[]> {
  const levels: string[] = []
  for (let step = 0; step < STEPS_MAX; step += 1) {
    if (await isThere()) return levels
    await page.waitForSelector('[data-testid=demo-next][data-busy="0"]')
    levels.push((await typeCode(page, await codeInHand())).level)
  }
  throw new Error(`never there, it is in ${await screenOf()} ${await stateOf()}`)
}

/** Opens a screen by its number on the menu. */
async function openByNumber(screen: StationScreen): Promise<void> {
  await typeNumber(page, String(STATION_SCREENS.indexOf(screen) + 1))
  expect(await screenOf()).toBe(screen)
}

const good = (levels: readonly string[]) =>
  levels.filter((level) => level !== 'accepted' && level !== 'done')

test('one order goes from the bin to the courier by keys alone', async () => {
  await openByNumber('pick')
  await typeCode(page, await codeInHand())
  const picked = await workUntil(async () => (await stateOf()) === 'scanToteFirst')

  await pressKey(page, 'Home')
  expect(await screenOf()).toBe('home')
  await openByNumber('pack')
  const packed = await workUntil(async () => (await stateOf()) === 'scanBack')
  const no = await codeInHand()
  expect((await pressKey(page, 'F7')).level).not.toBe('refused')
  expect(await stateOf()).toBe('reprintReason')
  expect((await typeNumber(page, '2')).level).toBe('accepted')
  const closed = await workUntil(async () => (await stateOf()) === 'scanTote')

  await pressKey(page, 'Home')
  await openByNumber('ship')
  const isHandedOver = async () =>
    (await readTable<Parcel>(page, 'parcels', 'packline-demo')).some(
      ({ state, waybillNo }) => state === 'handedOver' && waybillNo === no,
    )
  const shipped = await workUntil(isHandedOver)
  expect(good([...picked, ...packed, ...closed, ...shipped])).toEqual([])
}, 180_000)

test('a step is taken back, a missing piece reported and the language changed by keys alone', async () => {
  await pressKey(page, 'Home')
  await openByNumber('pick')
  await typeCode(page, await codeInHand())
  expect(await stateOf()).toBe('scanItem')
  expect((await pressKey(page, 'F4')).level).toBe('attention')
  expect((await pressKey(page, 'F2')).code).toBe('UNDO-001')
  const asked = await page.getAttribute('[data-testid=now]', 'data-code')
  await typeCode(page, commandCodeOf('LANG'))
  expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
  expect(await stateOf()).toBe('scanItem')
  expect(await page.getAttribute('[data-testid=now]', 'data-code')).toBe(asked)
  await typeCode(page, commandCodeOf('LANG'))
  await page.keyboard.press('F1')
  await expect.poll(screenOf).toBe('help')
  await page.keyboard.press('Escape')
  await expect.poll(screenOf).toBe('pick')
}, 60_000)

test('every screen of the menu opens by its number, and the keys that are shown mean something', async () => {
  for (const screen of ['receive', 'putaway', 'orders', 'pick', 'pack', 'ship'] as const) {
    await pressKey(page, 'Home')
    await openByNumber(screen)
    const keyless = await page
      .locator('[data-testid=commands] button:not(:has(.key-hint))')
      .allTextContents()
    expect(keyless, screen).toEqual([])
  }
  expect((await readAnswer(page)).code).toBe('SCAN-011')
}, 60_000)
