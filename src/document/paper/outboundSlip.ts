import type { SlipLine } from './packSlip.ts'
import {
  lineColumn,
  lineTable,
  piecesTotal,
  qtyColumn,
  rowNoColumn,
  skuColumns,
} from './lineTable.ts'
import { filledFacts, type PaperDocument } from './paperDocument.ts'
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
    ...lineTable(facts.lines, [
      rowNoColumn(words, 5),
      lineColumn([words.zone, 10], (line) => line.zoneName),
      lineColumn([words.bin, 13], (line) => line.binCode),
      ...skuColumns(words, [18, 24, 14]),
      lineColumn([words.lot, 13], (line) => line.lot),
      qtyColumn(words, 7),
    ]),
    totals: [piecesTotal(facts.lines, words)],
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
