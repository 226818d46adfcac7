import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { GlobalFonts } from '@napi-rs/canvas'
import type { FontWeight } from '@/document/labelModel.ts'
import type { Fonts } from '@/document/lintLabel.ts'

/** The two faces that every label and slip is set in, as files. */
export interface FontFiles {
  readonly medium: string
  readonly bold: string
}

/** Fonts ready for measuring, checking and drawing. */
export interface LabelFonts extends Fonts {
  readonly files: FontFiles
  /** CSS family of a weight on the canvas. */
  readonly families: Readonly<Record<FontWeight, string>>
}

type OpenFont = {
  readonly unitsPerEm: number
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number }
}

const families = { 500: 'Packline Medium', 700: 'Packline Bold' } as const
let loaded: LabelFonts | undefined

/** The bundled Noto Sans SC files; throws where the package is not installed. */
export function findFontFiles(): FontFiles {
  const { resolve } = createRequire(import.meta.url)
  return {
    medium: resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
    bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  }
}

/** Opens the fonts once per process (10 MB each): the canvas keeps what is registered anyway. */
export function loadLabelFonts(files: FontFiles = findFontFiles()): LabelFonts {
  loaded ??= openFonts(files)
  return loaded
}

function openFonts(files: FontFiles): LabelFonts {
  const fonts = {
    500: openFont(files.medium, families[500]),
    700: openFont(files.bold, families[700]),
  }
  const advances = { 500: new Map<number, number>(), 700: new Map<number, number>() }
  return {
    files,
    families,
    glyphs: {
      has: (point) =>
        fonts[500].hasGlyphForCodePoint(point) && fonts[700].hasGlyphForCodePoint(point),
    },
    metrics: {
      advance(point, weight) {
        const known = advances[weight].get(point)
        if (known !== undefined) return known
        const font = fonts[weight]
        const advance = font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm
        advances[weight].set(point, advance)
        return advance
      },
    },
  }
}

function openFont(file: string, family: string): OpenFont {
  const bytes = readFileSync(file)
  if (!GlobalFonts.register(bytes, family)) throw new Error(`font not usable: ${family}`)
  const font = fontkit.create(bytes)
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`not a single font: ${family}`)
  return font
}
