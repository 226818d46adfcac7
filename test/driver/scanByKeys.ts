import type { CDPSession, Page } from 'playwright-core'
import { strokesOf } from '@/device/scan/strokesOf.ts'

/** Scans a code as a keyboard-wedge scanner does: real key events with Shift, then Enter. Resolves when
 *  the page has answered it; gives the answer as the page tells it. */
export async function scanByKeys(page: Page, code: string): Promise<ScanAnswer> {
  const before = await readAnswer(page)
  await sendKeys(page, code)
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
  const SHIFT = 8
  const strokes = strokesOf(code).map(({ code: key, shift }, i) => ({
    code: key,
    text: code[i] ?? '',
    modifiers: shift ? SHIFT : 0,
  }))
  const all = [...strokes, { code: 'Enter', text: '\r', modifiers: 0 }]
  const startS = Date.now() / 1_000
  await Promise.all(
    all.flatMap(({ code: key, text, modifiers }, no) => {
      const stroke = { code: key, key: text, modifiers, timestamp: startS + no * KEY_GAP_S }
      return [
        cdp.send('Input.dispatchKeyEvent', { ...stroke, type: 'keyDown', text }),
        cdp.send('Input.dispatchKeyEvent', { ...stroke, type: 'keyUp' }),
      ]
    }),
  )
}

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
