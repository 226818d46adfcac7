import type { TFunction } from 'i18next'
import type { Notice } from '@/kernel/notice.ts'
import en from '@/locales/en.json'

export type NoticeCode = keyof typeof en.notice

/** All codes that have words, in order: the help lists them. */
export const noticeCodes: readonly NoticeCode[] = Object.keys(en.notice).filter(isNoticeCode).sort()

/** True when the code has words of its own. */
export function isNoticeCode(code: string): code is NoticeCode {
  return Object.hasOwn(en.notice, code)
}

/** The words of a notice in the language of `t`; a code without words is shown as it is, so that a
 *  person can still look it up. Example: SCAN-001 {raw: 'X'} -> `不认识 X。…`. */
export function noticeWords(t: TFunction, { code, params }: Omit<Notice, 'level'>): string {
  if (!isNoticeCode(code)) return code
  return t(`notice.${code}`, { ...params })
}
