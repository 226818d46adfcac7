import bwipjs from 'bwip-js/generic'
import { GS } from '@/domain/barcode/gs1Elements.ts'
import type { ModuleGrid } from './qrModules.ts'

/** Quiet zone around a DataMatrix, modules on each side. */
export const DATA_MATRIX_QUIET_MODULES = 1
/** What is not ASCII is drawn as bytes that every scanner reads in its own way. */
const ASCII = /^[\x20-\x7e]+$/
const ELEMENTS = /^[\x20-\x5d\x5f-\x7e\x1d]+$/
const FNC1 = '^FNC1'

/** The modules of a square DataMatrix (ECC 200); undefined where the text is empty, too long or not
 *  ASCII. Example: 'ABC123' -> 12 modules a side. */
export function dataMatrixModules(text: string): ModuleGrid | undefined {
  return ASCII.test(text) ? draw(text, false) : undefined
}

/** As `dataMatrixModules` for GS1 elements with GS between them: FNC1 leads and parts them. */
export function gs1DataMatrixModules(text: string): ModuleGrid | undefined {
  if (!ELEMENTS.test(text)) return undefined
  return draw(FNC1 + text.replaceAll(GS, FNC1), true)
}

function draw(text: string, parsefnc: boolean): ModuleGrid | undefined {
  try {
    const [symbol] = bwipjs.raw('datamatrix', text, { parsefnc })
    if (!symbol || !('pixs' in symbol)) return undefined
    const { pixs, pixx: size } = symbol
    return { size, isDark: (row, column) => pixs[row * size + column] === 1 }
  } catch {
    // The package throws for a text without any size that holds it.
    return undefined
  }
}
