import { describe, expect, it } from 'vitest'
import { readTable } from '@/station/files/readTable.ts'
import { minimalWorkbook } from './driver/minimalWorkbook.ts'

describe('workbooks', () => {
  it('cells keep their kind; hidden sheets are left out; a merged title is told once', async () => {
    const bytes = minimalWorkbook([
      { name: '参数', hidden: true, rows: [['不导入']] },
      {
        name: '订单',
        merge: 'A1:C1',
        rows: [
          ['十一月'],
          [],
          ['a', 'b', 'c', 'd'],
          [
            { number: 6.5 },
            { number: 46_325.38263889, style: 'day' },
            { formula: '1+1', result: 2 },
          ],
          [{ rich: ['加', '急'] }, '<b>', '\t12'],
        ],
      },
    ])
    const table = await readTable(bytes, 'a.xlsx')
    expect(table).toMatchObject({ encoding: 'XLSX', sheet: '订单', otherSheets: ['参数'] })
    expect(table.rows.map((row) => row.row)).toEqual([1, 2, 3, 4, 5])
    expect(table.rows[0]?.cells.filter((cell) => cell !== '')).toEqual(['十一月'])
    expect(table.rows[3]?.cells).toEqual([
      { kind: 'number', value: 6.5 },
      { kind: 'moment', text: '2026-10-30 09:11:00' },
      { kind: 'formula', formula: '1+1', result: 2 },
    ])
    expect(table.rows[4]?.cells).toEqual(['加急', '<b>', '\t12'])
  })

  it.each([
    ['a macro', { 'xl/vbaProject.bin': 'x' }],
    ['a link to another workbook', { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }],
    [
      'an entity',
      { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst/>' },
    ],
  ])('%s is refused', async (_what, extra) => {
    const table = await readTable(minimalWorkbook([{ name: 'a', rows: [['x']] }], extra), 'a.xlsx')
    expect(table.refusal?.code).toBe('activeContent')
  })

  it('a damaged archive is told as broken', async () => {
    const bytes = minimalWorkbook([{ name: 'a', rows: [['x'.repeat(5_000)]] }])
    bytes.fill(0xff, 60, 400)
    expect((await readTable(bytes, 'a.xlsx')).refusal?.code).toBe('brokenWorkbook')
  })

  it('the answer is plain data that goes over the bridge', async () => {
    const table = await readTable(
      minimalWorkbook([{ name: 'a', rows: [['x', { number: 1 }]] }]),
      'a',
    )
    expect(JSON.parse(JSON.stringify(table))).toEqual(table)
  })
})
