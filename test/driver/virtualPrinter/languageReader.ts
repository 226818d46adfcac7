import type { RasterLanguage } from '@/document/printerProfile.ts'
import { cpclReader } from './cpclReader.ts'
import { escposReader } from './escposReader.ts'
import { createLabelReader, type LabelReader } from './labelReader.ts'
import { tsplReader } from './tsplReader.ts'
import { zplReader } from './zplReader.ts'

const readers = { tspl: tsplReader, zpl: zplReader, escpos: escposReader, cpcl: cpclReader }

/** Reads what a printer of this language is sent; `dotsPerMm` counts where sizes are in millimetres. */
export function readLanguage(language: RasterLanguage, dotsPerMm: number): LabelReader {
  return createLabelReader(readers[language](dotsPerMm))
}
