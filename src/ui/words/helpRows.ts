import type { TFunction } from 'i18next'
import { FINDING_CODES, findingHelpCode } from '@/domain/dataImport/findingCodes.ts'
import { openPlaces } from './countWords.ts'
import { noticeCodes } from './noticeWords.ts'

/** One code of the help with what it says. */
export interface HelpRow {
  readonly code: string
  readonly words: string
}

/** Words with their open places, as they stand in the book of codes. */
const OPEN = { interpolation: { skipOnVariables: true } } as const

/** Every code the station can show, notices and findings of the import, in the order of the codes. */
export function helpRows(t: TFunction): HelpRow[] {
  const notices = noticeCodes.map((code) => ({
    code,
    words: openPlaces(t(`notice.${code}`, OPEN)),
  }))
  const findings = FINDING_CODES.map(([code]) => ({
    code: findingHelpCode(code),
    words: openPlaces(t(`finding.${code}`, OPEN)),
  }))
  return [...notices, ...findings].sort((a, b) => (a.code < b.code ? -1 : 1))
}
