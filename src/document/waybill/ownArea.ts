import { maskFreeText } from '@/domain/people/maskFreeText.ts'
import { QR_QUIET_MODULES, qrModules } from '../barcode/qrModules.ts'
import type { LabelNode } from '../labelModel.ts'
import { ruleNode, textNode } from '../labels/nodes.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { itemsText } from './itemsText.ts'
import type { WaybillFacts, WaybillWords } from './waybillFacts.ts'
import type { Paper, WaybillForm } from './waybillForm.ts'

const QR_MODULE_MM = 0.5
const FOOT_MM = 5
const NOTE_MM = 8
const MARK_MM = 8
const PIECES_MM = 17
/** The goods lines keep at least this: without them nobody could pack or check. */
const ITEMS_MM_MIN = 6
const ITEMS_TOP_MM = 7

export interface OwnAreaOrder {
  readonly facts: WaybillFacts
  readonly words: WaybillWords
  readonly paper: Paper
  readonly dotsPerMm: PrinterProfile['dotsPerMm']
  readonly form: WaybillForm
  readonly topMm: number
}

/** The shop's own part below the carrier's: order, pieces, what is inside, marks, note, packer, QR. */
export function ownArea(order: OwnAreaOrder): LabelNode[] {
  const { facts, words, form, topMm, paper } = order
  const left = form.edgeMm
  const inner = form.widthMm - 2 * left
  const code = qrBeside(order)
  const textMm = inner - code.widthMm - 1
  const footTop = paper.heightMm - FOOT_MM
  const { marks, note } = fitting(order, footTop)
  const noteTop = note === '' ? footTop : footTop - NOTE_MM
  const marksTop = marks.length === 0 ? noteTop : noteTop - MARK_MM
  return [
    ruleNode(left, topMm, inner),
    ...code.nodes,
    ...orderRow(order, textMm),
    textNode(itemsText(facts.lines), {
      xMm: left,
      yMm: topMm + 6.5,
      widthMm: textMm,
      heightMm: marksTop - topMm - ITEMS_TOP_MM,
      sizePt: form.type.itemsPt,
      shrinkToPt: 7,
      maxLines: 20,
      overflow: 'ellipsis',
    }),
    ...marksRow(marks, left, marksTop),
    textNode(note === '' ? '' : `${words.note} ${maskFreeText(note)}`, {
      xMm: left,
      yMm: noteTop + 0.3,
      widthMm: inner,
      heightMm: NOTE_MM - 0.6,
      sizePt: 9,
      shrinkToPt: 7,
      maxLines: 2,
      overflow: 'ellipsis',
    }),
    ...footRow(order, footTop),
  ]
}

/** Marks come before the note where the paper is too short for both. */
function fitting(
  { facts, topMm }: OwnAreaOrder,
  footTop: number,
): Pick<WaybillFacts, 'marks' | 'note'> {
  const free = footTop - topMm - ITEMS_TOP_MM - ITEMS_MM_MIN
  const marks = free >= MARK_MM ? facts.marks : []
  const left = free - (marks.length === 0 ? 0 : MARK_MM)
  return { marks, note: left >= NOTE_MM ? facts.note : '' }
}

function orderRow({ facts, words, form, topMm }: OwnAreaOrder, textMm: number): LabelNode[] {
  const pieces = facts.lines.reduce((sum, line) => sum + line.qty, 0)
  return [
    textNode(`${words.order} ${facts.orderNo}`, {
      xMm: form.edgeMm,
      yMm: topMm + 1.5,
      widthMm: textMm - PIECES_MM,
      sizePt: 8,
      shrinkToPt: 6,
      overflow: 'ellipsis',
    }),
    textNode(words.pieces.replace('{n}', String(pieces)), {
      xMm: form.edgeMm + textMm - PIECES_MM,
      yMm: topMm + 1.2,
      widthMm: PIECES_MM,
      sizePt: 10,
      shrinkToPt: 6,
      weight: 700,
      align: 'right',
    }),
  ]
}

function footRow({ facts, words, form }: OwnAreaOrder, topMm: number): LabelNode[] {
  const inner = form.widthMm - 2 * form.edgeMm
  const half = { yMm: topMm + 0.9, widthMm: inner / 2, sizePt: 9, shrinkToPt: 6 }
  const packer = `${words.packer} ${facts.packerName}　${words.inspected}`
  return [
    ruleNode(form.edgeMm, topMm, inner),
    textNode(packer, { ...half, xMm: form.edgeMm }),
    textNode(facts.waybillNo, { ...half, xMm: form.edgeMm + inner / 2, align: 'right' }),
  ]
}

function marksRow(marks: WaybillFacts['marks'], left: number, topMm: number): LabelNode[] {
  return marks.flatMap((mark, index): LabelNode[] => {
    const xMm = left + index * 22
    return [
      { kind: 'box', xMm, yMm: topMm + 0.5, widthMm: 20, heightMm: 6.6, strokeDots: 2 },
      textNode(mark, {
        xMm: xMm + 0.8,
        yMm: topMm + 1.3,
        widthMm: 18.4,
        sizePt: 14,
        shrinkToPt: 7,
        weight: 700,
        align: 'center',
      }),
    ]
  })
}

/** The QR at the upper right of the own area, and how much width it takes. */
function qrBeside({ facts, form, topMm, dotsPerMm }: OwnAreaOrder): {
  nodes: LabelNode[]
  widthMm: number
} {
  const moduleDots = Math.floor(QR_MODULE_MM * dotsPerMm)
  const moduleMm = moduleDots / dotsPerMm
  const size = qrModules(facts.waybillNo)?.size ?? 0
  const widthMm = (size + 2 * QR_QUIET_MODULES) * moduleMm
  const quietMm = QR_QUIET_MODULES * moduleMm
  const xMm = form.widthMm - form.edgeMm - widthMm + quietMm
  const yMm = topMm + 0.3 + quietMm
  return { nodes: [{ kind: 'qr', xMm, yMm, moduleDots, text: facts.waybillNo }], widthMm }
}
