import type {
  CanvasRect,
  Column,
  ColumnProperties,
  Content,
  ContentStack,
  ContentText,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js'
import { LINEAR_QUIET_MODULES, linearModules } from '@/document/barcode/linearModules.ts'
import type { PaperDocument, PaperFact } from '@/document/paper/paperDocument.ts'
import { type LabelFonts, loadLabelFonts } from '../print/labelFonts.ts'
import { writePdf } from './pdfSetup.ts'

const EDGE_PT = 36
const PAGE_WIDTH_PT = 595.28
const INNER_PT = PAGE_WIDTH_PT - 2 * EDGE_PT
const MODULE_PT = 0.85
const BARS_PT = 30
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
  return writePdf(definePages(paper, show), fonts)
}

type Show = (text: string) => string

function definePages(paper: PaperDocument, show: Show): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [EDGE_PT, 36, EDGE_PT, 48],
    info: { title: show(`${paper.title} ${paper.no}`) },
    defaultStyle: { fontSize: 9.5, lineHeight: 1 },
    footer: (page, pages) => footer(paper, { page, pages }, show),
    content: [
      head(paper, show),
      factRows(paper.facts, show),
      itemTable(paper, show),
      totalsLine(paper.totals, show),
      ...(paper.footNote === ''
        ? []
        : [{ text: show(paper.footNote), margin: [0, 8, 0, 0] as Margin }]),
      ...(paper.signatures.length === 0 ? [] : [signatureLines(paper.signatures, show)]),
    ],
  }
}

type Margin = [number, number, number, number]

function head(paper: PaperDocument, show: Show): Content {
  const bars = linearModules('code128', paper.no)
  const title: Column = { text: show(paper.title), fontSize: 20, bold: true, width: '*' }
  if (bars === undefined) return { columns: [title, { text: show(paper.no), width: 'auto' }] }
  const rects = Array.from(bars).flatMap((bar, index): CanvasRect[] =>
    bar === '1'
      ? [
          {
            type: 'rect',
            x: index * MODULE_PT,
            y: 0,
            w: MODULE_PT,
            h: BARS_PT,
            color: 'black',
            lineWidth: 0,
          },
        ]
      : [],
  )
  const width = bars.length * MODULE_PT
  return {
    columns: [
      title,
      {
        width,
        stack: [
          { canvas: rects },
          { text: show(paper.no), alignment: 'center', margin: [0, 1, 0, 0] },
        ],
      },
    ],
    columnGap: LINEAR_QUIET_MODULES * MODULE_PT,
  }
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

function itemTable(paper: PaperDocument, show: Show): Content {
  const shares = paper.columns.reduce((sum, { share }) => sum + share, 0)
  // The cells' own padding and the lines come on top of the widths.
  const free = INNER_PT - paper.columns.length * 8 - (paper.columns.length + 1) * 0.5
  const titles = paper.columns.map(
    ({ title, align }): TableCell => ({
      text: show(title),
      bold: true,
      alignment: align,
      fillColor: '#eeeeee',
    }),
  )
  const rows = paper.rows.map((row) =>
    paper.columns.map(
      ({ align }, index): TableCell => ({
        text: show(row[index] ?? ''),
        wordBreak: LONG_WORD.test(row[index] ?? '') ? 'break-all' : 'normal',
        alignment: align,
      }),
    ),
  )
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: paper.columns.map(({ share }) => (free * share) / shares),
      body: [titles, ...rows],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => '#888888',
      vLineColor: () => '#888888',
    },
  }
}

function totalsLine(totals: readonly PaperFact[], show: Show): Content {
  const parts = totals.flatMap(([label, value], index): Content[] => [
    { text: `${index > 0 ? '      ' : ''}${show(label)} `, color: GREY },
    { text: show(value), bold: true, fontSize: 11 },
  ])
  return { text: parts, alignment: 'right', margin: [0, 8, 0, 0], preserveLeadingSpaces: true }
}

function signatureLines(signatures: readonly string[], show: Show): Content {
  return {
    unbreakable: true,
    margin: [0, 40, 0, 0],
    columns: signatures.map((words): ContentStack & ColumnProperties => ({
      width: INNER_PT / Math.max(2, signatures.length),
      stack: [
        { text: show(words) },
        {
          canvas: [{ type: 'line', x1: 70, y1: 0, x2: INNER_PT / 2 - 30, y2: 0, lineWidth: 0.7 }],
        },
      ],
    })),
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
