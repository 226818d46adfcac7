import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { run } from './run.mjs'

const INSTALL_LIMIT_MS = 15 * 60_000
/** Holds the hash of the lock that is installed. */
const STAMP = '.packline-lock'
const NODE_MAJOR_MIN = 22
const NODE_MINOR_MIN = 12

const lockHash = (/** @type {string} */ root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** Did someone already install exactly this lock by hand? npm leaves its own list in node_modules.
 *  @param {string} root */
function isInstalledByHand(root) {
  const list = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(list)) return false
  const has = JSON.parse(readFileSync(list, 'utf8')).packages
  const wants = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wants).every(([path, entry]) => {
    if (path === '') return true
    return has[path]
      ? has[path].version === entry.version
      : Boolean(entry.optional || entry.devOptional)
  })
}

/** Is node_modules what the lock says? Writes the stamp when it finds out by comparing.
 *  @param {string} root @returns {boolean} */
export function isInstalled(root) {
  const stamp = join(root, 'node_modules', STAMP)
  const hash = lockHash(root)
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : ''
  if (known !== '' || !isInstalledByHand(root)) return known === hash
  writeFileSync(stamp, `${hash}\n`)
  return true
}

/** Makes node_modules equal to the lock; does nothing when the stamp in it says it is.
 *  @param {string} root @returns {Promise<{ ok: boolean, did: 'nothing' | 'npm ci', output: string }>} */
export async function ensurePackages(root) {
  if (isInstalled(root)) return { ok: true, did: 'nothing', output: '' }
  console.log('Installing the packages (npm ci), about half a minute…')
  const npmScript = process.env.npm_execpath ?? ''
  const [command, before] = npmScript.endsWith('npm-cli.js')
    ? [process.execPath, [npmScript]]
    : ['npm', []]
  const args = [...before, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const { code, output } = await run(command, args, {
    cwd: root,
    limitMs: INSTALL_LIMIT_MS,
    quiet: true,
  })
  if (code === 0) writeFileSync(join(root, 'node_modules', STAMP), `${lockHash(root)}\n`)
  else console.error(output)
  return { ok: code === 0, did: 'npm ci', output }
}

/** The Node to work with: this one when it is new enough, else the one among the packages.
 *  @param {string} root @returns {string | undefined} */
export function findNode(root) {
  const modules = join(root, 'node_modules')
  const ours = (existsSync(modules) ? readdirSync(modules) : [])
    .filter((name) => /^node-(linux|win|darwin)-/.test(name))
    .map((name) => join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'))
    .find((path) => existsSync(path))
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isNew = major > NODE_MAJOR_MIN || (major === NODE_MAJOR_MIN && minor >= NODE_MINOR_MIN)
  return ours ?? (isNew ? process.execPath : undefined)
}

/** The environment in which `node` is that Node, for everything started from here.
 *  @param {string} node @returns {NodeJS.ProcessEnv} */
export function nodeEnv(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
}
