import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** One file of the project: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

export const projectRoot = join(import.meta.dirname, '..', '..')

/** All files under some folders whose path matches, sorted by path. */
export function readSources(folders: readonly string[], matches: RegExp): SourceFile[] {
  return folders
    .map((folder) => join(projectRoot, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .map((full) => ({ full, path: relative(projectRoot, full).split(sep).join('/') }))
    .filter(({ path }) => matches.test(path))
    .map(({ full, path }) => ({ path, text: readFileSync(full, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

export const CODE_FILE = /\.(?:tsx?|mjs|cjs)$/
export const TEST_FILE = /\.test\.tsx?$/
