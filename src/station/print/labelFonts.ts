import { createRequire } from 'node:module'
import type { Fonts } from '@/document/lintLabel.ts'
import { createFontFace, type FontFace } from './fontFace.ts'

/** Fonts ready for measuring, checking and drawing. */
export interface LabelFonts extends Fonts {
  /** In the order they are asked for a character. */
  readonly faces: readonly [FontFace, ...FontFace[]]
}

let loaded: LabelFonts | undefined

/** The bundled Noto Sans SC; throws where the package is not installed. */
function mainFace(): FontFace {
  const { resolve } = createRequire(import.meta.url)
  return createFontFace('Noto', {
    500: resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
    700: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  })
}

/** The bundled Noto Sans JP: has characters of names that the first face lacks, as 𠮷. */
function secondFace(): FontFace {
  const { resolve } = createRequire(import.meta.url)
  return createFontFace('NotoJP', {
    500: resolve('@expo-google-fonts/noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf'),
    700: resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
  })
}

/** The fonts of this process, opened once: the canvas keeps what is registered anyway. The first call
 *  decides about `fontFile`, a font of the shop's own that is asked last. */
export function loadLabelFonts(fontFile?: string): LabelFonts {
  loaded ??= chainFonts(fontFile)
  return loaded
}

/** A chain of faces: Noto Sans SC, Noto Sans JP, then the shop's own font file where there is one. A
 *  character that none has is refused by the lint. */
export function chainFonts(fontFile?: string): LabelFonts {
  const own = fontFile === undefined ? [] : [ownFace(fontFile)]
  const faces = [mainFace(), secondFace(), ...own] as const
  const known = new Map<number, number>()
  const faceOf = (point: number): number => {
    const before = known.get(point)
    if (before !== undefined) return before
    const found = faces.findIndex((face) => face.has(point))
    known.set(point, found)
    return found
  }
  return {
    faces,
    glyphs: { has: (point) => faceOf(point) >= 0 },
    metrics: {
      // What no face has is measured as the first would: the lint refuses it anyway.
      face: (point) => Math.max(0, faceOf(point)),
      advance: (point, weight) =>
        (faces[Math.max(0, faceOf(point))] ?? faces[0]).advance(point, weight),
    },
  }
}

/** A font file of the shop's own for both weights; throws where it is not one font. */
export function ownFace(fontFile: string): FontFace {
  const face = createFontFace('Own', { 500: fontFile, 700: fontFile })
  face.family(500)
  return face
}
