import type { Notice } from '@/kernel/notice.ts'

/** The last answer, as a screen shows it. */
export interface ShownNotice {
  /** null: nothing was answered since the page was loaded. */
  readonly notice: Notice | null
  /** The raw text that was answered. */
  readonly raw: string
  /** Answers since the page was loaded. */
  readonly answers: number
}

export const NO_NOTICE: ShownNotice = { notice: null, raw: '', answers: 0 }
