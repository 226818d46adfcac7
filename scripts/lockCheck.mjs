// Is package-lock.json complete? For its newest releases a registry may not have every platform's
// binary package yet; npm then writes a lock without them, says nothing, and `npm ci` fails later or
// leaves another platform without its native part.
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ version?: string, optionalDependencies?: Record<string, string>,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockEntry
 */

/** Is `name`, asked for by the entry at `from`, in the lock at that level or above?
 *  @param {Record<string, LockEntry>} entries @param {string} from @param {string} name */
function isLocked(entries, from, name) {
  for (
    let level = from;
    ;
    level = level.slice(0, Math.max(level.lastIndexOf('node_modules/') - 1, 0))
  ) {
    if (entries[level === '' ? `node_modules/${name}` : `${level}/node_modules/${name}`])
      return true
    if (level === '') return false
  }
}

/** Counts the optional edges of a lock and names the ones that lead nowhere.
 *  @param {{ packages?: Record<string, LockEntry> }} lock
 *  @returns {{ edges: number, missing: string[] }} */
export function checkLock(lock) {
  const entries = lock.packages ?? {}
  const edges = Object.entries(entries).flatMap(([from, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ from, name })),
  )
  const missing = edges
    .filter(({ from, name }) => !isLocked(entries, from, name))
    .map(({ from, name }) => `${from === '' ? 'this project' : from} wants ${name}`)
  return { edges: edges.length, missing }
}

/** Names what package.json asks for in any way but one exact version, or otherwise than the lock.
 *  @param {LockEntry} manifest @param {{ packages?: Record<string, LockEntry> }} lock
 *  @returns {{ pins: number, faults: string[] }} */
export function checkPins(manifest, lock) {
  const entries = lock.packages ?? {}
  const pins = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  })
  const faults = pins
    .filter(([name, wanted]) => entries[`node_modules/${name}`]?.version !== wanted)
    .map(([name, wanted]) => {
      const got = entries[`node_modules/${name}`]?.version ?? 'nothing'
      return `package.json asks for ${name} ${wanted}, the lock has ${got}`
    })
  return { pins: pins.length, faults }
}

function main() {
  const root = join(fileURLToPath(import.meta.url), '..', '..')
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(root, name), 'utf8'))
  const lock = read('package-lock.json')
  const { edges, missing } = checkLock(lock)
  const { pins, faults } = checkPins(read('package.json'), lock)
  for (const fault of [...missing, ...faults]) console.error(fault)
  console.log(
    `lock check: ${edges} edges, ${missing.length} missing; ${pins} pins, ${faults.length} wrong`,
  )
  process.exitCode = edges === 0 || pins === 0 || missing.length + faults.length > 0 ? 1 : 0
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) main()
