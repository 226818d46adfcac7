import type { Page } from 'playwright-core'
import { readAnswer, type ScanAnswer } from './scanByKeys.ts'

/** Between two keys of a person; a scanner is faster. */
const HAND_GAP_MS = 130
const LEFT_OPEN_MS_MAX = 10_000

/** Presses one key, such as `F2` or `Home`; resolves when the page has answered it. */
export const pressKey = (page: Page, key: string): Promise<ScanAnswer> =>
  answered(page, () => page.keyboard.press(key))

/** Types a number on the keys, without any field, and confirms it. */
export const typeNumber = (page: Page, digits: string): Promise<ScanAnswer> =>
  answered(page, async () => {
    await page.keyboard.type(digits, { delay: HAND_GAP_MS })
    await page.waitForTimeout(HAND_GAP_MS)
    await page.keyboard.press('Enter')
  })

/** Types a code as somebody does whose scanner is broken: `/`, the code, Enter. */
export const typeCode = (page: Page, code: string): Promise<ScanAnswer> =>
  answered(page, async () => {
    await page.keyboard.press('/')
    await page.waitForSelector('.code-field input:focus', { timeout: LEFT_OPEN_MS_MAX })
    await page.keyboard.type(code, { delay: HAND_GAP_MS })
    await page.waitForTimeout(HAND_GAP_MS)
    await page.keyboard.press('Enter')
  })

async function answered(page: Page, act: () => Promise<void>): Promise<ScanAnswer> {
  const before = (await readAnswer(page)).answers
  await act()
  await page.waitForFunction(
    (answers) =>
      Number(document.querySelector('[data-testid=notice]')?.getAttribute('data-answers')) >
      answers,
    before,
    { polling: 'raf', timeout: LEFT_OPEN_MS_MAX },
  )
  return readAnswer(page)
}
