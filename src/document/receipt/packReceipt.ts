import { linearWidthModules } from '../barcode/linearModules.ts'
import { linearNode, ruleNode, textNode } from '../labels/nodes.ts'
import type { LabelModel, LabelNode, TextNode } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { itemsText } from '../waybill/itemsText.ts'
import type { WaybillItemLine } from '../waybill/waybillFacts.ts'

/** Words of a packing receipt; `{…}` stand for values. */
export interface ReceiptWords {
  readonly title: string
  readonly order: string
  readonly waybill: string
  readonly packer: string
  readonly lines: string
  readonly pieces: string
}

export interface PackReceiptFacts {
  readonly shopName: string
  readonly orderNo: string
  readonly carrierName: string
  readonly waybillNo: string
  readonly packerName: string
  readonly printedAt: string
  readonly lines: readonly WaybillItemLine[]
}

/** Width of the print on a roll of 80 mm; on one of 58 mm it is 48 mm. */
export const RECEIPT_MM_USUAL = 72

const MM_PER_PT = 25.4 / 72
const LINE_MM_PER_PT = MM_PER_PT * 1.3
const ITEM_PT = 9
const HEAD_PT = 14
const SMALL_PT = 8
const GAP_MM = 1.2
const CODE_MM = 11
/** A text that would be longer is cut: a receipt names goods, it does not describe them. */
const ITEM_LINES_MAX = 3
/** Two dots, the narrowest bars that are read. */
const MODULE_MIN_MM = 0.25
const MODULE_MAX_MM = 0.375

/** A packing receipt (小票) as a label of the roll's width and the height it needs: order, lines as on the
 *  waybill (`SKU 颜色 尺码 ×数量`), totals, code of the order. It names no receiver. */
export function packReceipt(
  facts: PackReceiptFacts,
  words: ReceiptWords,
  { widthMm, dotsPerMm }: { readonly widthMm: number } & Pick<PrinterProfile, 'dotsPerMm'>,
): LabelModel {
  const nodes: LabelNode[] = []
  let yMm = GAP_MM
  const put = (text: string, style: Partial<TextNode> & { readonly sizePt: number }) => {
    const { sizePt, maxLines = 1 } = style
    if (text === '') return
    const lines = Math.min(maxLines, linesOf(text, sizePt, widthMm))
    const place = { xMm: 0, yMm, widthMm }
    nodes.push(textNode(text, { ...place, overflow: 'ellipsis', ...style, maxLines: lines }))
    yMm += lines * sizePt * LINE_MM_PER_PT
  }
  const line = () => {
    nodes.push(ruleNode(0, yMm + GAP_MM / 2, widthMm))
    yMm += 2 * GAP_MM
  }
  const small = { sizePt: SMALL_PT, maxLines: 2 } as const
  put(facts.shopName, { sizePt: HEAD_PT, shrinkToPt: SMALL_PT, weight: 700, align: 'center' })
  put(words.title, { sizePt: ITEM_PT, align: 'center' })
  put(words.order.replace('{no}', facts.orderNo), small)
  const waybill = words.waybill
    .replace('{carrier}', facts.carrierName)
    .replace('{no}', facts.waybillNo)
  put(waybill, small)
  line()
  for (const each of facts.lines)
    put(itemsText([each]), { sizePt: ITEM_PT, weight: 700, maxLines: ITEM_LINES_MAX })
  line()
  put(totals(facts.lines, words), { sizePt: ITEM_PT, weight: 700, align: 'right' })
  put(words.packer.replace('{name}', facts.packerName), small)
  put(facts.printedAt, small)
  yMm += GAP_MM
  const code = codeOf(facts.orderNo, { yMm, widthMm }, dotsPerMm)
  if (code) nodes.push(code)
  return { version: 1, widthMm, heightMm: Math.ceil(yMm + (code ? CODE_MM : 0) + GAP_MM), nodes }
}

function totals(lines: readonly WaybillItemLine[], words: ReceiptWords): string {
  const pieces = lines.reduce((sum, { qty }) => sum + qty, 0)
  const parts = [
    words.lines.replace('{n}', String(lines.length)),
    words.pieces.replace('{n}', String(pieces)),
  ]
  return parts.join('  ')
}

/** The order's number as Code 128; null where it is too long for the roll: then its digits must do. */
function codeOf(
  text: string,
  place: { readonly yMm: number; readonly widthMm: number },
  dotsPerMm: PrinterProfile['dotsPerMm'],
): LabelNode | null {
  const modules = linearWidthModules('code128', text)
  if (modules === undefined || modules * MODULE_MIN_MM > place.widthMm) return null
  const bars = {
    heightMm: CODE_MM,
    hri: false,
    align: 'center',
    moduleMaxMm: MODULE_MAX_MM,
  } as const
  return linearNode({ kind: 'code128', text, xMm: 0, ...place, ...bars }, dotsPerMm)
}

const WIDE = /[\u1100-\u{10ffff}]/u
/** Width of a Latin letter beside a Chinese character, rather too much than too little. */
const LATIN_SHARE = 0.62

/** Lines that a text may need; the host, which knows its fonts, breaks it. */
function linesOf(text: string, sizePt: number, widthMm: number): number {
  const ems = Array.from(text, (char) => (WIDE.test(char) ? 1 : LATIN_SHARE)).reduce(
    (a, b) => a + b,
    0,
  )
  return Math.max(1, Math.ceil((ems * sizePt * MM_PER_PT) / (widthMm - sizePt * MM_PER_PT)))
}
