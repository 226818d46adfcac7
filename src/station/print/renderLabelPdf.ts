import type { CanvasRect, Content } from 'pdfmake/interfaces.js'
import type { DotOp } from '@/document/dotOp.ts'
import type { LabelModel } from '@/document/labelModel.ts'
import { writePdf } from '../documents/pdfSetup.ts'
import type { FontFiles } from './labelFonts.ts'

const PT_PER_MM = 72 / 25.4
/** Height of the line box above the baseline as pdfmake sets this font, as a share of its size. */
const ASCENT_SHARE = 1.16

export interface LabelPage {
  readonly label: Pick<LabelModel, 'widthMm' | 'heightMm'>
  readonly ops: readonly DotOp[]
  readonly dotsPerMm: number
}

/** Labels as a PDF, one page each, from the same ops as the paper: bars stay on whole dots. */
export async function renderLabelPdf(
  pages: readonly LabelPage[],
  fontFiles: FontFiles,
): Promise<Uint8Array> {
  const [first] = pages
  if (first === undefined) throw new Error('no label to write')
  const { widthMm, heightMm } = first.label
  const content = pages.map(
    (page, index): Content => ({
      stack: pageContent(page),
      ...(index > 0 ? { pageBreak: 'before' as const } : {}),
    }),
  )
  const pageSize = { width: widthMm * PT_PER_MM, height: heightMm * PT_PER_MM }
  return writePdf({ pageSize, pageMargins: 0, content }, fontFiles)
}

function pageContent({ ops, dotsPerMm }: LabelPage): Content[] {
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
    op.kind === 'glyphs'
      ? [
          {
            text: op.text,
            fontSize: op.sizePx * pt,
            bold: op.weight === 700,
            noWrap: true,
            lineHeight: 1,
            absolutePosition: { x: op.x * pt, y: (op.baseline - op.sizePx * ASCENT_SHARE) * pt },
          },
        ]
      : [],
  )
  return [{ canvas: bars, absolutePosition: { x: 0, y: 0 } }, ...words]
}
