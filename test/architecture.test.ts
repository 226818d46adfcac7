import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { architectureFaults } from './fixtures/guards/architectureFaults.ts'
import { checkArchitecture, ruleNames } from './guards/architecture.ts'
import { layers } from './guards/layers.ts'
import { lintOverrides } from './guards/lintLayers.ts'
import { CODE_FILE, projectRoot, readSources } from './guards/sourceFiles.ts'

const known = new Set([
  'package.json',
  ...readSources(['src', 'electron', 'test', 'scripts'], /./).map((source) => source.path),
])

describe('the layer table', () => {
  test('every import of the product obeys it', () => {
    const checked = checkArchitecture(readSources(['src', 'electron'], CODE_FILE), known)
    expect(checked.breaches.map((breach) => breach.text)).toEqual([])
    expect(checked.files, 'no file was read').toBeGreaterThan(0)
    expect(checked.imports, 'no import was found').toBeGreaterThan(0)
  })

  test('the linter says the same (npm run docs:lint writes it)', () => {
    const config: unknown = JSON.parse(readFileSync(join(projectRoot, '.oxlintrc.json'), 'utf8'))
    expect(config).toHaveProperty('overrides', lintOverrides(layers))
  })

  test.each(architectureFaults)('a planted fault is caught: $rule', ({ rule, files }) => {
    const sources = Object.entries(files).map(([path, text]) => ({ path, text }))
    const checked = checkArchitecture(
      sources.filter(({ path }) => !path.startsWith('test/')),
      new Set(Object.keys(files)),
    )
    expect(new Set(checked.breaches.map((breach) => breach.rule))).toContain(rule)
  })

  test('every rule has a planted fault', () => {
    expect([...new Set(architectureFaults.map((fault) => fault.rule))].sort()).toEqual(
      [...ruleNames].sort(),
    )
  })

  test('a file without a fault passes', () => {
    const files = {
      'src/app/a.ts': `import { b } from '@/kernel/b.ts'\nimport { c } from './c.ts'\nexport const a = b + c`,
      'src/app/c.ts': 'export const c = 1',
      'src/kernel/b.ts': 'export const b = 1',
    }
    const sources = Object.entries(files).map(([path, text]) => ({ path, text }))
    expect(checkArchitecture(sources, new Set(Object.keys(files))).breaches).toEqual([])
  })

  test('a file that does not parse is a fault, not a clean file', () => {
    const broken = [{ path: 'src/kernel/a.ts', text: 'export const = 1' }]
    expect(() => checkArchitecture(broken, new Set())).toThrow(/does not parse/)
  })
})
