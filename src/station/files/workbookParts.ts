import { attributesOf, elementsOf, firstElement, plainText, richText } from './workbookXml.ts'

/** The unpacked entries of a workbook by name. */
export type WorkbookEntries = ReadonlyMap<string, Uint8Array>

export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly entry: string
}

/** What the cells of all sheets refer to. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly strings: readonly string[]
  /** Whether a cell style shows a calendar value, by style number. */
  readonly isCalendar: readonly boolean[]
  /** Days are counted from 1904 in files of old Macs. */
  readonly from1904: boolean
}

/** Number formats of the standard that show days or times. */
const CALENDAR_FORMATS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]

/** Reads what a workbook's sheets share; null when it has no sheets. */
export function readWorkbookParts(entries: WorkbookEntries): WorkbookParts | null {
  const root = 'xl/workbook.xml'
  const book = entryText(entries, root)
  const targets = new Map<string, string>()
  for (const { head } of elementsOf(
    entryText(entries, 'xl/_rels/workbook.xml.rels'),
    'Relationship',
  )) {
    const { Id = '', Target = '' } = attributesOf(head)
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  }
  const sheets = [...elementsOf(book, 'sheet')].map(({ head }): SheetPart => {
    const found = attributesOf(head)
    const id = Object.entries(found).find(([name]) => /(?:^|:)id$/.test(name) && name !== 'sheetId')
    const hidden = found.state !== undefined && found.state !== 'visible'
    return { name: found.name ?? '', hidden, entry: targets.get(id?.[1] ?? '') ?? '' }
  })
  if (sheets.length === 0) return null
  const from1904 = /date1904\s*=\s*["'](?:1|true)/.test(book)
  return { sheets, strings: readStrings(entries), isCalendar: readStyles(entries), from1904 }
}

/** The text of an entry, empty when it is not there. */
export function entryText(entries: WorkbookEntries, name: string): string {
  const bytes = entries.get(name)
  return bytes ? new TextDecoder().decode(bytes) : ''
}

function readStrings(entries: WorkbookEntries): string[] {
  const xml = entryText(entries, 'xl/sharedStrings.xml')
  return Array.from(elementsOf(xml, 'si'), ({ inner }) => richText(inner))
}

function readStyles(entries: WorkbookEntries): boolean[] {
  const xml = entryText(entries, 'xl/styles.xml')
  const custom = new Map<number, string>()
  for (const { head } of elementsOf(xml, 'numFmt')) {
    const { numFmtId, formatCode = '' } = attributesOf(head)
    custom.set(Number(numFmtId), plainText(formatCode))
  }
  const formats = firstElement(xml, 'cellXfs')
  return Array.from(elementsOf(formats?.inner ?? '', 'xf'), ({ head }) => {
    const id = Number(attributesOf(head).numFmtId ?? 0)
    const code = custom.get(id)
    if (code !== undefined) return isCalendarFormat(code)
    return CALENDAR_FORMATS.some(([low, high]) => id >= low && id <= high)
  })
}

/** Letters of days and times outside quotes, escapes, colours and conditions: `yyyy\-mm\-dd`, not `"d"0`. */
function isCalendarFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare)
}
