import { parseSync } from 'vite'
import type { SourceFile } from './sourceFiles.ts'

/** A node of a syntax tree as the guards see it: its kind, its place in the text, its parts. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  'start' in value

/** The syntax tree of a file. Throws on a file that does not parse: unread is not clean. */
export function parseSource({ path, text }: SourceFile): SyntaxNode {
  const parsed = parseSync(path, text)
  const fault = parsed.errors[0]
  if (fault) throw new Error(`${path} does not parse: ${fault.message}`)
  const program: unknown = parsed.program
  if (!isNode(program)) throw new Error(`${path}: no syntax tree`)
  return program
}

/** The parts of a node that are nodes, in the order of the text. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node).flatMap((part) =>
    Array.isArray(part) ? part.filter(isNode) : isNode(part) ? [part] : [],
  )
}

/** Calls `visit` for a node and everything below it; `parents` leads from the root to the node. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void,
  parents: readonly SyntaxNode[] = [],
): void {
  visit(node, parents)
  const below = [...parents, node]
  for (const child of childrenOf(node)) walk(child, visit, below)
}

/** A part that is a node, or undefined. */
export function partOf(node: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  const part = node?.[name]
  return isNode(part) ? part : undefined
}

/** The text of a string literal, or undefined. Example: `'./a.ts'` -> ./a.ts */
export function textOf(node: SyntaxNode | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

/** The name of an identifier, or undefined. */
export function nameOf(node: SyntaxNode | undefined): string | undefined {
  return node && /^(?:Private)?Identifier$/.test(node.type) && typeof node.name === 'string'
    ? node.name
    : undefined
}

/** The 1-based line of a place in a text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
