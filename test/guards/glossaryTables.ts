import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './sourceFiles.ts'

/** One word of the product: its code, and what the screens show. */
export interface Term {
  readonly code: string
  readonly en: string
  readonly zh: string
}

/** A word that must not stand in a name, and what to write instead. */
export interface BannedWord {
  readonly word: string
  readonly write: string
}

/** A word that must not stand on a Chinese screen, except inside one of the phrases. */
export interface BannedPhrase {
  readonly phrase: string
  readonly but: readonly string[]
  readonly show: string
}

/** The tables of docs/glossary.md. */
export interface Glossary {
  readonly terms: readonly Term[]
  readonly banned: readonly BannedWord[]
  readonly phrases: readonly BannedPhrase[]
}

/** Rows of the Markdown tables whose first heading is `first`, as cells. */
function rowsUnder(text: string, headings: readonly string[]): string[][] {
  const rows: string[][] = []
  let isInside = false
  for (const line of text.split('\n')) {
    const cells = line.startsWith('|')
      ? line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
      : undefined
    if (!cells) isInside = false
    else if (headings.every((heading, i) => cells[i] === heading)) isInside = true
    else if (isInside && !/^-+$/.test(cells[0] ?? '')) rows.push(cells)
  }
  return rows
}

const listOf = (cell: string) => cell.split(/\s*,\s*/).filter((part) => part !== '')

/** Reads the glossary's tables from its text. */
export function parseGlossary(text: string): Glossary {
  return {
    terms: rowsUnder(text, ['code', 'English', '中文']).map(([code = '', en = '', zh = '']) => ({
      code,
      en,
      zh,
    })),
    banned: rowsUnder(text, ['banned', 'write']).flatMap(([words = '', write = '']) =>
      words.split(' ').map((word) => ({ word, write })),
    ),
    phrases: rowsUnder(text, ['banned', 'but', 'show']).map(
      ([phrase = '', but = '', show = '']) => ({ phrase, but: listOf(but), show }),
    ),
  }
}

/** The glossary of the product. */
export const readGlossary = (): Glossary =>
  parseGlossary(readFileSync(join(projectRoot, 'docs', 'glossary.md'), 'utf8'))
