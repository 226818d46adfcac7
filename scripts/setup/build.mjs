import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

const BUILD_LIMIT_MS = 5 * 60_000
/** What a build is made from and what it makes. */
const SOURCES = ['src', 'electron', 'assets', 'electron.vite.config.ts', 'package-lock.json']
const RESULTS = [
  'out/main/index.js',
  'out/main/station.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]

/** When was the newest file under `path` changed; 0 when there is none.
 *  @param {string} path @returns {number} */
function newestMs(path) {
  const own = statSync(path, { throwIfNoEntry: false })
  if (!own) return 0
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(join(path, name))))
}

/** Is any source newer than what was built, or a part of the build missing?
 *  @param {string} root */
export function isStale(root) {
  const results = RESULTS.map((name) => join(root, name))
  if (!results.every((path) => existsSync(path))) return true
  const builtMs = Math.min(...results.map((path) => statSync(path).mtimeMs))
  return SOURCES.some((name) => newestMs(join(root, name)) > builtMs)
}

/** Builds the program when it is stale.
 *  @param {string} root @param {string} node @param {NodeJS.ProcessEnv} env @returns {Promise<boolean>} */
export async function ensureBuilt(root, node, env) {
  if (!isStale(root)) return true
  console.log('Building…')
  const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { code, output } = await run(node, [tool, 'build'], {
    cwd: root,
    env,
    limitMs: BUILD_LIMIT_MS,
    quiet: true,
  })
  if (code !== 0) console.error(output)
  return code === 0
}
