import { maskName } from '@/domain/people/maskName.ts'
import { column, filledFacts, type PaperDocument } from './paperDocument.ts'
import type { PaperWords } from './paperWords.ts'

export interface SlipLine {
  readonly skuCode: string
  readonly name: string
  readonly spec: string
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
  const pieces = facts.lines.reduce((sum, line) => sum + line.qty, 0)
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
    columns: [
      column(words.rowNo, 5, 'right'),
      column(words.sku, 20),
      column(words.name, 45),
      column(words.spec, 22),
      column(words.qty, 8, 'right'),
    ],
    rows: facts.lines.map((line, index) => [
      String(index + 1),
      line.skuCode,
      line.name,
      line.spec,
      String(line.qty),
    ]),
    totals: [[words.pieces, String(pieces)]],
    signatures: [],
    footNote: own.thanks,
    pageWords: words.page,
  }
}
