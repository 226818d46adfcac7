import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from './guards/sourceFiles.ts'

interface LockEntry {
  readonly hasInstallScript?: boolean
}

/** Packages of a lock that run a script while they are installed and that nobody decided about. */
function undecided(
  entries: Readonly<Record<string, LockEntry>>,
  decided: Readonly<Record<string, boolean>>,
): string[] {
  return Object.entries(entries)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    .filter((name) => !(name in decided))
}

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot, name), 'utf8'))

test('no package runs a script at install unless allowScripts decides about it', () => {
  const lock = readJson('package-lock.json') as { packages: Record<string, LockEntry> }
  const { allowScripts } = readJson('package.json') as { allowScripts: Record<string, boolean> }
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100)
  expect(undecided(lock.packages, allowScripts)).toEqual([])
})

test('a planted install script is caught, also below another package', () => {
  const planted = {
    'node_modules/a': { hasInstallScript: true },
    'node_modules/b/node_modules/@c/d': { hasInstallScript: true },
    'node_modules/e': {},
  }
  expect(undecided(planted, { a: false })).toEqual(['@c/d'])
})
