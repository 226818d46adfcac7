import {
  lineColumn,
  lineTable,
  type NamedLine,
  piecesTotal,
  qtyColumn,
  rowNoColumn,
  skuColumns,
} from './lineTable.ts'
import { filledFacts, type PaperDocument } from './paperDocument.ts'
import type { PaperWords } from './paperWords.ts'

export interface PickListLine extends NamedLine {
  readonly binCode: string
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
  return {
    kind: 'pickList',
    title: own.title,
    no: facts.no,
    facts: filledFacts([
      [words.order, String(facts.orderCount)],
      [words.operator, facts.operatorName],
      [words.printed, facts.printedAt],
    ]),
    ...lineTable(facts.lines, [
      rowNoColumn(words, 4),
      lineColumn([words.bin, 13], (line) => line.binCode),
      ...skuColumns(words, [18, 24, 14]),
      lineColumn([words.lot, 13], (line) => line.lot),
      qtyColumn(words, 6),
      lineColumn([own.slot, 7, 'center'], (line) => line.slot),
      lineColumn([own.done, 6, 'center'], () => '□'),
    ]),
    totals: [piecesTotal(facts.lines, words)],
    signatures: [own.signPicker],
    footNote: '',
    pageWords: words.page,
  }
}
