import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tidyFaults, tidyFiles } from './fixtures/guards/tidyFaults.ts'
import { readGlossary } from './guards/glossaryTables.ts'
import { CODE_FILE, projectRoot, readSources } from './guards/sourceFiles.ts'
import { applyExceptions, checkCode, checkText, tidyRuleNames } from './guards/tidy.ts'
import { partsOfName } from './guards/tidyRules.ts'

const { banned } = readGlossary()
const check = (source: { path: string; text: string }) =>
  CODE_FILE.test(source.path) ? checkCode(source, banned) : checkText(source)

describe('tidy rules', () => {
  test('hold everywhere, but for the exceptions listed by name', () => {
    const code = readSources(['src', 'electron', 'test', 'scripts'], CODE_FILE)
    const words = readSources(['src', 'docs', '.ci', 'assets'], /\.(?:md|json|html|css)$|^\.ci\//)
    const { untidy, unused } = applyExceptions([...code, ...words].flatMap(check))
    expect(untidy.map((fault) => `${fault.rule}: ${fault.text}`)).toEqual([])
    expect(unused, 'an exception nobody needs').toEqual([])
    expect(code.length, 'no code was read').toBeGreaterThan(0)
    expect(words.length, 'no text was read').toBeGreaterThan(0)
  })

  test('the front pages say nothing of the workplace', () => {
    const pages = ['README.md', 'README.zh-CN.md', 'CHANGELOG.md'].map((path) => ({
      path,
      text: readFileSync(join(projectRoot, path), 'utf8'),
    }))
    expect(pages.flatMap(checkText).map((fault) => fault.text)).toEqual([])
  })

  test('the glossary names what not to write', () => {
    expect(banned.length).toBeGreaterThan(40)
    expect(banned.map(({ word }) => word)).toContain('quantity')
  })

  test.each(tidyFaults)('a planted fault is caught: $rule in $path', (fault) => {
    expect(check(fault).map((found) => found.rule)).toContain(fault.rule)
  })

  test('every rule has a planted fault', () => {
    expect([...new Set(tidyFaults.map((fault) => fault.rule))].sort()).toEqual(
      [...tidyRuleNames].sort(),
    )
  })

  test.each(tidyFiles)('a tidy file passes: $path', (file) => {
    expect(check(file).map((found) => found.text)).toEqual([])
  })

  test('an exception covers only its own rule, path and word', () => {
    const fault = check({ path: 'src/domain/a.ts', text: 'export const boxQuantity = 1' })
    const one = { rule: 'banned word', path: 'src/domain/a.ts', what: 'box', reason: 'a test' }
    expect(applyExceptions(fault, [one]).untidy.map((left) => left.word)).toEqual(['quantity'])
    expect(applyExceptions([], [one]).unused).toEqual([one])
  })

  test('names are split at capitals, dots and dashes', () => {
    expect(partsOfName('pickBinId')).toEqual(['pick', 'bin', 'id'])
    expect(partsOfName('HTTPServer.on-end_now')).toEqual(['http', 'server', 'on', 'end', 'now'])
  })
})
