import { describe, expect, it } from 'vitest'
import en from '@/locales/en.json'
import { openPlaces } from './countWords.ts'
import { helpRows } from './helpRows.ts'
import { createWords } from './i18n.ts'
import { noticeWords } from './noticeWords.ts'

const words = createWords('en')
const { t } = words

function textsOf(words: object | string): string[] {
  return typeof words === 'string' ? [words] : Object.values(words).flatMap(textsOf)
}

describe('a number in English words', () => {
  it('takes the word for one only where it is one', () => {
    const told = [0, 1, 2].map((left) => noticeWords(t, { code: 'PICK-016', params: { left } }))
    expect(told).toEqual(['Picked. 0 lines left.', 'Picked. 1 line left.', 'Picked. 2 lines left.'])
    expect(t('pick.more', { count: 1 })).toBe('1 more line')
  })

  it('stands between other values', () => {
    const params = { carrier: 'STO', count: 1, left: 0 }
    expect(noticeWords(t, { code: 'SHIP-010', params })).toBe(
      'STO: 1 parcel handed over. 0 left for the next round.',
    )
  })

  it('is an open place in the help', () => {
    const row = helpRows(t).find(({ code }) => code === 'PICK-016')
    expect(row?.words).toBe('Picked. ___ lines left.')
    expect(openPlaces('no place')).toBe('no place')
  })

  it('never stands bare before a word in the plural', () => {
    const texts = [en.notice, en.pick, en.pack].flatMap(textsOf)
    const nouns = 'items|lines|labels|parcels|orders|numbers|records|scans|rows|pieces|times|steps'
    const bare = new RegExp(`\\{\\w+\\} (more )?(${nouns})\\b`)
    expect(texts.filter((text) => typeof text === 'string' && bare.test(text))).toEqual([])
    expect('{left} lines left').toMatch(bare)
  })
})
