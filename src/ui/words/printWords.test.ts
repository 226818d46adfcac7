import { expect, test } from 'vitest'
import { createWords } from './i18n.ts'
import { noticeWords } from './noticeWords.ts'

const en = createWords('en')
const zh = createWords('zh-CN')
const said = (code: string, params = {}) => noticeWords(en.t, { code, params })

test('an undo of a label that only waits at the printer does not say that it is printed', () => {
  expect(said('UNDO-004')).toMatch(/^The label is at the printer or printed\./)
})

test.each(['PRN-064', 'PRN-065', 'PRN-066'])(
  '%s, a doubt about a thing, asks for Yes or No',
  (code) => {
    const words = said(code, { no: 'A-01' })
    expect(words).toContain('Yes or No')
    expect(words).not.toContain('scan it')
  },
)

test('a voided print is called so', () => {
  expect(en.t('prints.state.voided')).toBe('Voided')
  expect(zh.t('prints.state.voided')).toBe('已停用')
})
