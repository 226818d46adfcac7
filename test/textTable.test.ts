import { describe, expect, it } from 'vitest'
import { columnsOf, textTable } from '../scripts/textTable.ts'

describe('a table for a terminal', () => {
  it('has its columns one below the other, whatever stands in them', () => {
    const rows = [
      ['goods.csv', 2, '重量g', 'IMP-303 数字里带单位“kg”'],
      ['2026年11月 供应商.csv', '', 'Name\u202e\n', 'IMP-207 …'],
      ['𠮷 ＡＢ😀.csv', 104, '', 'IMP-001'],
    ]
    const lines = textTable(['file', 'row', 'column', 'what'], rows).split('\n')
    expect(lines).toHaveLength(4)
    const starts = lines.map((line) => columnsOf(line.slice(0, line.search(/what|IMP-/))))
    expect(new Set(starts).size).toBe(1)
  })
})
