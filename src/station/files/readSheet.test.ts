import { describe, expect, it } from 'vitest'
import { readSheet } from './readSheet.ts'
import { readWorkbookParts, type WorkbookParts } from './workbookParts.ts'
import { plainText, richText } from './workbookXml.ts'

const parts: WorkbookParts = {
  sheets: [],
  strings: ['共享', '字'],
  isCalendar: [false, true],
  from1904: false,
}
const cellsOf = (cells: string, more: Partial<WorkbookParts> = {}) =>
  readSheet(`<sheetData><row r="4">${cells}</row></sheetData>`, { ...parts, ...more }, 10)[0]?.cells

describe('the cells of a sheet', () => {
  it.each([
    ['<c r="A4" t="s"><v>1</v></c>', '字'],
    ['<c r="A4" t="inlineStr"><is><r><t>加</t></r><r><t>急</t></r></is></c>', '加急'],
    ['<c r="A4"><v>2.5</v></c>', { kind: 'number', value: 2.5 }],
    ['<c r="A4"><v>6.99052553174935E+18</v></c>', { kind: 'number', value: 6.99052553174935e18 }],
    ['<c r="A4" s="1"><v>46325.38263889</v></c>', { kind: 'moment', text: '2026-10-30 09:11:00' }],
    ['<c r="A4" s="1"><v>0.5</v></c>', { kind: 'number', value: 0.5 }],
    ['<c r="A4" t="b"><v>1</v></c>', 'TRUE'],
    ['<c r="A4" t="e"><v>#N/A</v></c>', '#N/A'],
    [
      '<c r="A4" t="d"><v>2026-10-30T09:11:00</v></c>',
      { kind: 'moment', text: '2026-10-30 09:11:00' },
    ],
    ['<c r="A4"><f>A1&amp;B1</f><v>2</v></c>', { kind: 'formula', formula: 'A1&B1', result: 2 }],
    [
      '<c r="A4" t="str"><f>X()</f><v>字</v></c>',
      { kind: 'formula', formula: 'X()', result: '字' },
    ],
    ['<x:c r="A4" t="s"><x:v>0</x:v></x:c>', '共享'],
    ['<c r="A4"/>', ''],
  ])('%s', (xml, cell) => {
    expect(cellsOf(xml)).toEqual([cell])
  })

  it('cells that are left out are empty, and columns go past Z', () => {
    expect(cellsOf('<c r="C4" t="s"><v>0</v></c>')).toEqual(['', '', '共享'])
    expect(cellsOf('<c r="AB4" t="s"><v>0</v></c>')).toHaveLength(28)
    expect(cellsOf('<c t="s"><v>0</v></c><c t="s"><v>1</v></c>')).toEqual(['共享', '字'])
  })

  it('a file whose days count from 1904 tells the same days', () => {
    expect(cellsOf('<c r="A4" s="1"><v>44863.5</v></c>', { from1904: true })).toEqual([
      { kind: 'moment', text: '2026-10-30 12:00:00' },
    ])
  })

  it('rows keep their number, and reading stops one above the limit', () => {
    const xml = '<row r="2"/><row/><row r="9"><c r="A9" t="s"><v>0</v></c></row>'
    expect(readSheet(xml, parts, 10).map((row) => row.row)).toEqual([2, 3, 9])
    expect(readSheet(xml, parts, 1)).toHaveLength(2)
  })
})

describe('the text of a workbook', () => {
  it('references are resolved, escapes of the format too', () => {
    expect(plainText('&lt;b&gt; &amp; &quot;&apos; &#20070;&#x4E66; &other;')).toBe(
      '<b> & "\' 书书 &other;',
    )
    expect(richText('<t>a_x000D_b</t>')).toBe('a\rb')
  })

  it('how a word is spoken is left out', () => {
    expect(richText('<t>書</t><rPh sb="0" eb="1"><t>しょ</t></rPh>')).toBe('書')
  })

  it('formats with days are told from formats with letters', () => {
    const format = (id: number, code: string) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`
    const xml = `<numFmts>${format(164, 'yyyy\\-mm\\-dd')}${format(165, '0.00&quot;d&quot;')}${format(166, '[Red]0')}${format(167, '[h]:mm')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>`
    const bytes = (text: string) => new TextEncoder().encode(text)
    const read = readWorkbookParts(
      new Map([
        [
          'xl/workbook.xml',
          bytes(
            '<workbook><sheets><sheet name="a" sheetId="1" state="veryHidden" r:id="r1"/></sheets></workbook>',
          ),
        ],
        [
          'xl/_rels/workbook.xml.rels',
          bytes('<Relationships><Relationship Id="r1" Target="/xl/s.xml"/></Relationships>'),
        ],
        ['xl/styles.xml', bytes(xml)],
      ]),
    )
    expect(read?.isCalendar).toEqual([false, true, true, false, false, true])
    expect(read?.sheets).toEqual([{ name: 'a', hidden: true, entry: 'xl/s.xml' }])
    expect(readWorkbookParts(new Map())).toBeNull()
  })
})
