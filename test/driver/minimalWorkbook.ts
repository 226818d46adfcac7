import { strToU8, zipSync } from 'fflate'

/** A cell of a made-up workbook, written as the format wants it. */
export type WorkbookCell =
  | string
  | { number: number; style?: 'day' }
  | { formula: string; result: number }
  | { rich: readonly string[] }

export interface WorkbookSheet {
  readonly name: string
  readonly hidden?: boolean
  readonly merge?: string
  readonly rows: readonly (readonly WorkbookCell[])[]
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'

/** The bytes of an XLSX file, the same for the same sheets; extra: further entries of the archive. */
export function minimalWorkbook(
  sheets: readonly WorkbookSheet[],
  extra: Readonly<Record<string, string>> = {},
): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(sheetEntry).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELS}">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...extra,
  }
  sheets.forEach((sheet, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet)
  })
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)])
  return zipSync(Object.fromEntries(entries), { mtime: '2026-01-02T00:00:00Z' })
}

function sheetEntry(sheet: WorkbookSheet, i: number): string {
  const state = sheet.hidden ? ' state="hidden"' : ''
  return `<sheet name="${escape(sheet.name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`
}

function sheetXml(sheet: WorkbookSheet): string {
  const rows = sheet.rows.map((cells, y) => {
    const inner = cells.map((cell, x) => cellXml(cell, `${columnName(x)}${y + 1}`)).join('')
    return `<row r="${y + 1}">${inner}</row>`
  })
  const merge = sheet.merge
    ? `<mergeCells count="1"><mergeCell ref="${sheet.merge}"/></mergeCells>`
    : ''
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${merge}</worksheet>`
}

function cellXml(cell: WorkbookCell, ref: string): string {
  if (typeof cell === 'string') return inline(ref, text(cell))
  if ('rich' in cell) return inline(ref, cell.rich.map((part) => `<r>${text(part)}</r>`).join(''))
  if ('formula' in cell)
    return `<c r="${ref}"><f>${escape(cell.formula)}</f><v>${cell.result}</v></c>`
  return `<c r="${ref}"${cell.style ? ' s="1"' : ''}><v>${cell.number}</v></c>`
}

function inline(ref: string, inner: string): string {
  return `<c r="${ref}" t="inlineStr"><is>${inner}</is></c>`
}

function text(value: string): string {
  return `<t xml:space="preserve">${escape(value)}</t>`
}

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function columnName(x: number): string {
  return x < 26
    ? String.fromCharCode(65 + x)
    : `${columnName(Math.floor(x / 26) - 1)}${columnName(x % 26)}`
}
