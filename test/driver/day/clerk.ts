import type { Page } from 'playwright-core'
import { commandCodeOf, type CommandVerb, multiplierCodeOf } from '@/domain/barcode/commandCode.ts'
import type { RunningStation } from '../station.ts'
import { type ScanAnswer, readAnswer, sendKeys } from '../scanByKeys.ts'

/** What the screen asks for now. */
export interface Asked {
  readonly station: string
  readonly state: string
  readonly code: string
  readonly qty: number
  readonly done: number
  readonly total: number
  readonly text: string
  /** Commands this station has committed. */
  readonly commands: number
}

/** A person at the station with a scanner and nothing else: reads what the screen asks, scans, hears
 *  the answer. Where the power goes, he waits for the screen and goes on with what it asks then. */
export interface Clerk {
  readonly page: Page
  look(): Promise<Asked>
  /** Scans and waits for the answer; null = the power went before it came. */
  scan(code: string): Promise<ScanAnswer | null>
  command(verb: CommandVerb): Promise<ScanAnswer | null>
  multiply(by: number): Promise<ScanAnswer | null>
  /** Digits on the number keys and Enter. */
  type(digits: string): Promise<ScanAnswer | null>
  /** Waits until the screen is in one of these states. */
  until(states: readonly string[]): Promise<Asked>
  readonly counts: Map<string, number>
  readonly refusals: ScanAnswer[]
  readonly answerMs: number[]
  /** What stood on the screen before each cut, and after the restart. */
  readonly cuts: { readonly code: string; readonly before: Asked; readonly after: Asked }[]
  /** Every scan and what came of it, for the report of a day that failed. */
  readonly trace: string[]
}

/** Longer than a scanner's slowest key: so the digits are known as typed by a hand. */
const TYPED_GAP_MS = 170
/** A second scan of the same code is meant when it comes later than this. */
const REPEAT_GAP_MS = 350
const ANSWER_MS_MAX = 20_000
const READY_MS_MAX = 30_000

export interface ClerkOptions {
  readonly station: RunningStation
  /** Pulls the plug during the n-th scan of the day, for each n in the set. */
  readonly killAt: ReadonlySet<number>
  readonly random: { int(below: number): number }
}

export async function createClerk({ station, killAt, random }: ClerkOptions): Promise<Clerk> {
  const counts = new Map<string, number>()
  const refusals: ScanAnswer[] = []
  const answerMs: number[] = []
  const trace: string[] = []
  const cuts: { code: string; before: Asked; after: Asked }[] = []
  let scans = 0
  await ready(station.page)

  async function give(code: string, send: () => Promise<void>): Promise<ScanAnswer | null> {
    const asked = await look(station.page)
    const { station: where, state } = asked
    scans += 1
    counts.set(where, (counts.get(where) ?? 0) + 1)
    const before = (await readAnswer(station.page)).answers
    const startMs = performance.now()
    await send()
    if (killAt.has(scans)) {
      trace.push(`${where} ${state} | ${code} | plug pulled`)
      await pullPlug(station, random)
      cuts.push({ code, before: asked, after: await look(station.page) })
      return null
    }
    await answered(station.page, before)
    answerMs.push(performance.now() - startMs)
    const answer = await readAnswer(station.page)
    const after = (await look(station.page)).state
    trace.push(`${where} ${state} | ${code} | ${after} | ${answer.code} ${answer.words}`)
    if (answer.level === 'refused') refusals.push({ ...answer, raw: code })
    return answer
  }

  let last = ''
  const scan = async (code: string) => {
    // The same code at once would be taken for a trigger that fired twice.
    if (code === last) await station.page.waitForTimeout(REPEAT_GAP_MS)
    last = code
    return give(code, () => sendKeys(station.page, code))
  }
  return {
    get page() {
      return station.page
    },
    look: () => look(station.page),
    scan,
    command: (verb) => scan(commandCodeOf(verb)),
    multiply: (by) => scan(multiplierCodeOf(by)),
    type: (digits) => give(digits, () => typeDigits(station.page, digits)),
    until: (states) => until(station.page, states),
    counts,
    refusals,
    answerMs,
    trace,
    cuts,
  }
}

async function typeDigits(page: Page, digits: string): Promise<void> {
  for (const digit of digits) {
    await page.keyboard.press(`Digit${digit}`)
    await page.waitForTimeout(TYPED_GAP_MS)
  }
  await page.keyboard.press('Enter')
}

/** SIGKILL at a random moment of the answer, then a fresh start on the same profile. */
async function pullPlug(
  station: RunningStation,
  random: { int(below: number): number },
): Promise<void> {
  await station.page.waitForTimeout(random.int(30)).catch(() => undefined)
  await station.kill()
  await ready(await station.restart())
}

function ready(page: Page): Promise<unknown> {
  return page.waitForSelector('body[data-ready="1"]', { timeout: READY_MS_MAX, state: 'attached' })
}

async function answered(page: Page, before: number): Promise<void> {
  await page.waitForFunction(
    (answers) =>
      Number(document.querySelector('[data-testid=notice]')?.getAttribute('data-answers')) >
      answers,
    before,
    { polling: 'raf', timeout: ANSWER_MS_MAX },
  )
}

async function until(page: Page, states: readonly string[]): Promise<Asked> {
  await page.waitForFunction(
    (wanted) =>
      wanted.includes(document.querySelector('[data-station]')?.getAttribute('data-state') ?? ''),
    states,
    { timeout: ANSWER_MS_MAX },
  )
  return look(page)
}

function look(page: Page): Promise<Asked> {
  return page.evaluate(() => {
    const of = (selector: string, name: string) =>
      document.querySelector(selector)?.getAttribute(name) ?? ''
    return {
      station: of('[data-station]', 'data-station'),
      state: of('[data-station]', 'data-state'),
      code: of('[data-testid=now]', 'data-code'),
      qty: Number(of('[data-testid=now]', 'data-qty') || '1'),
      done: Number(of('[data-testid=progress]', 'data-done') || '0'),
      total: Number(of('[data-testid=progress]', 'data-total') || '0'),
      text: document.querySelector('[data-testid=now]')?.textContent ?? '',
      commands: Number(of('[data-testid=sync]', 'data-pending') || '0'),
    }
  })
}
