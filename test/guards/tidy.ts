import { posix } from 'node:path'
import type { BannedWord } from './glossaryTables.ts'
import type { SourceFile } from './sourceFiles.ts'
import { lineAt, parseSource, walk } from './syntax.ts'
import { type TidyException, tidyExceptions } from './tidyExceptions.ts'
import * as rules from './tidyRules.ts'
import { workplaceWords } from './workplaceWords.ts'

/** One untidy place: which rule, and where, in words. `word` and `name` are set for banned words. */
export interface Untidy {
  readonly rule: string
  readonly path: string
  readonly text: string
  readonly word?: string
  readonly name?: string
}

const nodeRules: Readonly<Record<string, (sight: rules.Sight) => string | undefined>> = {
  'long function': rules.longFunction,
  'many parameters': rules.manyParameters,
  'default export': rules.defaultExport,
  'barrel file': rules.barrelFile,
  'hidden clock, dice or timer': rules.hiddenInput,
}

/** Every rule by its name; each has a planted fault that it must catch. */
export const tidyRuleNames: readonly string[] = [
  ...Object.keys(nodeRules),
  'banned word',
  'long file',
  'folder without a subject',
  'workplace word',
]

const NAMELESS_FOLDERS = new Set(['utils', 'util', 'common', 'misc', 'helpers', 'lib'])

function banned(path: string, where: string, name: string, words: readonly BannedWord[]): Untidy[] {
  return rules.bannedParts(name, words).map(({ word, write }) => ({
    rule: 'banned word',
    path,
    word,
    name,
    text: `${where} ${name}: write ${write} for ${word}`,
  }))
}

/** Faults that need no syntax tree: length, folder, words of the workplace. Any text file. */
export function checkText({ path, text }: SourceFile): Untidy[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  const folder = path.split('/').find((part) => NAMELESS_FOLDERS.has(part))
  const isCode = /\.(?:tsx?|mjs|cjs)$/.test(path)
  const found: Untidy[] = workplaceWords.flatMap((word) => {
    const hit = word.exec(text)
    return hit
      ? [
          {
            rule: 'workplace word',
            path,
            text: `${path}:${lineAt(text, hit.index)} says ${hit[0]}`,
          },
        ]
      : []
  })
  if (isCode && lines > rules.FILE_LINES_MAX)
    found.push({ rule: 'long file', path, text: `${path} has ${lines} lines` })
  if (folder)
    found.push({ rule: 'folder without a subject', path, text: `${path}: ${folder} says nothing` })
  return found
}

/** Faults of a source file: its text, its structure and its names. */
export function checkCode(source: SourceFile, words: readonly BannedWord[]): Untidy[] {
  const { path, text } = source
  const found = checkText(source)
  found.push(...banned(path, path, posix.basename(path).replace(/\.\w+$/, ''), words))
  walk(parseSource(source), (node, parents) => {
    const sight = { source, node, parents }
    const where = () => `${path}:${lineAt(text, node.start)}`
    for (const [rule, check] of Object.entries(nodeRules)) {
      const fault = check(sight)
      if (fault) found.push({ rule, path, text: `${where()} ${fault}` })
    }
    const name = rules.declaredName(sight)
    if (name && rules.bannedParts(name, words).length > 0)
      found.push(...banned(path, where(), name, words))
  })
  return found
}

const covers = (exception: TidyException, fault: Untidy) =>
  exception.rule === fault.rule &&
  fault.path.startsWith(exception.path) &&
  (exception.what === undefined || exception.what === fault.word) &&
  (exception.name === undefined || (fault.name?.includes(exception.name) ?? false))

/** What is left after the exceptions, and the exceptions that nothing needs any more. */
export function applyExceptions(
  found: readonly Untidy[],
  exceptions: readonly TidyException[] = tidyExceptions,
): { untidy: Untidy[]; unused: TidyException[] } {
  return {
    untidy: found.filter((fault) => !exceptions.some((exception) => covers(exception, fault))),
    unused: exceptions.filter((exception) => !found.some((fault) => covers(exception, fault))),
  }
}
