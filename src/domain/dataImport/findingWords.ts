import type { Finding } from './finding.ts'
import { findingHelpCode, findingWordsKey } from './findingCodes.ts'

/** What a screen or a print of the import log needs to say a finding in words. */
export interface FindingWords {
  /** Example: IMP-101. */
  readonly code: string
  /** Key of the words in the locales. */
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

/** The words of a finding: its own params, and what every finding has (row, column, raw, offer, firstRow). */
export function findingWords(finding: Finding): FindingWords {
  const { code, row, column, raw, offer, firstRow, params } = finding
  return {
    code: findingHelpCode(code),
    key: findingWordsKey(code),
    params: {
      row: row ?? '',
      column: column?.trim() ?? '',
      raw: raw?.trim() ?? '',
      offer: offer ?? '',
      firstRow: firstRow ?? '',
      ...params,
    },
  }
}
