import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { nodeForNpm, runNpmCi } from './installNode.mjs'

const NODE_MAJOR_MIN = 22
const NODE_MINOR_MIN = 12
/** Holds the hash of the lock that is installed. */
const STAMP = '.packline-lock'

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean,
 *   os?: string[], cpu?: string[], libc?: string[] }} LockEntry */

const lockHash = (/** @type {string} */ root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** The C library of this Linux; nothing elsewhere. */
function libcOf() {
  if (process.platform !== 'linux') return undefined
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (
    process.report?.getReport() ?? { header: {} }
  )
  return header.glibcVersionRuntime ? 'glibc' : 'musl'
}

/** May this entry of the lock be absent here? Only what is optional and made for another machine.
 *  @param {LockEntry} entry @param {string | undefined} libc */
function mayBeAbsent(entry, libc) {
  if (!entry.optional && !entry.devOptional) return false
  if (!entry.os && !entry.cpu) return true
  const isOurs =
    (entry.os ?? [process.platform]).includes(process.platform) &&
    (entry.cpu ?? [process.arch]).includes(process.arch) &&
    (!entry.libc || !libc || entry.libc.includes(libc))
  return !isOurs
}

/** Did someone already install exactly this lock by hand? npm leaves its own list in node_modules.
 *  @param {string} root */
function isInstalledByHand(root) {
  const list = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(list)) return false
  const has = JSON.parse(readFileSync(list, 'utf8')).packages
  /** @type {Record<string, LockEntry>} */
  const wants = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const libc = libcOf()
  return Object.entries(wants).every(([path, entry]) => {
    if (path === '') return true
    return has[path] ? has[path].version === entry.version : mayBeAbsent(entry, libc)
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
 *  @param {string} root @returns {Promise<boolean>} */
export async function ensurePackages(root) {
  if (isInstalled(root)) return true
  const tool = await nodeForNpm(root)
  if (!tool) {
    console.error(
      'Node is too old, and there is no newer one to fetch: install Node 24 from nodejs.org',
    )
    return false
  }
  console.log('Installing the packages (npm ci), about half a minute…')
  const { code, output } = await runNpmCi(root, tool.node)
  tool.dispose()
  if (code === 0) writeFileSync(join(root, 'node_modules', STAMP), `${lockHash(root)}\n`)
  else console.error(output)
  return code === 0
}

/** The Node to work with: the one among the packages, else this one when it is new enough.
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
