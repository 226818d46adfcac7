import { expect, test } from 'vitest'
import { helpGroups, helpRows } from './helpRows.ts'
import { createWords } from './i18n.ts'

const rows = helpRows(createWords('en').t)

test('the help begins with the codes of the open screen and leaves none out', () => {
  for (const screen of [null, 'pick', 'import', 'prints'] as const)
    expect(
      helpGroups(rows, screen)
        .flatMap((group) => group.rows)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(rows.map(({ code }) => code))
  const [first, second] = helpGroups(rows, 'pick')
  expect(first?.rows[0]?.code).toBe('PICK-001')
  expect(second?.rows[0]?.code).toMatch(/^SCAN-/)
})

test('no open place of the words is shown as it is written in the code', () => {
  expect(rows.filter(({ words }) => /[{}]/.test(words))).toEqual([])
})
