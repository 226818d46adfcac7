import type { LabelModel } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { linearNode, textNode } from './nodes.ts'

/** What the bars of a test label say; nobody's code. */
export const TEST_CODE = 'PACKLINE-TEST'

export interface TestLabelFacts {
  /** "Test print", in the language of the warehouse. */
  readonly title: string
  readonly printerName: string
  /** What is loaded. */
  readonly paper: { readonly widthMm: number; readonly heightMm: number }
}

/** Distance of the frame from the edges of the paper. */
const FRAME_MM = 2

/** A label that shows whether a printer prints: a frame 2 mm from each edge, so that a wrong offset is seen,
 *  its name, and bars to be scanned. */
export function testLabel(
  { title, printerName, paper }: TestLabelFacts,
  { dotsPerMm }: Pick<PrinterProfile, 'dotsPerMm'>,
): LabelModel {
  const { widthMm, heightMm } = paper
  const insideMm = widthMm - 2 * FRAME_MM
  const place = { xMm: FRAME_MM + 2, widthMm: insideMm - 4 }
  const bars = linearNode(
    {
      kind: 'code128',
      text: TEST_CODE,
      xMm: FRAME_MM + 1,
      yMm: 18,
      widthMm: insideMm - 2,
      heightMm: 10,
      hri: false,
      align: 'center',
    },
    dotsPerMm,
  )
  return {
    version: 1,
    widthMm,
    heightMm,
    nodes: [
      {
        kind: 'box',
        xMm: FRAME_MM,
        yMm: FRAME_MM,
        widthMm: insideMm,
        heightMm: heightMm - 2 * FRAME_MM,
        strokeDots: 2,
      },
      textNode(title, { ...place, yMm: 4, sizePt: 14, shrinkToPt: 7, weight: 700 }),
      textNode(printerName, { ...place, yMm: 11, sizePt: 9, shrinkToPt: 6, overflow: 'ellipsis' }),
      bars,
    ],
  }
}
