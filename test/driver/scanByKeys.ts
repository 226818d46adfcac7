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

/** Only the keys, without waiting for the answer. They are sent in one go, as a scanner does: a slow
 *  machine must not stretch the gaps between them. */
export async function sendKeys(page: Page, code: string): Promise<void> {
  const cdp = await sessionOf(page)
  const SHIFT = 8
  const strokes = strokesOf(code).map(({ code: key, shift }, i) => ({
    code: key,
    text: code[i] ?? '',
    modifiers: shift ? SHIFT : 0,
  }))
  const all = [...strokes, { code: 'Enter', text: '\r', modifiers: 0 }]
  await Promise.all(
    all.flatMap(({ code: key, text, modifiers }) => [
      cdp.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        code: key,
        key: text,
        text,
        modifiers,
      }),
      cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', code: key, key: text, modifiers }),
    ]),
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
