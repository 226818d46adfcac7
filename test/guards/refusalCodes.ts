import { noticeCodes, keyUse, type Words } from './localeWords.ts'
import type { SourceFile } from './sourceFiles.ts'
import { childrenOf, nameOf, parseSource, partOf, type SyntaxNode, textOf, walk } from './syntax.ts'

const CODE = /^[A-Z]{2,5}-\d{3}$/

/** What the sources can answer with. */
export interface Refusals {
  /** Codes that some scan is refused with: `refused('PICK-003', …)`, `{ level: 'refused', code: … }`. */
  readonly refused: readonly string[]
  /** Every code of any level. */
  readonly codes: readonly string[]
  /** Reasons a decision can give: `reject('pick.lineGone')`, and the unions that end in Refusal, Fault. */
  readonly reasons: readonly string[]
  /** Reasons that a machine or a screen turns into a code of its own. */
  readonly handled: ReadonlySet<string>
}

/** Reads from the syntax trees what can be answered; the sources are those of the product. */
export function collectRefusals(sources: readonly SourceFile[]): Refusals {
  const refused = new Set<string>()
  const reasons = new Set<string>()
  const handled = new Set<string>()
  for (const source of sources) {
    // A file's faults are findings: they have words and a test of their own.
    const isRule = /^src\/domain\/(?!dataImport\/)/.test(source.path)
    const isScreen = /^src\/(?:workflow|ui)\//.test(source.path)
    walk(parseSource(source), (node) => {
      for (const code of refusedCodes(node)) refused.add(code)
      if (isRule) for (const reason of reasonsOf(node)) reasons.add(reason)
      const named = isScreen ? handledName(node) : undefined
      if (named !== undefined) handled.add(named)
    })
  }
  const codes = noticeCodes(keyUse(sources))
  return { refused: [...refused].sort(), codes, reasons: [...reasons].sort(), handled }
}

const callName = (node: SyntaxNode) =>
  node.type === 'CallExpression' ? nameOf(partOf(node, 'callee')) : undefined

/** Every code inside the arguments of `refused(…)`: a choice of two is two codes. */
function refusedCodes(node: SyntaxNode): string[] {
  if (callName(node) === 'refused') return textsIn(node).filter((text) => CODE.test(text))
  if (node.type !== 'ObjectExpression') return []
  const parts = childrenOf(node).map(
    (part) => [nameOf(partOf(part, 'key')), textOf(partOf(part, 'value'))] as const,
  )
  const of = (name: string) => parts.find(([key]) => key === name)?.[1]
  const code = of('code')
  return of('level') === 'refused' && code !== undefined && CODE.test(code) ? [code] : []
}

function reasonsOf(node: SyntaxNode): string[] {
  if (callName(node) === 'reject') {
    const [first] = Array.isArray(node['arguments']) ? node['arguments'] : []
    return first?.type === 'Literal' ? textsIn(first) : []
  }
  const isUnion = node.type === 'TSTypeAliasDeclaration'
  return isUnion && /(?:Refusal|Fault)$/.test(nameOf(partOf(node, 'id')) ?? '') ? textsIn(node) : []
}

function textsIn(node: SyntaxNode): string[] {
  const texts: string[] = []
  walk(node, (each) => {
    const text = textOf(each)
    if (text !== undefined) texts.push(text)
  })
  return texts
}

/** A reason named in a machine: `case 'binFull'`, or a line of a table of reasons. */
function handledName(node: SyntaxNode): string | undefined {
  return node.type === 'Property' ? nameOf(partOf(node, 'key')) : textOf(node)
}

/** Codes of the locales that no source gives. */
export const unusedCodes = (words: Words, { codes }: Refusals): string[] =>
  noticeKeys(words).filter((code) => !codes.includes(code))

/** Codes without words. */
export const wordlessCodes = (words: Words, { codes, refused }: Refusals): string[] =>
  [...new Set([...codes, ...refused])].filter((code) => !noticeKeys(words).includes(code))

const noticeKeys = (words: Words): string[] => [
  ...new Set(
    [...words.keys()]
      .filter((key) => key.startsWith('notice.'))
      .map((key) => key.slice('notice.'.length).replace(/_(?:one|other)$/, '')),
  ),
]

/** Reasons that reach the person as a bare code: neither words of their own nor a machine's answer. */
export const wordlessReasons = (words: Words, { reasons, handled }: Refusals): string[] =>
  reasons.filter(
    (reason) => !words.has(`reject.${reason.replace('.', '_')}`) && !handled.has(reason),
  )

/** What a person is told to do, in the words of each language. */
const ACTS: Readonly<Record<'en' | 'zh-CN', RegExp>> = {
  en: /\b(?:ask|call|change|choose|connects|get|give|go|have|load|move|note|open|press|put|restart|scan|see|show|split|start|take|tear|try|type|undo|use|wait|work)\b/i,
  'zh-CN': /请|放|换|扫|按|叫|撕|自动|拿|等/,
}

/** Refusals that do not say first what is wrong and then, last, one thing to do. */
export function withoutAct(
  locale: 'en' | 'zh-CN',
  words: Words,
  { refused }: Pick<Refusals, 'refused'>,
): string[] {
  return refused.filter((code) => {
    const text = words.get(`notice.${code}`) ?? words.get(`notice.${code}_other`) ?? ''
    const sentences = text.split(/[.。:：?？!！]\s*/u).filter((part) => part !== '')
    return (
      sentences.length < 2 || !/[.。]$/.test(text) || !ACTS[locale].test(sentences.at(-1) ?? '')
    )
  })
}
