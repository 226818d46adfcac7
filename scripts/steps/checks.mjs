// The steps of `npm test` that are one program each. A step that examined nothing has failed:
// a checker that finds no files is green for ever.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { run } from '../setup/run.mjs'

const STEP_LIMIT_MS = 5 * 60_000

/** @typedef {{ root: string, node: string, env: NodeJS.ProcessEnv }} World
 *  @typedef {{ passed: number, failed: number, note: string, skips?: Skip[] }} Result
 *  @typedef {{ name: string, reason: string, files: number, isDeclared: boolean }} Skip */

/** Folders with code that exist already; always named, so that no checker walks node_modules.
 *  @param {string} root */
export const codeFolders = (root) =>
  ['electron', 'src', 'scripts', 'test'].filter((name) => existsSync(join(root, name)))

/** One program as one test: passed when it ended well and says it examined at least one file.
 *  @param {{ code: number, output: string }} ended @param {number} examined @param {string} unit
 *  @returns {Result} */
export function judge({ code }, examined, unit = 'files') {
  if (!(examined > 0)) return { passed: 0, failed: 1, note: `examined nothing, exit code ${code}` }
  if (code !== 0) return { passed: 0, failed: 1, note: `exit code ${code}, ${examined} ${unit}` }
  return { passed: 1, failed: 0, note: `${examined} ${unit}` }
}

const numberIn = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
  Number(pattern.exec(stripVTControlCharacters(text))?.[1]?.replace(/\D/g, '') ?? 0)

const bin = (/** @type {World} */ world, /** @type {string} */ path) =>
  join(world.root, 'node_modules', path)

/** @param {World} world @param {string[]} args @param {boolean} quiet */
const runNode = (world, args, quiet = false) =>
  run(world.node, args, { cwd: world.root, env: world.env, limitMs: STEP_LIMIT_MS, quiet })

/** @param {World} world */
export async function lockStep(world) {
  const ended = await runNode(world, ['scripts/lockCheck.mjs'])
  return judge(ended, numberIn(ended.output, /lock check: (\d+) edges/), 'edges')
}

/** @param {World} world @param {string[]} targets */
export async function formatStep(world, targets = []) {
  const ended = await runNode(world, [bin(world, '@biomejs/biome/bin/biome'), 'format', ...targets])
  return judge(ended, numberIn(ended.output, /Checked ([\d,]+) files?/))
}

/** The tsconfig of each runtime: pure layers, page, node.
 *  @param {string} root */
export const runtimeConfigs = (root) =>
  readdirSync(root).filter((name) => /^tsconfig\..+\.json$/.test(name))

/** @param {World} world @param {string} config */
export async function typesStep(world, config) {
  const args = [bin(world, 'typescript/bin/tsc'), '-p', config, '--listFiles']
  const ended = await runNode(world, args, true)
  const lines = ended.output.split('\n')
  const isFile = (/** @type {string} */ line) =>
    /^(\/|[A-Za-z]:).*\.(tsx?|mts|mjs|json)$/.test(line.trim())
  for (const line of lines) if (line.trim() !== '' && !isFile(line)) console.log(line)
  return judge(ended, lines.filter((line) => isFile(line) && !line.includes('node_modules')).length)
}

/** @param {World} world @param {string[]} targets */
export async function lintStep(world, targets = codeFolders(world.root)) {
  const ended = await runNode(world, [
    bin(world, 'oxlint/bin/oxlint'),
    '--type-aware',
    '--deny-warnings',
    ...targets,
  ])
  return judge(ended, numberIn(ended.output, /on ([\d,]+) files?/))
}

/** @param {World} world @param {string[]} more */
export async function deadCodeStep(world, more = []) {
  const counting = [
    '--reporter',
    'symbols',
    '--reporter',
    join(world.root, 'scripts/steps/knipCount.mjs'),
  ]
  const ended = await runNode(world, [
    bin(world, 'knip/bin/knip.js'),
    '--no-progress',
    ...counting,
    ...more,
  ])
  return judge(ended, numberIn(ended.output, /dead code: (\d+) files read/))
}

/** @param {World} world */
export async function buildStep(world) {
  const ended = await runNode(world, [bin(world, 'electron-vite/bin/electron-vite.js'), 'build'])
  return judge(ended, numberIn(ended.output, /(\d+) modules transformed/), 'modules')
}

/** @param {World} world */
export async function bareImportStep(world) {
  const ended = await runNode(world, ['scripts/bareImports.mjs'])
  return judge(ended, numberIn(ended.output, /bare imports: (\d+) files/))
}
