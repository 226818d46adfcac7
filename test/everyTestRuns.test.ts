import { matchesGlob } from 'node:path'
import { describe, expect, test } from 'vitest'
import config from '../vitest.config.ts'
import { readSources, TEST_FILE } from './guards/sourceFiles.ts'

interface Project {
  readonly name: string
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

function readProjects(): Project[] {
  return (config.test?.projects ?? []).flatMap((project) => {
    const own = typeof project === 'object' && 'test' in project ? project.test : undefined
    if (!own || !isTexts(own.include)) return []
    const exclude = isTexts(own.exclude) ? own.exclude : []
    return [{ name: typeof own.name === 'string' ? own.name : '', include: own.include, exclude }]
  })
}

/** The projects that run a test file. */
const runnersOf = (path: string, projects: readonly Project[]) =>
  projects
    .filter(({ include }) => include.some((glob) => matchesGlob(path, glob)))
    .filter(({ exclude }) => !exclude.some((glob) => matchesGlob(path, glob)))
    .map(({ name }) => name)

describe('every test file', () => {
  test('is run by exactly one project', () => {
    const files = readSources(['src', 'electron', 'test', 'scripts'], TEST_FILE)
    const runs = files.map(
      ({ path }) => `${path}: ${runnersOf(path, readProjects()).join(' and ')}`,
    )
    expect(runs.filter((run) => !/: (?:node|browser|world|world-alone)$/.test(run))).toEqual([])
    expect(files.length).toBeGreaterThan(0)
  })

  test('that no project includes is caught', () => {
    expect(runnersOf('test/nowhere/a.test.ts', readProjects())).toEqual([])
    expect(runnersOf('src/kernel/a.test.ts', readProjects())).toEqual(['node'])
    expect(runnersOf('src/ui/a.browser.test.ts', readProjects())).toEqual(['browser'])
  })
})
