import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

const FETCH_LIMIT_MS = 90_000
/** A failed fetch is not tried again at each start: the station must open at once. */
const RETRY_AFTER_MS = 24 * 3_600_000

/** The desktop shell's program, when its binary is there.
 *  @param {string} root @returns {string | undefined} */
export function findElectron(root) {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist')
  const named = join(root, 'node_modules/electron/path.txt')
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
  const name = existsSync(named)
    ? readFileSync(named, 'utf8').trim()
    : process.platform === 'win32' || process.platform === 'darwin'
      ? names[process.platform]
      : 'electron'
  return existsSync(join(own, name)) ? join(own, name) : undefined
}

/** The desktop shell, fetched once where it is missing; undefined when it cannot be had.
 *  @param {string} root @param {string} node @param {NodeJS.ProcessEnv} env */
export async function ensureElectron(root, node, env) {
  const found = findElectron(root)
  const missed = join(root, 'node_modules/.packline-no-electron')
  const missedMs = statSync(missed, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (found || Date.now() - missedMs < RETRY_AFTER_MS) return found
  console.log('Fetching the desktop shell (at most 90 s; the browser is used if it cannot be had)…')
  const install = join(root, 'node_modules/electron/install.js')
  await run(node, [install], { cwd: root, env, limitMs: FETCH_LIMIT_MS, quiet: true })
  if (!findElectron(root)) writeFileSync(missed, '')
  return findElectron(root)
}
