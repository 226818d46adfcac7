import type {
  Column,
  ColumnProperties,
  Content,
  ContentStack,
  ContentText,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js'
import { textWidth } from '@/document/fontFacts.ts'
import type { PaperColumn, PaperDocument, PaperFact } from '@/document/paper/paperDocument.ts'
import { type LabelFonts, loadLabelFonts } from '../print/labelFonts.ts'
import { paperCode } from './paperCode.ts'
import { writePdf } from './pdfSetup.ts'

const EDGE_PT = 36
const PAGE_WIDTH_PT = 595.28
const INNER_PT = PAGE_WIDTH_PT - 2 * EDGE_PT
const PT_PER_MM = 72 / 25.4
/** The code of the paper itself, beside its title. */
const NO_CODE = { roomPt: 300, heightPt: 30 }
/** Bars in a row of a table. */
const CELL_BARS_PT = 15
/** Room of a cell beside its words, and a line of the table. */
const CELL_PADDING_PT = 8
const LINE_PT = 0.5
const TEXT_PT = 9.5
/** Of a column: English ones are long. */
const HEAD_PT = 8.5
const GREY = '#666666'
const FACTS_IN_ROW = 3
/** A code longer than its column would run into the next one. */
const LONG_WORD = /[\w-]{14}/

/** Sets a paper as an A4 PDF (its text can be searched and copied). A character that the fonts lack is
 *  shown as 〓: dropping it without a word, as the PDF writer would, hides that something is missing. */
export async function renderDocument(
  paper: PaperDocument,
  fonts: LabelFonts = loadLabelFonts(),
): Promise<Uint8Array> {
  const show = (text: string) => printable(text, fonts)
  return writePdf(definePages(paper, fonts, show), fonts)
}

type Show = (text: string) => string

function definePages(paper: PaperDocument, fonts: LabelFonts, show: Show): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [EDGE_PT, 36, EDGE_PT, 48],
    info: { title: show(`${paper.title} ${paper.no}`) },
    defaultStyle: { fontSize: TEXT_PT, lineHeight: 1 },
    footer: (page, pages) => footer(paper, { page, pages }, show),
    content: [
      head(paper, show),
      factRows(paper.facts, show),
      itemTable(paper, show),
      totalsLine(paper.totals, show),
      ...(paper.footNote === ''
        ? []
        : [{ text: show(paper.footNote), margin: [0, 8, 0, 0] as Margin }]),
      ...(paper.signatures.length === 0 ? [] : [signatureLines(paper.signatures, fonts, show)]),
    ],
  }
}

type Margin = [number, number, number, number]

function head(paper: PaperDocument, show: Show): Content {
  const code = paperCode(paper.no, NO_CODE)
  const title: Column = { text: show(paper.title), fontSize: 20, bold: true, width: '*' }
  if (!code) return { columns: [title, { text: show(paper.no), width: 'auto' }] }
  const { bars, widthPt: width, quietPt: columnGap } = code
  const no: Content = { text: show(paper.no), alignment: 'center', margin: [0, 1, 0, 0] }
  return { columns: [title, { width, stack: [{ canvas: bars }, no] }], columnGap }
}

function factRows(facts: readonly PaperFact[], show: Show): Content {
  const cells = facts.map(([label, value]): ContentText & ColumnProperties => ({
    text: [
      { text: `${show(label)}  `, color: GREY },
      { text: show(value), bold: true },
    ],
    width: INNER_PT / FACTS_IN_ROW,
    margin: [0, 0, 6, 2],
  }))
  const rows: Content[] = []
  for (let at = 0; at < cells.length; at += FACTS_IN_ROW)
    rows.push({ columns: cells.slice(at, at + FACTS_IN_ROW) })
  return { stack: rows, margin: [0, 8, 0, 8] }
}

function itemTable({ columns, rows, rowMm }: PaperDocument, show: Show): Content {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const free = INNER_PT - columns.length * CELL_PADDING_PT - (columns.length + 1) * LINE_PT
  const widths = columns.map(({ share }) => (free * share) / shares)
  const titles = columns.map(
    ({ title, align }): TableCell => ({
      text: show(title),
      bold: true,
      fontSize: HEAD_PT,
      alignment: align,
      fillColor: '#eeeeee',
    }),
  )
  const cells = rows.map((row, at) =>
    columns.map((column, index) => {
      const words = row[index] ?? ''
      const hasCode = column.form === 'code128' && rows[at - 1]?.[index] !== words
      return cell(words, { column, hasCode, show, roomPt: widths[index] })
    }),
  )
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths,
      body: [titles, ...cells],
      ...(rowMm === undefined
        ? {}
        : { heights: (row: number) => (row === 0 ? 'auto' : rowMm * PT_PER_MM) }),
    },
    layout: {
      hLineWidth: () => LINE_PT,
      vLineWidth: () => LINE_PT,
      hLineColor: () => '#888888',
      vLineColor: () => '#888888',
    },
  }
}

interface CellPlace {
  readonly column: PaperColumn
  readonly hasCode: boolean
  readonly roomPt: number | undefined
  readonly show: Show
}

function cell(words: string, { column, hasCode, roomPt = 0, show }: CellPlace): TableCell {
  const wordBreak = LONG_WORD.test(words) ? 'break-all' : 'normal'
  const text: ContentText = { text: show(words), wordBreak, alignment: column.align }
  // The quiet zone may take the padding of the cell, too.
  const room = { roomPt: roomPt + CELL_PADDING_PT, heightPt: CELL_BARS_PT }
  const code = hasCode && words !== '' ? paperCode(words, room) : null
  if (!code) return text
  const left = (roomPt - code.widthPt) / 2
  const bars: Content = { canvas: code.bars, margin: [left, 2, 0, 1] }
  return { stack: [bars, { ...text, alignment: 'center' }] }
}

function totalsLine(totals: readonly PaperFact[], show: Show): Content {
  const parts = totals.flatMap(([label, value], index): Content[] => [
    { text: `${index > 0 ? '      ' : ''}${show(label)} `, color: GREY },
    { text: show(value), bold: true, fontSize: 11 },
  ])
  return { text: parts, alignment: 'right', margin: [0, 8, 0, 0], preserveLeadingSpaces: true }
}

function signatureLines(
  signatures: readonly string[],
  { metrics }: LabelFonts,
  show: Show,
): Content {
  const width = INNER_PT / Math.max(2, signatures.length)
  return {
    unbreakable: true,
    margin: [0, 40, 0, 0],
    columns: signatures.map((words): ContentStack & ColumnProperties => {
      const x1 = textWidth(words, TEXT_PT, 500, metrics) + 6
      const line = { type: 'line', x1, y1: 0, x2: width - 20, y2: 0, lineWidth: 0.7 } as const
      return { width, stack: [{ text: show(words) }, { canvas: [line] }] }
    }),
  }
}

function footer(
  paper: PaperDocument,
  { page, pages }: { page: number; pages: number },
  show: Show,
): Content {
  const words = paper.pageWords.replace('{page}', String(page)).replace('{pages}', String(pages))
  return {
    columns: [
      { text: show(`${paper.title} ${paper.no}`) },
      { text: show(words), alignment: 'right' },
    ],
    fontSize: 8,
    color: GREY,
    margin: [EDGE_PT, 12, EDGE_PT, 0],
  }
}

function printable(text: string, { glyphs }: LabelFonts): string {
  return Array.from(text, (char) => {
    const point = char.codePointAt(0) ?? 0
    return point <= 0x20 || glyphs.has(point) ? char : '〓'
  }).join('')
}
