import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../setup/run.mjs'

const PROJECT_LIMIT_MS = 40 * 60_000

/** The one skip that is declared: the desktop binary comes from the network and may not be there.
 *  A test says it by `context.skip('no Electron binary')`. */
export const DECLARED_SKIP = 'no Electron binary'

/** Turns the counts of a run into a result: no test at all is one failure, and so is a bad exit that
 *  no counted failure explains.
 *  @param {ReturnType<typeof import('./countReporter.mjs').countModules> | undefined} counts
 *  @param {number} code @returns {import('./checks.mjs').Result} */
export function judgeCounts(counts, code) {
  if (!counts) return { passed: 0, failed: 1, note: `no counts were written, exit code ${code}` }
  const { passed, skipped, files } = counts
  const examined = passed + counts.failed + skipped.length
  const failed = counts.failed === 0 && (examined === 0 || code !== 0) ? 1 : counts.failed
  const skips = skipped.map(({ name, reason, file }) => ({
    name: `${file} > ${name}`,
    reason: reason || 'no reason given',
    files: 1,
    isDeclared: reason.includes(DECLARED_SKIP),
  }))
  const note =
    examined === 0 ? 'examined nothing' : `${files} files, ${passed} passed, ${failed} failed`
  return { passed, failed, note, skips }
}

/** Runs one vitest project, or only its tests whose file matches one of `patterns`.
 *  @param {import('./checks.mjs').World} world @param {string} project @param {string[]} patterns */
export async function vitestStep(world, project, patterns = []) {
  const dir = mkdtempSync(join(tmpdir(), 'packline-counts-'))
  const path = join(dir, 'counts.json')
  const args = [
    join(world.root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    `--reporter=${join(world.root, 'scripts/steps/countReporter.mjs')}`,
    ...patterns,
  ]
  const env = { ...world.env, PACKLINE_COUNTS: path }
  const { code } = await run(world.node, args, { cwd: world.root, env, limitMs: PROJECT_LIMIT_MS })
  try {
    return judgeCounts(JSON.parse(readFileSync(path, 'utf8')), code)
  } catch {
    return judgeCounts(undefined, code)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
