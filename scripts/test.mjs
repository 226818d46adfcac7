// `npm test`: sets up what is missing, then runs every check, also after one has failed.
// The last line is always `N passed, N failed`; nothing is printed after it.
//   npm test                 everything
//   npm test -- --all        also the suites that need more of the machine
//   npm test -- --quick      what needs no build and no browser (npm run check)
//   npm test -- picking      only the node tests of matching files, nothing else
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages, findNode, nodeEnv } from './setup/packages.mjs'
import { endWithNpm } from './setup/parent.mjs'
import * as checks from './steps/checks.mjs'
import { noChromium, toolsStep } from './steps/tools.mjs'
import { vitestStep } from './steps/vitest.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const FLAGS = ['--all', '--quick']

/** @param {checks.World} world @param {'browser' | 'world*'} project @param {RegExp} name */
const inBrowser = (world, project, name) =>
  world.env.PACKLINE_CHROMIUM ? vitestStep(world, project) : noChromium(world, name)

/** The steps in order. @param {checks.World} world @param {boolean} isQuick
 *  @returns {[string, () => checks.Result | Promise<checks.Result>][]} */
function stepsOf(world, isQuick) {
  const types = checks
    .runtimeConfigs(root)
    .map(
      (config) =>
        /** @type {[string, () => Promise<checks.Result>]} */ ([
          `types ${config}`,
          () => checks.typesStep(world, config),
        ]),
    )
  const quick = /** @type {ReturnType<typeof stepsOf>} */ ([
    ['lock check', () => checks.lockStep(world)],
    ['format', () => checks.formatStep(world)],
    ...types,
    ['lint', () => checks.lintStep(world)],
    ['dead code', () => checks.deadCodeStep(world)],
  ])
  const node = /** @type {[string, () => Promise<checks.Result>]} */ ([
    'vitest node',
    () => vitestStep(world, 'node'),
  ])
  if (isQuick) return [...quick, node]
  return [
    ['tools', () => toolsStep(world)],
    ...quick,
    ['build', () => checks.buildStep(world)],
    ['bare imports', () => checks.bareImportStep(world)],
    node,
    ['vitest browser', () => inBrowser(world, 'browser', /\.browser\.test\.tsx?$/)],
    [
      'vitest world',
      () => inBrowser(world, 'world*', /test[\\/](e2e|contract|packaging)[\\/].*\.test\.ts$/),
    ],
  ]
}

/** Prints the skips of a step; with PACKLINE_CI=1 one that is not declared is a failure.
 *  @param {checks.Skip[]} skips @returns {number} how many of them are failures */
function printSkips(skips) {
  for (const skip of skips) console.log(`SKIPPED ${skip.name}: ${skip.reason}, ${skip.files} files`)
  return process.env.PACKLINE_CI === '1' ? skips.filter((skip) => !skip.isDeclared).length : 0
}

/** @param {ReturnType<typeof stepsOf>} steps */
async function runSteps(steps) {
  const sum = { passed: 0, failed: 0, skipped: 0, lines: /** @type {string[]} */ ([]) }
  for (const [name, step] of steps) {
    console.log(`\n── ${name}`)
    const startMs = performance.now()
    const result = await Promise.resolve(step()).catch((/** @type {Error} */ error) => {
      console.error(error)
      return /** @type {checks.Result} */ ({ passed: 0, failed: 1, note: error.message })
    })
    const failed = result.failed + printSkips(result.skips ?? [])
    const tookS = ((performance.now() - startMs) / 1000).toFixed(1)
    const verdict = failed > 0 ? 'FAILED' : result.note === 'skipped' ? 'SKIPPED' : 'ok'
    sum.lines.push(`${verdict.padEnd(8)}${name} (${result.note}; ${tookS} s)`)
    console.log(sum.lines.at(-1))
    sum.passed += result.passed
    sum.failed += failed
    sum.skipped += result.skips?.length ?? 0
  }
  return sum
}

/** Prints the end of a run: the sum of the steps, then the line that must be last.
 *  @param {Awaited<ReturnType<typeof runSteps>>} sum */
function finish(sum) {
  console.log(`\n${sum.lines.join('\n')}`)
  if (sum.skipped > 0) console.log(`${sum.skipped} skipped, each named above by SKIPPED`)
  process.exitCode = sum.failed > 0 ? 1 : 0
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
}

async function main() {
  endWithNpm()
  const args = process.argv.slice(2)
  const unknown = args.find((arg) => arg.startsWith('-') && !FLAGS.includes(arg))
  if (unknown) console.error(`unknown flag ${unknown}; known: ${FLAGS.join(' ')}`)
  const isReady = await ensurePackages(root)
  const node = findNode(root)
  if (!node)
    console.error(
      'No Node 22.12 or newer, and none among the packages: install Node 24 from nodejs.org',
    )
  if (unknown || !isReady || !node)
    return finish({ passed: 0, failed: 1, skipped: 0, lines: ['FAILED  set-up'] })
  const world = { root, node, env: nodeEnv(node) }
  const patterns = args.filter((arg) => !arg.startsWith('-'))
  const steps = patterns.length > 0 ? [] : stepsOf(world, args.includes('--quick'))
  if (patterns.length > 0) steps.push(['vitest node', () => vitestStep(world, 'node', patterns)])
  finish(await runSteps(steps))
}

await main()
