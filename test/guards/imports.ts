import { posix } from 'node:path'
import type { SourceFile } from './sourceFiles.ts'
import { lineAt, nameOf, parseSource, partOf, type SyntaxNode, textOf, walk } from './syntax.ts'

/** One import of a file, however it is written: also `import type`, `import()`, `export … from`. */
export interface Import {
  readonly file: string
  readonly line: number
  /** As written, without a query. Example: `@/kernel/ids.ts` */
  readonly written: string
  /** The file of the project it names, or undefined for a package. */
  readonly target: string | undefined
}

const IMPORTING = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

function importedText(node: SyntaxNode): string | undefined {
  if (IMPORTING.has(node.type)) return textOf(partOf(node, 'source'))
  if (node.type !== 'CallExpression' || nameOf(partOf(node, 'callee')) !== 'require')
    return undefined
  const [first] = Array.isArray(node.arguments) ? node.arguments : []
  return textOf(first)
}

/** Where an import leads inside the project. Example: `../b.ts` in src/a/c.ts -> src/b.ts */
function targetOf(file: string, written: string): string | undefined {
  if (written.startsWith('@/')) return `src/${written.slice(2)}`
  if (written.startsWith('.')) return posix.join(posix.dirname(file), written)
  return undefined
}

/** Every import of a file. */
export function importsOf(source: SourceFile): Import[] {
  const found: Import[] = []
  walk(parseSource(source), (node) => {
    const written = importedText(node)?.replace(/\?.*$/, '')
    if (written === undefined) return
    const target = targetOf(source.path, written)
    found.push({ file: source.path, line: lineAt(source.text, node.start), written, target })
  })
  return found
}
