import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { cellText } from '@/domain/dataImport/tableFile.ts'
import { readTable } from './readTable.ts'

const HARD = '䶮㐂𠮷€·あ'
const TEXT = `编号,名称\r\n1,${HARD}\r\n2,"带,逗号"\r\n`

const utf8 = (text: string) => new TextEncoder().encode(text)
const cells = async (bytes: Uint8Array) => {
  const table = await readTable(bytes, 'a.csv')
  return table.rows.map((row) => row.cells.map(cellText))
}

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with BOM', iconv.encode(TEXT, 'utf8', { addBOM: true })],
    ['UTF-16LE', iconv.encode(TEXT, 'utf16le', { addBOM: true })],
    ['UTF-16BE', iconv.encode(TEXT, 'utf16be', { addBOM: true })],
    ['UTF-16LE', iconv.encode(TEXT, 'utf16le')],
    ['UTF-16BE', iconv.encode(TEXT, 'utf16be')],
    ['GB18030', iconv.encode(TEXT, 'gb18030')],
  ])('%s is found out and every character comes back', async (encoding, bytes) => {
    const table = await readTable(bytes, 'a.csv')
    expect(table.encoding).toBe(encoding)
    expect(await cells(bytes)).toEqual([
      ['编号', '名称'],
      ['1', HARD],
      ['2', '带,逗号'],
    ])
  })

  it('䶮 is read from the bytes FE 9F, which some GBK tables lose', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a,b\n1,'),
      Buffer.from([0xfe, 0x9f]),
      Buffer.from('\n'),
    ])
    expect(await cells(bytes)).toEqual([
      ['a', 'b'],
      ['1', '䶮'],
    ])
  })

  it('a UTF-8 row in a GB18030 file is marked, and the other way round', async () => {
    const line = (encoding: string, text: string) => iconv.encode(`${text}\n`, encoding)
    const rows = ['编号,名称', '一,十月的书', '二,十一月的书', '三,十二月的书']
    for (const [most, one] of [
      ['gb18030', 'utf8'],
      ['utf8', 'gb18030'],
    ] as const) {
      const bytes = Buffer.concat(rows.map((text, i) => line(i === 2 ? one : most, text)))
      const table = await readTable(bytes, 'a.csv')
      expect(table.rows.map((row) => row.undecodable ?? false)).toEqual([false, false, true, false])
      expect(table.rows.at(-1)?.cells).toEqual(['三', '十二月的书'])
    }
  })

  it('a file cut inside a character or inside quotes is marked at its last row', async () => {
    for (const encoding of ['gb18030', 'utf8']) {
      const bytes = iconv.encode('a,b\n1,"好书', encoding).subarray(0, -1)
      const table = await readTable(bytes, 'a.csv')
      expect(table.cutOff).toBe(true)
      expect(table.rows.map((row) => row.cutOff ?? false)).toEqual([false, true])
    }
    expect((await readTable(utf8('a,b\n1,"x'), 'a.csv')).cutOff).toBe(true)
    expect((await readTable(utf8('a,b\n1,"x"'), 'a.csv')).cutOff).toBeUndefined()
  })
})

describe('text with separators', () => {
  it.each([',', ';', '\t'] as const)('the separator %j is found out', async (delimiter) => {
    const text = `a${delimiter}b${delimiter}c\n1,5;2${delimiter}"x${delimiter}y"${delimiter}z\n`
    const table = await readTable(utf8(text.replace('1,5;2', '1')), 'a.csv')
    expect(table.delimiter).toBe(delimiter)
    expect(table.rows[1]?.cells).toEqual(['1', `x${delimiter}y`, 'z'])
  })

  it('mixed line ends separate records; line feeds in quotes do not count', async () => {
    expect(await cells(utf8('a,b\r\n1,"x\ny"\n2,z\r3,w'))).toEqual([
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'z'],
      ['3', 'w'],
    ])
  })

  it('="…" stays one cell, bare and in quotes', async () => {
    expect(await cells(utf8('a,b\n="12",x\n"=""34""",y\n'))).toEqual([
      ['a', 'b'],
      ['="12"', 'x'],
      ['="34"', 'y'],
    ])
  })

  it('a round trip of the bytes has one fingerprint', async () => {
    const one = await readTable(utf8(TEXT), 'a.csv')
    const two = await readTable(utf8(TEXT), 'b.csv')
    expect(one.sha256).toBe(two.sha256)
    expect(one.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('what is no table', () => {
  it.each([
    ['emptyFile', new Uint8Array()],
    ['emptyFile', utf8('\ufeff \r\n')],
    ['notATable', utf8('<html><table><tr><td>订单号</td></tr></table></html>')],
    ['notATable', utf8('<?xml version="1.0"?><Workbook/>')],
    ['notATable', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
    ['notATable', utf8('%PDF-1.7')],
    ['notATable', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
    ['notATable', Uint8Array.from({ length: 4096 }, (_, i) => (i % 3 === 0 ? 0 : i % 256))],
    ['brokenWorkbook', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3])],
  ])('is refused as %s', async (code, bytes) => {
    const table = await readTable(bytes, 'a.xls')
    expect(table.refusal?.code).toBe(code)
    expect(table.rows).toEqual([])
  })
})
