import { maskWords } from '@/domain/people/maskNote.ts'
import type { LabelNode } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { type TemplateFields, fillNodes } from '../templates/fillTemplate.ts'
import { type TemplateBook, ownAreaOf } from '../templates/templateBook.ts'
import { itemsText } from './itemsText.ts'
import type { WaybillFacts, WaybillWords } from './waybillFacts.ts'
import type { Paper } from './waybillForm.ts'

export interface OwnAreaOrder {
  readonly facts: WaybillFacts
  readonly words: WaybillWords
  readonly paper: Paper
  readonly dotsPerMm: PrinterProfile['dotsPerMm']
  readonly book: TemplateBook
  readonly topMm: number
}

/** The shop's own part below the carrier's, by the shop's template for its size. */
export function ownArea({
  facts,
  words,
  paper,
  dotsPerMm,
  book,
  topMm,
}: OwnAreaOrder): LabelNode[] {
  const room = { widthMm: paper.widthMm, heightMm: paper.heightMm - topMm }
  const nodes = fillNodes(ownAreaOf(room, book), ownAreaFields(facts, words), { dotsPerMm })
  return nodes.map((node) => ({ ...node, yMm: node.yMm + topMm }))
}

/** The values of the own area; telephones in notes are masked. */
export function ownAreaFields(facts: WaybillFacts, words: WaybillWords): TemplateFields {
  const { waybillNo, orderNo, lines, packerName, marks, printedAt, shopName = '' } = facts
  const pieces = lines.reduce((sum, line) => sum + line.qty, 0)
  const note = maskWords(facts.note)
  return {
    waybillNo,
    orderNo,
    orderText: orderNo === '' ? '' : `${words.order} ${orderNo}`,
    pieces: words.pieces.replace('{n}', String(pieces)),
    items: maskWords(itemsText(lines)),
    ...markFields(marks),
    note,
    noteText: note === '' ? '' : `${words.note} ${note}`,
    packer: packerName,
    packerText: `${words.packer} ${packerName}`,
    inspected: words.inspected,
    shop: shopName,
    printedAt,
  }
}

/** Handling marks in one text, and each alone. */
export function markFields(marks: readonly string[]): TemplateFields {
  const [mark1 = '', mark2 = '', mark3 = ''] = marks
  return { marks: marks.join('  '), mark1, mark2, mark3 }
}
