import type { CanvasElement, Content } from 'pdfmake/interfaces.js'
import type { DotOp } from '@/document/dotOp.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import { THRESHOLD_DEFAULT } from '@/document/printerProfile.ts'
import { writePdf } from '../documents/pdfSetup.ts'
import type { LabelFonts } from './labelFonts.ts'
import { type LabelImages, noImages } from './labelImages.ts'
import { imagePng } from './imagePng.ts'

const PT_PER_MM = 72 / 25.4
type GlyphsOp = Extract<DotOp, { kind: 'glyphs' }>

export interface LabelPage {
  readonly label: Pick<LabelModel, 'widthMm' | 'heightMm'>
  readonly ops: readonly DotOp[]
  readonly dotsPerMm: number
}

interface PdfMeans extends LabelFonts {
  readonly images?: LabelImages
}

/** Labels as a PDF, one page each, from the same ops as the paper: bars stay on whole dots. All pages have
 *  the size of the first. They are taken one after the other: a long paper's ops need not be held. */
export async function renderLabelPdf(
  pages: Iterable<LabelPage>,
  fonts: PdfMeans,
): Promise<Uint8Array> {
  let size: LabelPage['label'] | undefined
  const content: Content[] = []
  for (const page of pages) {
    const stack = pageContent(page, fonts)
    content.push(size ? { stack, pageBreak: 'before' } : { stack })
    size ??= page.label
  }
  if (size === undefined) throw new Error('no label to write')
  const pageSize = { width: size.widthMm * PT_PER_MM, height: size.heightMm * PT_PER_MM }
  return writePdf({ pageSize, pageMargins: 0, content }, fonts)
}

function pageContent({ ops, dotsPerMm }: LabelPage, means: PdfMeans): Content[] {
  const pt = PT_PER_MM / dotsPerMm
  const bars = barsOf(ops, pt)
  const words = ops.flatMap((op): Content[] =>
    op.kind === 'glyphs' ? [typeOf(op, pt, means)] : [],
  )
  const pictures = ops.flatMap((op): Content[] => {
    if (op.kind !== 'image') return []
    const { images = noImages } = means
    const dots = images.dots({ ...op, threshold: THRESHOLD_DEFAULT })
    const at = { x: op.x * pt, y: op.y * pt }
    const size = { width: op.w * pt, height: op.h * pt }
    return [{ image: imagePng(dots, op.w, op.h), ...size, absolutePosition: at }]
  })
  const canvas = bars === '' ? [] : [inkOf(bars)]
  return [...pictures, { canvas, absolutePosition: { x: 0, y: 0 } }, ...words]
}

/** All black rectangles of a page as one path: as shapes of their own, each with its colour and line settings,
 *  they held a hundred megabytes in a paper of a thousand labels. */
function barsOf(ops: readonly DotOp[], pt: number): string {
  const show = (dots: number) => String(Math.round(dots * pt * 1e3) / 1e3)
  return ops
    .map((op) => {
      if (op.kind !== 'fill') return ''
      const [left, top, right] = [op.x, op.y, op.x + op.w].map(show)
      return `M${left} ${top}H${right}V${show(op.y + op.h)}H${left}Z`
    })
    .join('')
}

/** The package draws paths of any shape; its type declarations know of four shapes only. */
function inkOf(d: string): CanvasElement {
  const path = { type: 'path', d, color: 'black' }
  return path as unknown as CanvasElement
}

function typeOf(op: GlyphsOp, pt: number, { faces }: PdfMeans): Content {
  const { ascent } = faces[op.face ?? 0] ?? faces[0]
  return {
    text: op.text,
    fontSize: op.sizePx * pt,
    bold: op.weight === 700,
    noWrap: true,
    lineHeight: 1,
    // The writer puts a line's top where the face's own ascent begins.
    absolutePosition: { x: op.x * pt, y: (op.baseline - op.sizePx * ascent) * pt },
  }
}
