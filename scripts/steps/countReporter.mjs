// Counts what vitest ran and writes it to the file named by PACKLINE_COUNTS.
// A test file that could not even be loaded has no tests: its error counts as one failure, or a broken
// import would make the run greener.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'

/** Counts finished test modules.
 *  @param {readonly import('vitest/node').TestModule[]} modules @param {number} unhandled
 *  @returns {{ passed: number, failed: number, files: number,
 *    skipped: { name: string, reason: string, file: string }[] }} */
export function countModules(modules, unhandled) {
  /** @type {ReturnType<typeof countModules>} */
  const counts = { passed: 0, failed: unhandled, files: modules.length, skipped: [] }
  for (const module of modules) {
    counts.failed += module.errors().length
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length
    for (const test of module.children.allTests()) {
      const result = test.result()
      if (result.state === 'passed') counts.passed += 1
      else if (result.state === 'skipped')
        counts.skipped.push({
          name: test.fullName,
          reason: result.note ?? '',
          file: relative(process.cwd(), module.moduleId),
        })
      else counts.failed += 1
    }
  }
  return counts
}

export default class CountReporter {
  /** @param {readonly import('vitest/node').TestModule[]} modules @param {readonly unknown[]} unhandled */
  onTestRunEnd(modules, unhandled) {
    const path = process.env.PACKLINE_COUNTS
    if (path) writeFileSync(path, JSON.stringify(countModules(modules, unhandled.length)))
  }
}
