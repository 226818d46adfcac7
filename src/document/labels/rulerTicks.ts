import type { LabelNode } from '../labelModel.ts'
import { textNode } from './nodes.ts'

/** Room that the rulers take on each edge, with their numbers. */
export const RULER_MARGIN_MM = 5.5
const TICK_MM = 1
const FIVE_TICK_MM = 1.8
const TEN_TICK_MM = 2.6
const NUMBER_MM = 6

/** A tick for each millimetre on all four edges of a label, longer at 5 and 10, with the number at
 *  each 10 on the upper and the left edge. The outermost tick is the edge itself. */
export function rulerTicks(
  { widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number },
  dotsPerMm: number,
): LabelNode[] {
  const nodes: LabelNode[] = []
  // Counted in dots from the far edge: rounding two millimetres apart would run off the label.
  const fromFar = (lengthMm: number, dots: number) =>
    (Math.round(lengthMm * dotsPerMm) - dots) / dotsPerMm
  for (let mm = 0; mm <= widthMm; mm += 1) {
    const xMm = Math.min(mm, fromFar(widthMm, 1))
    const long = tickMm(mm)
    nodes.push(
      tick(xMm, 0, 0, long),
      tick(xMm, fromFar(heightMm, Math.round(long * dotsPerMm)), 0, long),
    )
    if (hasNumber(mm, widthMm)) nodes.push(numberAt(mm, mm - NUMBER_MM / 2, TEN_TICK_MM, 'center'))
  }
  for (let mm = 0; mm <= heightMm; mm += 1) {
    const yMm = Math.min(mm, fromFar(heightMm, 1))
    const long = tickMm(mm)
    nodes.push(
      tick(0, yMm, long, 0),
      tick(fromFar(widthMm, Math.round(long * dotsPerMm)), yMm, long, 0),
    )
    if (hasNumber(mm, heightMm)) nodes.push(numberAt(mm, TEN_TICK_MM + 0.2, mm - 1, 'left'))
  }
  return nodes
}

function tickMm(mm: number): number {
  if (mm % 10 === 0) return TEN_TICK_MM
  return mm % 5 === 0 ? FIVE_TICK_MM : TICK_MM
}

/** Numbers stand clear of the corners. */
function hasNumber(mm: number, lengthMm: number): boolean {
  return mm % 10 === 0 && mm > 0 && mm < lengthMm - NUMBER_MM
}

function tick(xMm: number, yMm: number, widthMm: number, heightMm: number): LabelNode {
  return { kind: 'rule', xMm, yMm, widthMm, heightMm, strokeDots: 1 }
}

function numberAt(mm: number, xMm: number, yMm: number, align: 'left' | 'center'): LabelNode {
  const style = { xMm, yMm, widthMm: NUMBER_MM, sizePt: 6, align } as const
  return textNode(String(mm), style)
}
