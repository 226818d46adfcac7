import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkLock, checkPins } from '../scripts/lockCheck.mjs'
import { bareNames, strayImports } from '../scripts/bareImports.mjs'
import * as checks from '../scripts/steps/checks.mjs'
import { countModules } from '../scripts/steps/countReporter.mjs'
import { judgeCounts } from '../scripts/steps/vitest.mjs'
import { layers } from './guards/layers.ts'
import { projectRoot } from './guards/sourceFiles.ts'

/** The program's own set-up, copied, so that a fault can be planted without touching the program. */
const SETUP = [
  'package.json',
  'biome.json',
  '.oxlintrc.json',
  'knip.json',
  'tsconfig.json',
  'tsconfig.node.json',
  'tsconfig.page.json',
  'tsconfig.pure.json',
  'scripts/steps/knipCount.mjs',
]
const TOOL_LIMIT_MS = 60_000

let root = ''
const world = () => ({ root, node: process.execPath, env: process.env })

function plant(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

beforeAll(() => vi.spyOn(process.stdout, 'write').mockReturnValue(true))
afterAll(() => vi.restoreAllMocks())

describe('a step of npm test fails on a planted fault, and on nothing to examine', () => {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'packline-guard-'))
    for (const path of SETUP) cpSync(join(projectRoot, path), join(root, path), { recursive: true })
    symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction')
    for (const { folder } of layers)
      plant({
        [`${folder}/planted.ts`]: `import { x } from 'not-a-known-one'\nexport const a   = x\n`,
      })
    plant({ 'src/kernel/page.ts': `export const title: string = document.title\n` })
    plant({
      'src/ui/page.ts': `import { env } from 'node:process'\nexport const home: number = env\n`,
    })
    plant({
      'src/app/pending.ts': `const wait = async () => 1\nexport const go = () => { wait() }\n`,
    })
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  test('format: a file that is not formatted', { timeout: TOOL_LIMIT_MS }, async () => {
    expect(await checks.formatStep(world(), ['src/kernel'])).toMatchObject({ passed: 0, failed: 1 })
  })

  test('format: no file at all', { timeout: TOOL_LIMIT_MS }, async () => {
    const nothing = await checks.formatStep(world(), ['docs'])
    expect(nothing).toMatchObject({ failed: 1, note: expect.stringContaining('examined nothing') })
  })

  test.each([
    ['tsconfig.pure.json', 'a pure layer reads the DOM', /src\/kernel\/page\.ts.*'document'/],
    ['tsconfig.page.json', 'a page reads Node', /src\/ui\/page\.ts.*'node:process'/],
    ['tsconfig.node.json', 'a text becomes a number', /src\/ui\/page\.ts.*'number'/],
  ])('types %s: %s', { timeout: TOOL_LIMIT_MS }, async (config, _fault, shown) => {
    const log = vi.spyOn(console, 'log').mockReturnValue(undefined)
    expect(await checks.typesStep(world(), config)).toMatchObject({ passed: 0, failed: 1 })
    expect(log.mock.calls.join('\n')).toMatch(shown)
    log.mockRestore()
  })

  test('lint: a forbidden import in each layer, and a promise nobody waits for', {
    timeout: TOOL_LIMIT_MS,
  }, async () => {
    const shown: string[] = []
    vi.mocked(process.stdout.write).mockImplementation((chunk) => shown.push(String(chunk)) > 0)
    expect(await checks.lintStep(world(), ['src', 'electron'])).toMatchObject({ failed: 1 })
    const output = shown.join('')
    for (const { folder } of layers) expect(output).toContain(`${folder}/planted.ts`)
    expect(output).toContain('no-floating-promises')
  })

  test('lint: no file at all', { timeout: TOOL_LIMIT_MS }, async () => {
    mkdirSync(join(root, 'empty'))
    const nothing = await checks.lintStep(world(), ['empty'])
    expect(nothing).toMatchObject({ failed: 1, note: expect.stringContaining('examined nothing') })
  })

  test('dead code: a file and an export that nobody uses', { timeout: TOOL_LIMIT_MS }, async () => {
    const shown: string[] = []
    vi.mocked(process.stdout.write).mockImplementation((chunk) => shown.push(String(chunk)) > 0)
    expect(await checks.deadCodeStep(world())).toMatchObject({ passed: 0, failed: 1 })
    expect(shown.join('')).toContain('src/app/pending.ts')
  })
})

