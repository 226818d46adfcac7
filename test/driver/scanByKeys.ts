import type { Page } from 'playwright-core'
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

/** Only the keys, without waiting for the answer. */
export async function sendKeys(page: Page, code: string): Promise<void> {
  const { keyboard } = page
  for (const { code: key, shift } of strokesOf(code)) {
    if (shift) await keyboard.down('ShiftLeft')
    await keyboard.press(key)
    if (shift) await keyboard.up('ShiftLeft')
  }
  await keyboard.press('Enter')
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
