import type { DotOp } from './dotOp.ts'
import { faceRuns, type FontMetrics, textWidth } from './fontFacts.ts'
import type { FontWeight } from './labelModel.ts'

/** Where the baseline of Chinese type lies below the top of its square. */
export const BASELINE_SHARE = 0.88

export interface TypeLine {
  readonly x: number
  readonly baseline: number
  readonly sizePx: number
  readonly weight: FontWeight
  readonly text: string
}

/** One line of type as ops, one for each run in another face; whole dots. */
export function glyphOps(line: TypeLine, metrics: FontMetrics): DotOp[] {
  const { sizePx, weight, baseline } = line
  let x = line.x
  return faceRuns(line.text, metrics).map(({ text, face }): DotOp => {
    const op = { kind: 'glyphs', x: Math.round(x), baseline, sizePx, weight, text } as const
    x += textWidth(text, sizePx, weight, metrics)
    return face === 0 ? op : { ...op, face }
  })
}
