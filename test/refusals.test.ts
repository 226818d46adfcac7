import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { FINDING_CODES, findingHelpCode } from '@/domain/dataImport/findingCodes.ts'
import { HelpPanel } from '@/ui/shell/HelpPanel.tsx'
import { createWords } from '@/ui/words/i18n.ts'
import { flattenWords, readWords } from './guards/localeWords.ts'
import {
  collectRefusals,
  unusedCodes,
  withoutAct,
  wordlessCodes,
  wordlessReasons,
} from './guards/refusalCodes.ts'
import { CODE_FILE, readSources, TEST_FILE } from './guards/sourceFiles.ts'

/** Goal: nobody is refused without knowing what is wrong and what to do. Method: every code is read from
 *  the sources and held against the words of both languages and the drawn help. */
const isChecked = (path: string) => !TEST_FILE.test(path) && !path.startsWith('src/ui/gallery/')
const found = collectRefusals(
  readSources(['src', 'electron'], CODE_FILE).filter(({ path }) => isChecked(path)),
)

describe.each(['en', 'zh-CN'] as const)('refusals in %s', (locale) => {
  const words = readWords(locale)

  test('every code has words, and no words are left without a code', () => {
    expect(wordlessCodes(words, found)).toEqual([])
    expect(unusedCodes(words, found)).toEqual([])
    expect(found.codes.length).toBeGreaterThan(200)
  })

  test('every refusal says what is wrong and ends with one thing to do', () => {
    expect(withoutAct(locale, words, found)).toEqual([])
    expect(found.refused.length).toBeGreaterThan(80)
  })

  test('every reason of a decision is answered by a machine or has words', () => {
    expect(wordlessReasons(words, found)).toEqual([])
    expect(found.reasons.length).toBeGreaterThan(30)
  })

  test('the help shows every code, those of the import with them', () => {
    const shown = { notice: null, raw: '', answers: 0 }
    const panel = createElement(HelpPanel, { shown, screen: null, onClose: () => undefined })
    const page = renderToStaticMarkup(
      createElement(I18nextProvider, { i18n: createWords(locale) }, panel),
    )
    const imports = FINDING_CODES.map(([code]) => findingHelpCode(code))
    const missing = [...found.codes, ...imports].filter((code) => !page.includes(`>${code}<`))
    expect(missing).toEqual([])
    expect(imports.length).toBeGreaterThan(50)
  })
})

describe('a planted fault in the refusals is caught', () => {
  const planted = collectRefusals([
    {
      path: 'src/domain/picking/a.ts',
      text: `export type PickRefusal = 'gone' | 'seen'\nreject('pick.mute')`,
    },
    {
      path: 'src/workflow/picking/b.ts',
      text: `const answers = { seen: refused(isOpen ? 'PICK-001' : 'PICK-002') }`,
    },
    { path: 'src/ui/c.ts', text: `tell({ level: 'refused', code: 'SCAN-001' })` },
  ])
  const words = flattenWords({
    notice: { 'PICK-001': 'Wrong. Scan it.', 'SCAN-001': 'Wrong.', 'OLD-001': 'Wrong. Scan.' },
  })

  test('a code without words', () => {
    expect(planted.refused).toEqual(['PICK-001', 'PICK-002', 'SCAN-001'])
    expect(wordlessCodes(words, planted)).toEqual(['PICK-002'])
  })

  test('words without a code', () => {
    expect(unusedCodes(words, planted)).toEqual(['OLD-001'])
  })

  test('a refusal that does not say what to do', () => {
    expect(withoutAct('en', words, planted)).toEqual(['PICK-002', 'SCAN-001'])
  })

  test('a reason nobody answers', () => {
    expect(wordlessReasons(words, planted)).toEqual(['gone', 'pick.mute'])
  })
})