describe('the lock check', () => {
  const entry = { version: '1.0.0', optionalDependencies: { 'a-linux': '1.0.0', 'a-win': '1.0.0' } }

  test('names a platform part that the lock leaves out', () => {
    const lock = { packages: { 'node_modules/a': entry, 'node_modules/a-linux': {} } }
    expect(checkLock(lock)).toEqual({ edges: 2, missing: ['node_modules/a wants a-win'] })
  })

  test('finds a part at the level of its owner or above', () => {
    const lock = {
      packages: {
        'node_modules/b/node_modules/@c/a': entry,
        'node_modules/b/node_modules/a-linux': {},
        'node_modules/a-win': {},
        'node_modules/d/node_modules/a-win': {},
      },
    }
    expect(checkLock(lock)).toEqual({ edges: 2, missing: [] })
  })

  test('a part under somebody else does not count', () => {
    const lock = {
      packages: {
        'node_modules/a': entry,
        'node_modules/a-linux': {},
        'node_modules/d/node_modules/a-win': {},
      },
    }
    expect(checkLock(lock).missing).toHaveLength(1)
  })

  test('an empty lock has no edges, which is a failure', () => {
    expect(checkLock({}).edges).toBe(0)
    expect(checks.judge({ code: 0, output: '' }, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  test('a version range is no pin', () => {
    const lock = { packages: { 'node_modules/a': { version: '1.0.1' } } }
    expect(checkPins({ dependencies: { a: '^1.0.0' } }, lock).faults).toHaveLength(1)
    expect(checkPins({ dependencies: { a: '1.0.1' } }, lock)).toEqual({ pins: 1, faults: [] })
  })
})

describe('the bare-import check', () => {
  const stray = (part: 'main' | 'preload' | 'renderer', text: string) =>
    strayImports(part, [{ file: 'out/a.js', text }])

  test('sees every way to import', () => {
    const text = `import 'a'; export * from '@b/c/d'; import('e'); const x = require('f'); import './g.js'`
    expect(bareNames('a.js', text)).toEqual(['a', '@b/c/d', 'e', 'f'])
  })

  test('lets main have Node and the native parts, and nothing else', () => {
    expect(stray('main', `import 'node:fs'; import 'fs/promises'; import 'serialport'`)).toEqual([])
    expect(stray('main', `import { z } from 'zod'`)).toEqual(['out/a.js imports zod'])
  })

  test('lets the preload have Electron only, and the page nothing', () => {
    expect(stray('preload', `require('electron')`)).toEqual([])
    expect(stray('preload', `require('node:fs')`)).toHaveLength(1)
    expect(stray('renderer', `import 'react'`)).toHaveLength(1)
  })
})

describe('counting test runs', () => {
  const counts = { passed: 0, failed: 0, files: 1, skipped: [] }
  const skip = (reason: string) => ({ name: 'a', reason, file: 'a.test.ts' })

  test('a run without tests has failed', () => {
    expect(judgeCounts(counts, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  test('a run that wrote no counts has failed', () => {
    expect(judgeCounts(undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  test('a bad exit that no failure explains is a failure', () => {
    expect(judgeCounts({ ...counts, passed: 3 }, 1)).toMatchObject({ passed: 3, failed: 1 })
    expect(judgeCounts({ ...counts, passed: 3, failed: 2 }, 1)).toMatchObject({ failed: 2 })
  })

  test('only the missing desktop binary is a declared skip', () => {
    const judged = judgeCounts(
      { ...counts, passed: 1, skipped: [skip('no Electron binary'), skip('')] },
      0,
    )
    expect(judged.skips?.map((one) => one.isDeclared)).toEqual([true, false])
  })

  test('a file that cannot be loaded and a fault outside any test count as failures', () => {
    const broken = {
      moduleId: 'a.test.ts',
      errors: () => [new Error('no such file')],
      children: { allSuites: () => [], allTests: () => [] },
    }
    expect(countModules([broken as never], 1)).toMatchObject({ passed: 0, failed: 2, files: 1 })
  })
})
