import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../driver/freePort.ts'
import { browserStationArgs, type HostProcess, startHostProcess } from '../driver/hostProcess.ts'
import { missingForPinyin, openPinyinDesktop, type PinyinDesktop } from '../driver/pinyinDesktop.ts'
import { readAnswer } from '../driver/scanByKeys.ts'

/** Goal: a Chinese input method takes no scan, whole or in part. Method: real fcitx5 pinyin, real X key
 *  events, the built station in Chromium on a screen of its own. */
const missing = missingForPinyin()
/** A screen of its own and an input method are slow on a busy machine. */
const ANSWER_MS = 15_000
const POLL_MS = 50
const FIELD_SCANS = [
  [2, undefined],
  [10, 'placeless'],
  [50, undefined],
] as const
const PARKED_SCANS = [
  ['YT12abc34', 1],
  ['A-03-2-05', 2],
  ['6901234567892', 5],
  ['sku-Xy/7', 10],
  ['YT12abc34', 50],
] as const
let dataDir: string
let host: HostProcess | undefined
let desktop: PinyinDesktop | undefined

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packline-ime-'))
  if (missing !== undefined) return
  host = await startHostProcess(browserStationArgs(dataDir, await freePort()))
  desktop = await openPinyinDesktop(host.url)
})
afterAll(async () => {
  await desktop?.close()
  await host?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

function open(context: { skip(why: string): never }): PinyinDesktop {
  if (desktop === undefined) return context.skip(`no ${missing}`)
  return desktop
}

/** A scanner's longest pause, ms: a machine that made a longer one has played no scanner. */
const PAUSE_MS_MAX = 100
const TRIES_MAX = 12
/** A second answer would be there by then. */
const LATE_ANSWER_MS = 700

/** What the page answers to a scan, and how often; played again until the machine kept the pace. */
async function answerTo(shown: PinyinDesktop, scan: () => Promise<void>) {
  for (let turn = 1; ; turn += 1) {
    const before = (await readAnswer(shown.page)).answers
    await shown.longestPauseMs()
    await scan()
    const read = async () => (await readAnswer(shown.page)).answers
    // A scan that was not played as by a scanner may be answered by nothing.
    for (let ms = 0; ms < ANSWER_MS && (await read()) === before; ms += POLL_MS) await wait(POLL_MS)
    await wait(LATE_ANSWER_MS)
    const pauseMs = await shown.longestPauseMs()
    const answer = await readAnswer(shown.page)
    if (pauseMs <= PAUSE_MS_MAX || turn === TRIES_MAX)
      return { ...answer, count: answer.answers - before }
  }
}

/** The field for typed codes, opened or closed whatever the input method made of the keys before. */
async function turnField({ page, press }: PinyinDesktop, open: boolean) {
  const field = page.locator('.frame input')
  for (let turn = 0; turn < 10 && (await field.count()) > 0 !== open; turn += 1) {
    await press(open ? 'slash' : 'Escape')
    await wait(300)
  }
  expect(await field.count()).toBe(open ? 1 : 0)
  return field
}

test('the input method is awake: what a person types in a field becomes Chinese', async (context) => {
  const shown = open(context)
  const seen: string[] = []
  // The first letters wake it up, and may be lost while it loads its words.
  for (let turn = 0; turn < 5 && !/[\u4e00-\u9fff]/.test(seen.at(-1) ?? ''); turn += 1) {
    const field = await turnField(shown, true)
    await shown.type('nihao', 250)
    await wait(300)
    await shown.press('space')
    await wait(500)
    seen.push((await field.count()) > 0 ? await field.inputValue() : 'closed')
    await turnField(shown, false)
  }
  expect(seen.join(' | ')).toMatch(/[\u4e00-\u9fff]/)
})

test('a scan into a field is refused with words and nothing of it is taken', async (context) => {
  const shown = open(context)
  const field = shown.page.locator('.frame input')
  for (const [gapMs, end] of FIELD_SCANS) {
    const answer = await answerTo(shown, async () => {
      await turnField(shown, false)
      await turnField(shown, true)
      // The input method hears of the field a moment later.
      await wait(500)
      await shown.longestPauseMs()
      await shown.scan('YT12abc34', gapMs, end)
    })
    const { level, code, raw, count, words } = answer
    expect([level, code, raw, count]).toEqual(['refused', 'SCAN-009', '', 1])
    expect(words).toContain('输入法')
    const left = (await field.count()) > 0 ? await field.inputValue() : ''
    expect(left).toBe('')
  }
  await turnField(shown, false)
})

test('scans on the parked zone are right, each of them, at every pace', async (context) => {
  const shown = open(context)
  for (const [code, gapMs] of PARKED_SCANS) {
    const { raw, count } = await answerTo(shown, () => shown.scan(code, gapMs))
    expect([raw, count]).toEqual([code, 1])
  }
})
