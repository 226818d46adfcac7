import { maskName } from '@/domain/people/maskName.ts'
import {
  lineTable,
  type NamedLine,
  piecesTotal,
  qtyColumn,
  rowNoColumn,
  skuColumns,
} from './lineTable.ts'
import { filledFacts, type PaperDocument } from './paperDocument.ts'
import type { PaperWords } from './paperWords.ts'

export interface SlipLine extends NamedLine {
  readonly qty: number
}

export interface PackSlipFacts {
  readonly orderNo: string
  readonly shopName: string
  /** Plain or masked already; masked here. */
  readonly receiverName: string
  readonly carrierName: string
  readonly waybillNo: string
  readonly packerName: string
  readonly packedAt: string
  readonly lines: readonly SlipLine[]
}

/** The packing slip (装箱单) that lies in the parcel: what is inside, no prices. */
export function packSlip(facts: PackSlipFacts, words: PaperWords): PaperDocument {
  const own = words.packSlip
  return {
    kind: 'packSlip',
    title: facts.shopName === '' ? own.title : `${facts.shopName} ${own.title}`,
    no: facts.orderNo,
    facts: filledFacts([
      [own.receiver, maskName(facts.receiverName)],
      [words.carrier, facts.carrierName],
      [words.waybillNo, facts.waybillNo],
      [own.packer, facts.packerName],
      [words.printed, facts.packedAt],
    ]),
    ...lineTable(facts.lines, [
      rowNoColumn(words, 5),
      ...skuColumns(words, [20, 45, 22]),
      qtyColumn(words, 8),
    ]),
    totals: [piecesTotal(facts.lines, words)],
    signatures: [],
    footNote: own.thanks,
    pageWords: words.page,
  }
}
