import { describe, expect, test } from 'vitest'
import { readGlossary } from './guards/glossaryTables.ts'
import * as locale from './guards/localeWords.ts'
import { CODE_FILE, readSources, TEST_FILE } from './guards/sourceFiles.ts'

const en = locale.readWords('en')
const zh = locale.readWords('zh-CN')
const { terms, phrases } = readGlossary()
const sources = readSources(['src', 'electron', 'scripts'], CODE_FILE).filter(
  ({ path }) => !TEST_FILE.test(path),
)
const use = locale.keyUse(sources)

describe('the words on the screens', () => {
  test('both languages say the same things, with the same values in them', () => {
    expect(locale.compareWords(en, zh)).toEqual([])
    expect(en.size).toBeGreaterThan(0)
  })

  test('every key the code asks for is there', () => {
    expect(locale.missingKeys(en, use)).toEqual([])
    expect(sources.length, 'no source was read').toBeGreaterThan(0)
  })

  test('every key is asked for somewhere', () => {
    // The terms are the product's vocabulary: all of them are there, also those no screen shows yet.
    const unused = locale.unusedKeys(en, use)
    expect(unused.filter((key) => !/^(?:term|paper)\./.test(key))).toEqual([])
  })

  test('every word of the papers is printed on one', () => {
    // They are handed over as one typed object and read as properties.
    const papers = sources.filter(({ path }) => /^src\/(?:document|ui\/print)\//.test(path))
    const isRead = (key: string) =>
      // Roles are read by the role's own name.
      key.startsWith('paper.role.') ||
      papers.some(({ text }) => new RegExp(`\\.${key.split('.').at(-1)}\\b`).test(text))
    const keys = [...en.keys()].filter((key) => key.startsWith('paper.'))
    expect(keys.filter((key) => !isRead(key))).toEqual([])
    expect(keys.length).toBeGreaterThan(0)
  })

  test('every notice code in the code has its words', () => {
    const codes = locale.noticeCodes(use)
    expect(codes.filter((code) => !en.has(`notice.${code}`))).toEqual([])
    expect(codes.length).toBeGreaterThan(0)
  })

  test('the terms are those of the glossary', () => {
    const shown = (words: locale.Words) =>
      [...words].filter(([key]) => key.startsWith('term.')).sort(([a], [b]) => (a < b ? -1 : 1))
    const wanted = (lang: 'en' | 'zh') =>
      terms
        .map((term) => [`term.${term.code}`, term[lang]])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    expect(shown(en)).toEqual(wanted('en'))
    expect(shown(zh)).toEqual(wanted('zh'))
    expect(terms.length).toBeGreaterThan(100)
  })

  test('no Chinese text shows a word that means two things', () => {
    expect(locale.bannedOnScreen(zh, phrases)).toEqual([])
    expect(phrases.length).toBeGreaterThan(10)
  })
})

describe('a planted fault in the words is caught', () => {
  const words = (tree: unknown) => locale.flattenWords(tree)
  const used = locale.keyUse([
    {
      path: 'src/ui/a.ts',
      text: `t('a.b'); i18n.t('gone.key'); const c = \`notice.\${code}\`; no('PICK-003')`,
    },
  ])

  test('a key of one language only, another value, an empty text', () => {
    const a = words({ a: 'x', b: 'x {n}', c: 'x', d_one: '{n}', d_other: '{n}' })
    const b = words({ b: 'x {count}', c: ' ', d_other: '{n}', e: 'x' })
    expect(locale.compareWords(a, b)).toEqual([
      'a is only in English',
      'e is only in Chinese',
      'b has other values in the two languages',
      'c is empty',
    ])
  })

  test('a key that is asked for and not there', () => {
    expect(locale.missingKeys(words({ a: { b: 'x' } }), used)).toEqual(['gone.key'])
  })

  test('a key that nobody asks for', () => {
    const tree = { a: { b: 'x', z: 'x' }, notice: { 'PICK-003': 'x' } }
    expect(locale.unusedKeys(words(tree), used)).toEqual(['a.z'])
  })

  test('a code without words', () => {
    expect(locale.noticeCodes(used)).toEqual(['PICK-003'])
  })

  test('a bare 上架 is refused, 入库上架 is not', () => {
    const screen = words({ a: '请上架', b: '入库上架', c: '入库上架后再上架' })
    expect(locale.bannedOnScreen(screen, phrases)).toEqual([
      'a: 入库上架 for 上架',
      'c: 入库上架 for 上架',
    ])
  })
})
