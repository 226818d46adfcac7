import { column, filledFacts, type PaperDocument } from './paperDocument.ts'
import type { PaperWords } from './paperWords.ts'

export interface PickListLine {
  readonly binCode: string
  readonly skuCode: string
  readonly name: string
  readonly spec: string
  readonly lot: string
  readonly qty: number
  /** Tote slot or tote; empty when one order is picked. */
  readonly slot: string
}

export interface PickListFacts {
  readonly no: string
  readonly orderCount: number
  readonly operatorName: string
  readonly printedAt: string
  /** In walking order. */
  readonly lines: readonly PickListLine[]
}

/** The pick list (配货单): bins in walking order, with a space to tick. */
export function pickList(facts: PickListFacts, words: PaperWords): PaperDocument {
  const own = words.pickList
  const pieces = facts.lines.reduce((sum, line) => sum + line.qty, 0)
  return {
    kind: 'pickList',
    title: own.title,
    no: facts.no,
    facts: filledFacts([
      [words.order, String(facts.orderCount)],
      [words.operator, facts.operatorName],
      [words.printed, facts.printedAt],
    ]),
    columns: [
      column(words.rowNo, 4, 'right'),
      column(words.bin, 13),
      column(words.sku, 18),
      column(words.name, 24),
      column(words.spec, 14),
      column(words.lot, 13),
      column(words.qty, 6, 'right'),
      column(own.slot, 7, 'center'),
      column(own.done, 6, 'center'),
    ],
    rows: facts.lines.map((line, index) => [
      String(index + 1),
      line.binCode,
      line.skuCode,
      line.name,
      line.spec,
      line.lot,
      String(line.qty),
      line.slot,
      '□',
    ]),
    totals: [[words.pieces, String(pieces)]],
    signatures: [own.signPicker],
    footNote: '',
    pageWords: words.page,
  }
}
