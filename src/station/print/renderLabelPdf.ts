import type { CanvasRect, Content } from 'pdfmake/interfaces.js'
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

/** Labels as a PDF, one page each, from the same ops as the paper: bars stay on whole dots. */
export async function renderLabelPdf(
  pages: readonly LabelPage[],
  fonts: PdfMeans,
): Promise<Uint8Array> {
  const [first] = pages
  if (first === undefined) throw new Error('no label to write')
  const { widthMm, heightMm } = first.label
  const content = pages.map(
    (page, index): Content => ({
      stack: pageContent(page, fonts),
      ...(index > 0 ? { pageBreak: 'before' as const } : {}),
    }),
  )
  const pageSize = { width: widthMm * PT_PER_MM, height: heightMm * PT_PER_MM }
  return writePdf({ pageSize, pageMargins: 0, content }, fonts)
}

function pageContent({ ops, dotsPerMm }: LabelPage, means: PdfMeans): Content[] {
  const pt = PT_PER_MM / dotsPerMm
  const bars = ops.flatMap((op): CanvasRect[] =>
    op.kind === 'fill'
      ? [
          {
            type: 'rect',
            x: op.x * pt,
            y: op.y * pt,
            w: op.w * pt,
            h: op.h * pt,
            color: 'black',
            lineWidth: 0,
          },
        ]
      : [],
  )
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
  return [...pictures, { canvas: bars, absolutePosition: { x: 0, y: 0 } }, ...words]
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
