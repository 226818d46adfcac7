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

async function answersAfter({ page }: PinyinDesktop, before: number) {
  const read = async () => (await readAnswer(page)).answers
  await expect.poll(read, { timeout: ANSWER_MS }).toBeGreaterThan(before)
  return readAnswer(page)
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
  for (const gapMs of [5, 10]) {
    const field = await turnField(shown, true)
    // The input method hears of the field a moment later.
    await wait(500)
    const { answers } = await readAnswer(shown.page)
    await shown.scan('YT12abc34', gapMs)
    const answer = await answersAfter(shown, answers)
    expect([answer.level, answer.code]).toEqual(['refused', 'SCAN-009'])
    const left = (await field.count()) > 0 ? await field.inputValue() : ''
    expect(left).toBe('')
    await turnField(shown, false)
  }
})

test('scans on the parked zone are right, each of them, at every pace', async (context) => {
  const shown = open(context)
  for (const gapMs of [1, 2, 5, 10, 80])
    for (const code of ['YT12abc34', 'A-03-2-05', '6901234567892']) {
      const { answers } = await readAnswer(shown.page)
      await shown.scan(code, gapMs)
      const answer = await answersAfter(shown, answers)
      expect([answer.raw, answer.answers]).toEqual([code, answers + 1])
    }
})
