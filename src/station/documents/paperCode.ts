import type { CanvasRect } from 'pdfmake/interfaces.js'
import { LINEAR_QUIET_MODULES, linearModules } from '@/document/barcode/linearModules.ts'

/** Bars of whole dots at 300 dpi, so at 600 and 1200 too; half a millimetre wide at most. */
const DOT_PT = 72 / 300
const MODULE_DOTS = [4, 3, 2]

/** A Code 128 for paper, points. */
export interface PaperCode {
  readonly bars: CanvasRect[]
  readonly widthPt: number
  /** White that must stay on either side. */
  readonly quietPt: number
}

/** The widest Code 128 of a text that fits the room with its quiet zones; null where none does. */
export function paperCode(
  text: string,
  { roomPt, heightPt }: { readonly roomPt: number; readonly heightPt: number },
): PaperCode | null {
  const modules = linearModules('code128', text)
  if (modules === undefined) return null
  const wide = modules.length + 2 * LINEAR_QUIET_MODULES
  const dots = MODULE_DOTS.find((each) => wide * each * DOT_PT <= roomPt)
  if (dots === undefined) return null
  const pt = dots * DOT_PT
  const bars = [...modules.matchAll(/1+/g)].map(({ index, 0: run }): CanvasRect => {
    const place = { x: index * pt, y: 0, w: run.length * pt, h: heightPt }
    return { type: 'rect', ...place, color: 'black', lineWidth: 0 }
  })
  return { bars, widthPt: modules.length * pt, quietPt: LINEAR_QUIET_MODULES * pt }
}
