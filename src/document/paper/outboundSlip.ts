import type { SlipLine } from './packSlip.ts'
import { column, filledFacts, type PaperDocument } from './paperDocument.ts'
import type { PaperWords } from './paperWords.ts'

export interface OutboundSlipLine extends SlipLine {
  readonly zoneName: string
  readonly binCode: string
  readonly lot: string
}

export interface OutboundSlipFacts {
  readonly no: string
  readonly orderNo: string
  readonly carrierName: string
  readonly waybillNo: string
  readonly packerName: string
  /** Grams of goods and carton; 0 = not known. `cartonName` '' = no carton is counted in. */
  readonly itemsWeightG: number
  readonly cartonName: string
  readonly cartonWeightG: number
  readonly printedAt: string
  readonly lines: readonly OutboundSlipLine[]
}

/** The outbound slip (出库单) for the warehouse's files: what left, from where, with whom. */
export function outboundSlip(facts: OutboundSlipFacts, words: PaperWords): PaperDocument {
  const own = words.outboundSlip
  const pieces = facts.lines.reduce((sum, line) => sum + line.qty, 0)
  return {
    kind: 'outboundSlip',
    title: own.title,
    no: facts.no,
    facts: filledFacts([
      [words.order, facts.orderNo],
      [words.carrier, facts.carrierName],
      [words.waybillNo, facts.waybillNo],
      [own.packer, facts.packerName],
      [own.carton, facts.cartonName],
      [own.weight, weightText(facts)],
      [words.printed, facts.printedAt],
    ]),
    columns: [
      column(words.rowNo, 5, 'right'),
      column(words.zone, 10),
      column(words.bin, 13),
      column(words.sku, 18),
      column(words.name, 24),
      column(words.spec, 14),
      column(words.lot, 13),
      column(words.qty, 7, 'right'),
    ],
    rows: facts.lines.map((line, index) => [
      String(index + 1),
      line.zoneName,
      line.binCode,
      line.skuCode,
      line.name,
      line.spec,
      line.lot,
      String(line.qty),
    ]),
    totals: [[words.pieces, String(pieces)]],
    signatures: [own.sign],
    footNote: '',
    pageWords: words.page,
  }
}

/** The weight and what it is made of. Example: `1.190 = 1.100 + 0.090`; goods alone: `1.100`. */
function weightText({ itemsWeightG, cartonName, cartonWeightG }: OutboundSlipFacts): string {
  if (itemsWeightG === 0) return ''
  const kg = (weightG: number) => (weightG / 1000).toFixed(3)
  if (cartonName === '') return kg(itemsWeightG)
  return `${kg(itemsWeightG + cartonWeightG)} = ${kg(itemsWeightG)} + ${kg(cartonWeightG)}`
}
