import { describe, expect, it } from 'vitest'
import en from '@/locales/en.json' with { type: 'json' }
import zh from '@/locales/zh-CN.json' with { type: 'json' }
import { FINDING_CODES, findingHelpCode } from '@/domain/dataImport/findingCodes.ts'
import { findingWords } from '@/domain/dataImport/findingWords.ts'

const words: Record<'en' | 'zh', Readonly<Record<string, string>>> = {
  en: en.finding,
  zh: zh.finding,
}

describe('findings in words', () => {
  it('every finding has words in both languages, and no words are left over', () => {
    const codes = FINDING_CODES.map(([code]) => code).sort()
    expect(Object.keys(words.en).sort()).toEqual(codes)
    expect(Object.keys(words.zh).sort()).toEqual(codes)
  })

  it('every finding has a number of its own', () => {
    const numbers = FINDING_CODES.map(([, number]) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(findingHelpCode('cutOff')).toBe('IMP-101')
    expect(findingHelpCode('emptyFile')).toBe('IMP-001')
  })

  it('a finding fills its words with its place and its own values', () => {
    const told = findingWords({
      row: 3,
      column: '联系电话 ',
      code: 'phoneForm',
      level: 'ask',
      raw: '+86 137',
      offer: '137',
      params: { digits: 5 },
    })
    expect(told).toEqual({
      code: 'IMP-603',
      key: 'finding.phoneForm',
      params: { row: 3, column: '联系电话', raw: '+86 137', offer: '137', firstRow: '', digits: 5 },
    })
  })
})
