import { column, filledFacts, type PaperDocument, yuan } from './paperDocument.ts'
import type { PaperWords } from './paperWords.ts'

export interface InboundSlipLine {
  readonly skuCode: string
  readonly name: string
  readonly spec: string
  readonly lot: string
  readonly expiresOn: string
  readonly orderedQty: number
  readonly goodQty: number
  readonly badQty: number
  readonly priceFen: number
}

/** One receipt of a purchase order; `paidFen` is what the supplier was paid for it. null = not known: left
 *  open on the paper, to be filled in by pen. */
export interface InboundSlipFacts {
  readonly no: string
  readonly supplierName: string
  readonly purchaseOrderNo: string
  readonly deliveryNoteNo: string
  readonly receivedOn: string
  readonly operatorName: string
  readonly lines: readonly InboundSlipLine[]
  readonly freightFen: number | null
  readonly paidFen: number | null
}

/** Room for a sum that is written by hand. */
const BLANK = '__________'

/** The inbound slip (入库单) that is signed and filed by supplier. Only good pieces are paid. */
export function inboundSlip(facts: InboundSlipFacts, words: PaperWords): PaperDocument {
  const own = words.inboundSlip
  const sumFen = facts.lines.reduce((sum, line) => sum + line.goodQty * line.priceFen, 0)
  const { freightFen, paidFen } = facts
  const isKnown = freightFen !== null && paidFen !== null
  const total = (pick: (line: InboundSlipLine) => number) =>
    String(facts.lines.reduce((sum, line) => sum + pick(line), 0))
  return {
    kind: 'inboundSlip',
    title: own.title,
    no: facts.no,
    facts: filledFacts([
      [own.supplier, facts.supplierName],
      [own.received, facts.receivedOn],
      [own.purchaseOrder, facts.purchaseOrderNo],
      [own.deliveryNote, facts.deliveryNoteNo],
      [words.operator, facts.operatorName],
    ]),
    columns: [
      column(words.rowNo, 4, 'right'),
      column(words.sku, 17),
      column(words.name, 22),
      column(words.spec, 13),
      column(words.lot, 13),
      column(own.orderedQty, 6, 'right'),
      column(own.goodQty, 6, 'right'),
      column(own.badQty, 6, 'right'),
      column(own.price, 8, 'right'),
      column(own.sum, 10, 'right'),
    ],
    rows: facts.lines.map((line, index) => [
      String(index + 1),
      line.skuCode,
      line.name,
      line.spec,
      [line.lot, line.expiresOn].filter((part) => part !== '').join(' '),
      String(line.orderedQty),
      String(line.goodQty),
      String(line.badQty),
      yuan(line.priceFen),
      yuan(line.goodQty * line.priceFen),
    ]),
    totals: [
      [own.orderedQty, total((line) => line.orderedQty)],
      [own.goodQty, total((line) => line.goodQty)],
      [own.badQty, total((line) => line.badQty)],
      [own.sum, yuan(sumFen)],
      [own.freight, freightFen === null ? BLANK : yuan(freightFen)],
      [own.paid, paidFen === null ? BLANK : yuan(paidFen)],
      [own.owed, isKnown ? yuan(sumFen + freightFen - paidFen) : BLANK],
    ],
    signatures: [own.signClerk, own.signSupplier],
    footNote: '',
    pageWords: words.page,
  }
}
