import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import { GlobalFonts } from '@napi-rs/canvas'
import type { FontWeight } from '@/document/labelModel.ts'

/** One face of the font chain in the two weights of a label. */
export interface FontFace {
  /** Its name inside a PDF. */
  readonly name: string
  readonly files: Readonly<Record<FontWeight, string>>
  has(codePoint: number): boolean
  /** Advance as a share of the type size. */
  advance(codePoint: number, weight: FontWeight): number
  /** Height of its line above the baseline as a share of the type size. */
  readonly ascent: number
  /** CSS family of a weight on the canvas. */
  family(weight: FontWeight): string
}

interface OpenFont {
  readonly unitsPerEm: number
  readonly ascent: number
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number }
}

interface OpenFace {
  readonly fonts: Readonly<Record<FontWeight, OpenFont>>
  readonly families: Readonly<Record<FontWeight, string>>
}

/** A face whose files are read when it is first asked for: most stations never need the second one. */
export function createFontFace(
  name: string,
  files: Readonly<Record<FontWeight, string>>,
): FontFace {
  let opened: OpenFace | undefined
  const open = (): OpenFace => (opened ??= openFace(name, files))
  const advances = { 500: new Map<number, number>(), 700: new Map<number, number>() }
  return {
    name,
    files,
    has(point) {
      const { fonts } = open()
      return fonts[500].hasGlyphForCodePoint(point) && fonts[700].hasGlyphForCodePoint(point)
    },
    advance(point, weight) {
      const known = advances[weight].get(point)
      if (known !== undefined) return known
      const font = open().fonts[weight]
      const advance = font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm
      advances[weight].set(point, advance)
      return advance
    },
    get ascent() {
      const { ascent, unitsPerEm } = open().fonts[500]
      return ascent / unitsPerEm
    },
    family: (weight) => open().families[weight],
  }
}

function openFace(name: string, files: Readonly<Record<FontWeight, string>>): OpenFace {
  const medium = openFont(files[500], `${name} 500`)
  const isOne = files[700] === files[500]
  const bold = isOne ? medium : openFont(files[700], `${name} 700`)
  return {
    fonts: { 500: medium, 700: bold },
    families: { 500: `${name} 500`, 700: `${name} ${isOne ? 500 : 700}` },
  }
}

/** Reads a font file and makes the canvas know it by `family`; throws where it is not one font. */
function openFont(file: string, family: string): OpenFont {
  const bytes = readFileSync(file)
  const font = fontkit.create(bytes)
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`not a single font: ${file}`)
  if (!GlobalFonts.register(bytes, family)) throw new Error(`font not usable: ${file}`)
  return font
}
