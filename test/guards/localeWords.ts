import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BannedPhrase } from './glossaryTables.ts'
import { projectRoot, type SourceFile } from './sourceFiles.ts'
import { nameOf, parseSource, partOf, type SyntaxNode, textOf, walk } from './syntax.ts'

/** The words of one language: key → text. Example: `notice.PICK-003` → … */
export type Words = ReadonlyMap<string, string>

/** Flattens the nested words of a language; a leaf that is no text is a fault. */
export function flattenWords(tree: unknown, prefix = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[prefix, tree]])
  if (typeof tree !== 'object' || tree === null) throw new Error(`${prefix} is no text`)
  return new Map(
    Object.entries(tree).flatMap(([key, below]) => [
      ...flattenWords(below, prefix === '' ? key : `${prefix}.${key}`),
    ]),
  )
}

/** The words of a language of the product. */
export const readWords = (locale: 'en' | 'zh-CN'): Words =>
  flattenWords(JSON.parse(readFileSync(join(projectRoot, `src/locales/${locale}.json`), 'utf8')))

/** English counts one and many, Chinese does not: the ending is no part of the key. */
export const baseKey = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '')

const holes = (text: string) =>
  [...text.matchAll(/\{\{?\s*(\w+)[^}]*\}/g)].map((hole) => hole[1] ?? '').sort()

/** Keys that only one language has, or whose texts leave different holes for values, or are empty. */
export function compareWords(en: Words, zh: Words): string[] {
  const enKeys = new Set([...en.keys()].map(baseKey))
  const zhKeys = new Set([...zh.keys()].map(baseKey))
  const enOf = (key: string) => en.get(key) ?? en.get(`${key}_other`) ?? ''
  const zhOf = (key: string) => zh.get(key) ?? zh.get(`${key}_other`) ?? ''
  return [
    ...[...enKeys].filter((key) => !zhKeys.has(key)).map((key) => `${key} is only in English`),
    ...[...zhKeys].filter((key) => !enKeys.has(key)).map((key) => `${key} is only in Chinese`),
    ...[...enKeys]
      .filter((key) => zhKeys.has(key) && holes(enOf(key)).join() !== holes(zhOf(key)).join())
      .map((key) => `${key} has other values in the two languages`),
    ...[...en, ...zh].filter(([, text]) => text.trim() === '').map(([key]) => `${key} is empty`),
  ]
}

/** What code says about keys: whole texts, and the pieces of texts put together at run time. */
export interface KeyUse {
  /** Texts that stand in the code as they are. */
  readonly texts: ReadonlySet<string>
  /** Texts with holes, as patterns. Example: `notice.${code}` → /^notice\..+$/ */
  readonly patterns: readonly RegExp[]
  /** Sections whose keys are types of their own: `typeof en.host`. */
  readonly sections: ReadonlySet<string>
  /** Keys asked for by name: `t('a.b')`, `i18nKey="a.b"`. */
  readonly asked: ReadonlySet<string>
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function templatePattern(node: SyntaxNode): RegExp | undefined {
  const quasis = Array.isArray(node.quasis) ? node.quasis : []
  const parts = quasis.map((quasi) => String(quasi?.value?.cooked ?? ''))
  // A template that says nothing of a key, as `${a}-${b}`, must not make every key "used".
  return /^[A-Za-z]\w*\./.test(parts[0] ?? '')
    ? new RegExp(`^${parts.map(escaped).join('.+')}$`)
    : undefined
}

const isTranslating = (node: SyntaxNode) => {
  const callee = node.callee as SyntaxNode | undefined
  const property = callee?.property as SyntaxNode | undefined
  return node.type === 'CallExpression' && (callee?.name === 't' || property?.name === 't')
}

/** The section of `typeof en.host`: its keys are checked by the compiler, and written without it. */
const typedSection = (node: SyntaxNode) =>
  node.type === 'TSQualifiedName' && nameOf(partOf(node, 'left')) === 'en'
    ? nameOf(partOf(node, 'right'))
    : undefined

/** Collects from the sources what may name a key. */
export function keyUse(sources: readonly SourceFile[]): KeyUse {
  const texts = new Set<string>()
  const asked = new Set<string>()
  const sections = new Set<string>()
  const patterns: RegExp[] = []
  for (const source of sources)
    walk(parseSource(source), (node, parents) => {
      const text = textOf(node)
      const parent = parents.at(-1)
      if (text !== undefined) texts.add(text)
      const section = typedSection(node)
      if (section) sections.add(section)
      if (text !== undefined && parent && isTranslating(parent)) {
        const [first] = Array.isArray(parent.arguments) ? parent.arguments : []
        if (first === node) asked.add(text)
      }
      const pattern = node.type === 'TemplateLiteral' ? templatePattern(node) : undefined
      if (pattern) patterns.push(pattern)
    })
  return { texts, patterns, sections, asked }
}

/** Keys nobody can ask for: neither written out nor made by a template. */
export function unusedKeys(words: Words, use: KeyUse): string[] {
  return [...new Set([...words.keys()].map(baseKey))].filter(
    (key) =>
      !use.texts.has(key) &&
      !use.patterns.some((pattern) => pattern.test(key)) &&
      ![...use.sections].some(
        (section) => key.startsWith(`${section}.`) && use.texts.has(key.slice(section.length + 1)),
      ),
  )
}

/** Keys that the code asks for by name and a language does not have. */
export function missingKeys(words: Words, use: KeyUse): string[] {
  const known = new Set([...words.keys()].map(baseKey))
  return [...use.asked].filter((key) => !known.has(key))
}

/** Looks like a code of ours and is a name of the platform. */
const FOREIGN_CODES = new Set(['SHA-256', 'SHA-384', 'SHA-512'])

/** Codes of refusals and faults in the code, as `PICK-003`. */
export const noticeCodes = (use: KeyUse): string[] =>
  [...use.texts]
    .filter((text) => /^[A-Z]{2,5}-\d{3}$/.test(text) && !FOREIGN_CODES.has(text))
    .sort()

/** Chinese texts with a word that must not be shown, each with what to show. */
export function bannedOnScreen(zh: Words, phrases: readonly BannedPhrase[]): string[] {
  return [...zh].flatMap(([key, text]) =>
    phrases
      .filter(({ phrase, but }) =>
        but.reduce((rest, part) => rest.replaceAll(part, ''), text).includes(phrase),
      )
      .map(({ phrase, show }) => `${key}: ${show} for ${phrase}`),
  )
}
