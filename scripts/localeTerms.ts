// `npm run docs:terms`: writes the words of docs/glossary.md into both languages, as `term.<code>`.
import { readFileSync, writeFileSync } from 'node:fs'
import { readGlossary } from '../test/guards/glossaryTables.ts'

const { terms } = readGlossary()
const byCode = [...terms].sort((a, b) => (a.code < b.code ? -1 : 1))
for (const [path, lang] of [
  ['src/locales/en.json', 'en'],
  ['src/locales/zh-CN.json', 'zh'],
] as const) {
  const words: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'))
  words.term = Object.fromEntries(byCode.map((term) => [term.code, term[lang]]))
  writeFileSync(path, `${JSON.stringify(words, null, 2)}\n`)
}
