import type { FontWeight } from './labelModel.ts'

/** Which characters can be drawn at all. */
export interface GlyphSet {
  has(codePoint: number): boolean
}

/** How wide type runs: the advance of one character as a share of the type size. */
export interface FontMetrics {
  advance(codePoint: number, weight: FontWeight): number
  /** Which face of the chain draws it; 0, the first, where left out. */
  readonly face?: (codePoint: number) => number
}

/** A run of type in one face. */
export interface FaceRun {
  readonly text: string
  readonly face: number
}

/** A text cut where the face changes. Blanks stay with what is before them. Example: 王𠮷明 -> 王 | 𠮷 |
 *  明 where only a second face has 𠮷. */
export function faceRuns(text: string, metrics: FontMetrics): FaceRun[] {
  const runs: { text: string; face: number }[] = []
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0
    const last = runs.at(-1)
    const face = char === ' ' && last ? last.face : (metrics.face?.(point) ?? 0)
    if (last?.face === face) last.text += char
    else runs.push({ text: char, face })
  }
  return runs
}

/** The characters of a text that cannot be drawn, each once, in order. Example: 王𫍰𫍰 -> [𫍰]. */
export function missingGlyphs(text: string, glyphs: GlyphSet): string[] {
  const missing = Array.from(text).filter((char) => {
    const point = char.codePointAt(0) ?? 0
    return point > 0x20 && !glyphs.has(point)
  })
  return [...new Set(missing)]
}

/** Width of a text in pixels, without kerning (which only makes it narrower). */
export function textWidth(
  text: string,
  sizePx: number,
  weight: FontWeight,
  metrics: FontMetrics,
): number {
  let width = 0
  for (const char of text) width += metrics.advance(char.codePointAt(0) ?? 0, weight)
  return width * sizePx
}
