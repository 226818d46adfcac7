import { posix } from 'node:path'
import type { BannedWord } from './glossaryTables.ts'
import { type SourceFile, TEST_FILE } from './sourceFiles.ts'
import { childrenOf, lineAt, nameOf, partOf, type SyntaxNode } from './syntax.ts'

export const FILE_LINES_MAX = 300
export const FUNCTION_LINES_MAX = 60
export const PARAMETERS_MAX = 4

/** What a rule may look at: a node of a file, and the nodes around it. */
export interface Sight {
  readonly source: SourceFile
  readonly node: SyntaxNode
  readonly parents: readonly SyntaxNode[]
}

const isFunction = (node: SyntaxNode) =>
  /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)

const testCall = (node: SyntaxNode | undefined): boolean => {
  if (node?.type !== 'CallExpression') return false
  const callee = partOf(node, 'callee')
  const named = nameOf(callee) ?? nameOf(partOf(callee, 'object'))
  return /^(?:describe|test|it)$/.test(named ?? '') || testCall(callee)
}

/** A function that holds tests groups them, as a file does; its length is that of a file.
 *  Only the tests themselves count as functions. */
function isTestGroup({ source, node }: Sight): boolean {
  if (!TEST_FILE.test(source.path) && !source.path.startsWith('test/')) return false
  const body = partOf(node, 'body')
  const statements = body?.type === 'BlockStatement' ? childrenOf(body) : []
  return statements.some((statement) => testCall(partOf(statement, 'expression')))
}

/** A function of more lines than one can hold in mind. */
export function longFunction(sight: Sight): string | undefined {
  const { node, source } = sight
  if (!isFunction(node) || isTestGroup(sight)) return undefined
  const lines = lineAt(source.text, node.end) - lineAt(source.text, node.start) + 1
  return lines > FUNCTION_LINES_MAX ? `a function of ${lines} lines` : undefined
}

/** A function whose caller must count arguments. */
export function manyParameters({ node }: Sight): string | undefined {
  const count = isFunction(node) && Array.isArray(node.params) ? node.params.length : 0
  return count > PARAMETERS_MAX ? `a function of ${count} parameters` : undefined
}

/** A default export has no name to search for. */
export function defaultExport({ node, source }: Sight): string | undefined {
  return node.type === 'ExportDefaultDeclaration' && !source.path.endsWith('.config.ts')
    ? 'a default export'
    : undefined
}

/** A file that only passes on what other files export hides where things are. */
export function barrelFile({ node, source }: Sight): string | undefined {
  if (node.type !== 'Program') return undefined
  if (/^index\.[cm]?[jt]sx?$/.test(posix.basename(source.path))) return 'a file named index'
  const passesOn = (statement: SyntaxNode) =>
    statement.type === 'ExportAllDeclaration' ||
    (statement.type === 'ExportNamedDeclaration' && partOf(statement, 'source') !== undefined)
  const body = childrenOf(node).filter((statement) => statement.type !== 'ImportDeclaration')
  return body.length > 0 && body.every(passesOn) ? 'a barrel file' : undefined
}

const CLOCKS = new Set(['Date.now', 'performance.now'])
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate'])
/** Ports of the kernel, their wiring, and what is no part of the product. */
const MAY_READ_CLOCK = /^(?:src\/kernel|src\/boot|test|scripts)\/|\.test\.tsx?$/
const MAY_WAIT =
  /^(?:src\/kernel|src\/boot|src\/station|src\/hub|electron|test|scripts)\/|\.test\.tsx?$/
const MAY_ROLL_DICE = /^src\/kernel\//

/** A clock, a die or a timer outside the ports cannot be replayed. */
export function hiddenInput({ node, source }: Sight): string | undefined {
  const callee = /^(?:Call|New)Expression$/.test(node.type) ? partOf(node, 'callee') : undefined
  const object = nameOf(partOf(callee, 'object'))
  const called = object ? `${object}.${nameOf(partOf(callee, 'property'))}` : (nameOf(callee) ?? '')
  const own = called.replace(/^(?:globalThis|window|self)\./, '')
  const readsNow = own === 'Date' && !(Array.isArray(node.arguments) && node.arguments.length > 0)
  if ((CLOCKS.has(own) || readsNow) && !MAY_READ_CLOCK.test(source.path))
    return `${own} reads the clock`
  if (TIMERS.has(own) && !MAY_WAIT.test(source.path)) return `${own} waits`
  if (own === 'Math.random' && !MAY_ROLL_DICE.test(source.path)) return 'Math.random rolls dice'
  return undefined
}

/** The parts of a name. Examples: `pickBinId` -> pick bin id, `HTTPServer` -> http server */
export function partsOfName(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+|\s+/)
    .filter((part) => part !== '')
    .map((part) => part.toLowerCase())
}

const DECLARED_ID =
  /^(?:FunctionDeclaration|FunctionExpression|Class.*|TSTypeAlias.*|TSInterface.*)$/
const MEMBER = /^(?:TSPropertySignature|TSMethodSignature|PropertyDefinition|MethodDefinition)$/
/** Layers where even the keys of literals are our own words: no foreign options are filled in. */
const OWN_KEYS = /^src\/(?:kernel|domain|workflow|protocol|app|store|sync)\//

/** The name that a node declares, or undefined: references to foreign names are not ours. */
export function declaredName({ source, node, parents }: Sight): string | undefined {
  const parent = parents.at(-1)
  const name = nameOf(node)
  if (!parent || !name) return undefined
  const isParameter = Array.isArray(parent.params) && parent.params.includes(node)
  if (isParameter) return name
  if (DECLARED_ID.test(parent.type) || parent.type === 'VariableDeclarator')
    return parent.id === node ? name : undefined
  if (MEMBER.test(parent.type)) return parent.key === node && !parent.computed ? name : undefined
  if (parent.type === 'Property') {
    const isPattern = parents.at(-2)?.type === 'ObjectPattern'
    if (isPattern) return parent.value === node && !parent.shorthand ? name : undefined
    return parent.key === node && !parent.shorthand && OWN_KEYS.test(source.path) ? name : undefined
  }
  const isBound = /^(?:ArrayPattern|RestElement|CatchClause)$/.test(parent.type)
  const isDefaulted = parent.type === 'AssignmentPattern' && parent.left === node
  const isRenamed = /^Import.*Specifier$/.test(parent.type) && parent.local === node
  const isForeignName = isRenamed && nameOf(partOf(parent, 'imported')) === name
  return isBound || isDefaulted || (isRenamed && !isForeignName) ? name : undefined
}

/** The banned parts of a name, each with what to write. */
export function bannedParts(name: string, banned: readonly BannedWord[]): BannedWord[] {
  const parts = partsOfName(name)
  return banned.filter(({ word }) => parts.includes(word))
}
