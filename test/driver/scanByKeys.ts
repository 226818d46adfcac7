import type { CDPSession, Page } from 'playwright-core'
import { strokesOf } from '@/device/scan/strokesOf.ts'

/** Scans a code as a keyboard-wedge scanner does: real key events with Shift, then Enter. Resolves when
 *  the page has answered it; gives the answer as the page tells it. */
export async function scanByKeys(
  page: Page,
  code: string,
  send: (page: Page, code: string) => Promise<unknown> = sendKeys,
): Promise<ScanAnswer> {
  const before = await readAnswer(page)
  await send(page, code)
  await page.waitForFunction(
    (answers) =>
      Number(document.querySelector('[data-testid=notice]')?.getAttribute('data-answers')) >
      answers,
    before.answers,
    { polling: 'raf', timeout: 20_000 },
  )
  return readAnswer(page)
}

/** Seconds between two keys, by the moments that are sent with them. */
const KEY_GAP_S = 0.000_1

/** Only the keys, without waiting for the answer. Each carries its moment, as a scanner's do from the
 *  hardware: a busy machine that hands them over late must not stretch the gaps between them. */
export async function sendKeys(page: Page, code: string): Promise<void> {
  const cdp = await sessionOf(page)
  await Promise.all(keysOf(code).map((key) => press(cdp, key)))
}

/** As `sendKeys`, but Enter follows when the other keys have arrived: a scanner needs longer for them
 *  than the page does. Gives the moment Enter was sent, ms since 1970. */
export async function sendKeysThenEnter(page: Page, code: string): Promise<number> {
  const cdp = await sessionOf(page)
  const keys = keysOf(code)
  const enter = keys.splice(-1)
  await Promise.all(keys.map((key) => press(cdp, key)))
  const sentAtMs = Date.now()
  await Promise.all(enter.map((key) => press(cdp, key)))
  return sentAtMs
}

const SHIFT = 8

function keysOf(code: string) {
  const strokes = strokesOf(code).map(({ code: key, shift }, i) => ({
    code: key,
    text: code[i] ?? '',
    modifiers: shift ? SHIFT : 0,
  }))
  const all = [...strokes, { code: 'Enter', text: '\r', modifiers: 0 }]
  const startS = Date.now() / 1_000
  return all.map(({ code: key, text, modifiers }, no) => {
    return { code: key, key: text, modifiers, timestamp: startS + no * KEY_GAP_S }
  })
}

const press = (cdp: CDPSession, stroke: ReturnType<typeof keysOf>[number]) =>
  Promise.all([
    cdp.send('Input.dispatchKeyEvent', { ...stroke, type: 'keyDown', text: stroke.key }),
    cdp.send('Input.dispatchKeyEvent', { ...stroke, type: 'keyUp' }),
  ])

const sessions = new WeakMap<Page, Promise<CDPSession>>()

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page)
  if (known) return known
  const opened = page.context().newCDPSession(page)
  sessions.set(page, opened)
  return opened
}

export interface ScanAnswer {
  readonly level: string
  readonly code: string
  readonly raw: string
  readonly answers: number
  readonly words: string
}

/** The last answer on the page. */
export function readAnswer(page: Page): Promise<ScanAnswer> {
  return page.evaluate(() => {
    const notice = document.querySelector('[data-testid=notice]')
    const of = (name: string) => notice?.getAttribute(name) ?? ''
    return {
      level: of('data-level'),
      code: of('data-code'),
      raw: of('data-scan'),
      answers: Number(of('data-answers')),
      words: notice?.textContent ?? '',
    }
  })
}
