import type { TFunction } from 'i18next'
import { cutText } from '@/kernel/cutText.ts'
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
  const words = {
    ...reasonWords(t, params?.['reason']),
    ...screenWords(t, params?.['screen']),
    ...verbWords(t, params?.['verb']),
  }
  return t(`notice.${code}`, { ...shownParams(params), ...words })
}

/** Names that stand for what was scanned or typed: any text may come, and a large one hides the words. */
const scannedParams: readonly string[] = ['raw', 'got', 'code', 'first', 'second']

function shownParams(params: Notice['params'] = {}): Notice['params'] {
  const shown = Object.entries(params).map(([name, value]) =>
    typeof value === 'string' && scannedParams.includes(name)
      ? ([name, cutText(value)] as const)
      : ([name, value] as const),
  )
  return Object.fromEntries(shown)
}

/** A refusal's reason in words; without words of its own it is shown as it is.
 *  Example: `packing.notOpen` -> 包裹已被别处处理. */
function reasonWords(t: TFunction, reason: string | number | undefined): { reason?: string } {
  const key = String(reason ?? '').replace('.', '_')
  return isRejectKey(key) ? { reason: t(`reject.${key}`) } : {}
}

/** The name of a screen that was opened. Example: `pick` -> 拣货（配货）. */
function screenWords(t: TFunction, screen: string | number | undefined): { screen?: string } {
  const key = String(screen ?? '')
  return isScreenKey(key) ? { screen: t(`screen.${key}`) } : {}
}

/** The name of a command that was scanned or pressed. Example: `PHOTO` -> 拍照. */
function verbWords(t: TFunction, verb: string | number | undefined): { verb?: string } {
  const key = String(verb ?? '')
  return isCommandKey(key) ? { verb: t(`command.${key}`) } : {}
}

function isCommandKey(key: string): key is keyof typeof en.command {
  return Object.hasOwn(en.command, key)
}

function isScreenKey(key: string): key is keyof typeof en.screen {
  return Object.hasOwn(en.screen, key)
}

function isRejectKey(key: string): key is keyof typeof en.reject {
  return Object.hasOwn(en.reject, key)
}
