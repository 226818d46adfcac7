import type { Page } from 'playwright-core'

export interface LoggedAnswer {
  readonly answers: number
  readonly raw: string
  readonly level: string
  readonly code: string
}

declare global {
  interface Window {
    answerLog: LoggedAnswer[]
  }
}

/** Keeps every answer that the page shows, from now on. */
export async function logAnswers(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.answerLog = []
    const of = (name: string) =>
      document.querySelector('[data-testid=notice]')?.getAttribute(name) ?? ''
    let last = Number(of('data-answers'))
    const note = () => {
      const answers = Number(of('data-answers'))
      if (answers === last) return
      last = answers
      const raw = of('data-scan')
      window.answerLog.push({ answers, raw, level: of('data-level'), code: of('data-code') })
    }
    new MutationObserver(note).observe(document.body, {
      attributes: true,
      attributeFilter: ['data-answers'],
      childList: true,
      subtree: true,
    })
  })
}

export const readAnswerLog = (page: Page): Promise<LoggedAnswer[]> =>
  page.evaluate(() => window.answerLog)
