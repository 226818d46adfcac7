import { lineColumn, lineTable, type NamedLine, rowNoColumn, skuColumns } from './lineTable.ts'
import { filledFacts, type PaperDocument, yuan } from './paperDocument.ts'
import type { PaperWords } from './paperWords.ts'

export interface InboundSlipLine extends NamedLine {
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
    ...lineTable(facts.lines, [
      rowNoColumn(words, 4),
      ...skuColumns(words, [15, 18, 11]),
      lineColumn([words.lot, 13.5], lotText),
      lineColumn([own.orderedQty, 8.5, 'right'], (line) => String(line.orderedQty)),
      lineColumn([own.goodQty, 6.5, 'right'], (line) => String(line.goodQty)),
      lineColumn([own.badQty, 9.5, 'right'], (line) => String(line.badQty)),
      lineColumn([own.price, 8, 'right'], (line) => yuan(line.priceFen)),
      lineColumn([own.sum, 10, 'right'], (line) => yuan(line.goodQty * line.priceFen)),
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

/** The lot and the day it expires, as far as they are known. */
const lotText = ({ lot, expiresOn }: InboundSlipLine): string =>
  [lot, expiresOn].filter((part) => part !== '').join(' ')
