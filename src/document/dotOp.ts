import type { FontWeight } from './labelModel.ts'

/** Whole dots. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** One drawing act in whole dots: black rectangles, runs of type in one face, pictures. `face` counts
 *  along the font chain; 0, the first, is left out. */
export type DotOp =
  | ({ readonly kind: 'fill' } & Rect)
  | {
      readonly kind: 'glyphs'
      readonly x: number
      readonly baseline: number
      readonly sizePx: number
      readonly weight: FontWeight
      readonly text: string
      readonly face?: number
    }
  | ({ readonly kind: 'image'; readonly imageId: string; readonly dither: boolean } & Rect)

/** A label as dots: 1 = black, the leftmost dot in the highest bit, rows padded with white. */
export interface Bitmap {
  readonly widthDots: number
  readonly heightDots: number
  readonly bytesPerRow: number
  readonly bits: Uint8Array
}
