import { linearModules } from '@/document/barcode/linearModules.ts'
import { matrices } from '@/document/barcode/matrixModules.ts'
import type { Bitmap, Rect } from '@/document/dotOp.ts'
import { type CodeNode, isLinear, type LabelModel } from '@/document/labelModel.ts'
import { mmToDots, type PrinterProfile } from '@/document/printerProfile.ts'

const WIDTH_MM = 160
const HEIGHT_MM = 300
const BAR_MM = 5
const GAP_MM = 1.5

export interface SheetCode {
  readonly kind: CodeNode['kind']
  readonly text: string
  readonly moduleDots: number
}

/** A label full of codes, and where each lies with its quiet zone, in dots. */
export interface CodeSheet {
  readonly model: LabelModel
  readonly places: readonly (SheetCode & Rect)[]
}

/** Lays codes out row by row on as many labels as they need. Throws where one cannot be drawn. */
export function codeSheets(
  codes: readonly SheetCode[],
  { dotsPerMm }: Pick<PrinterProfile, 'dotsPerMm'>,
): CodeSheet[] {
  const widthDots = mmToDots(WIDTH_MM, { dotsPerMm })
  const heightDots = mmToDots(HEIGHT_MM, { dotsPerMm })
  const gap = mmToDots(GAP_MM, { dotsPerMm })
  const sheets: { nodes: CodeNode[]; places: (SheetCode & Rect)[] }[] = []
  let [x, y, rowHeight] = [0, 0, heightDots]
  for (const code of codes) {
    const { w, h, quiet } = sizeOf(code, dotsPerMm)
    if (x + w > widthDots) [x, y, rowHeight] = [0, y + rowHeight + gap, 0]
    if (sheets.length === 0 || y + h > heightDots) {
      sheets.push({ nodes: [], places: [] })
      ;[x, y, rowHeight] = [0, 0, 0]
    }
    const top = isMatrixKind(code) ? y + quiet : y
    const { kind, text, moduleDots } = code
    const at = { xMm: (x + quiet) / dotsPerMm, yMm: top / dotsPerMm, moduleDots, text }
    const node = isMatrixKind(code)
      ? { ...at, kind: code.kind }
      : { ...at, kind: kind as 'code128', heightMm: BAR_MM, hri: false }
    sheets.at(-1)?.nodes.push(node)
    sheets.at(-1)?.places.push({ ...code, x, y, w, h })
    x += w + gap
    rowHeight = Math.max(rowHeight, h)
  }
  return sheets.map(({ nodes, places }) => ({
    model: { version: 1, widthMm: WIDTH_MM, heightMm: HEIGHT_MM, nodes },
    places,
  }))
}

type MatrixCode = SheetCode & { readonly kind: 'qr' | 'datamatrix' | 'gs1-datamatrix' }

const isMatrixKind = (code: SheetCode): code is MatrixCode => Object.hasOwn(matrices, code.kind)

function sizeOf(code: SheetCode, dotsPerMm: PrinterProfile['dotsPerMm']) {
  const { moduleDots, text } = code
  if (isMatrixKind(code)) {
    const { quietModules, modules } = matrices[code.kind]
    const size = modules(text)?.size
    if (size === undefined) throw new Error(`${code.kind} cannot hold ${JSON.stringify(text)}`)
    // A reader that looks for codes anywhere wants more paper around a DataMatrix than one module.
    const quiet = Math.max(quietModules, 4) * moduleDots
    const side = size * moduleDots + 2 * quiet
    return { w: side, h: side, quiet }
  }
  const node = { ...code, xMm: 0, yMm: 0, heightMm: BAR_MM, hri: false } as CodeNode
  const count = isLinear(node) ? linearModules(node.kind, text)?.length : undefined
  if (count === undefined) throw new Error(`${code.kind} cannot hold ${JSON.stringify(text)}`)
  const quiet = 10 * moduleDots
  return { w: count * moduleDots + 2 * quiet, h: mmToDots(BAR_MM, { dotsPerMm }), quiet }
}

/** The same dots after the heat has spread by one dot to the right and below. */
export function withBleed({ widthDots, heightDots, bytesPerRow, bits }: Bitmap): Bitmap {
  const spread = new Uint8Array(bits.length)
  for (let i = 0; i < bits.length; i += 1) {
    const left = i % bytesPerRow === 0 ? 0 : (bits[i - 1] ?? 0)
    const own = bits[i] ?? 0
    const wide = own | (own >> 1) | ((left & 1) << 7)
    spread[i] = (spread[i] ?? 0) | wide
    if (i + bytesPerRow < bits.length) spread[i + bytesPerRow] = wide
  }
  return { widthDots, heightDots, bytesPerRow, bits: spread }
}
