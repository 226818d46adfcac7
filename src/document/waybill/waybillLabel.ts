import { maskAddress } from '@/domain/people/maskAddress.ts'
import { maskName } from '@/domain/people/maskName.ts'
import { maskPhone } from '@/domain/people/maskPhone.ts'
import type { LabelModel, LabelNode } from '../labelModel.ts'
import { linearNode, ruleNode, textNode } from '../labels/nodes.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { ownArea } from './ownArea.ts'
import type { WaybillFacts, WaybillParty, WaybillWords } from './waybillFacts.ts'
import { chooseWaybillForm, type Paper, type Row, type WaybillForm } from './waybillForm.ts'
import { type TemplateBook, shippedTemplates } from '../templates/templateBook.ts'

/** What the builder of a waybill is given. */
export interface WaybillOrderForm {
  readonly facts: WaybillFacts
  readonly words: WaybillWords
  readonly paper: Paper
  readonly dotsPerMm: PrinterProfile['dotsPerMm']
  /** Holds the shop's own area; the shipped one where it is left out. */
  readonly book?: TemplateBook
}

/** A waybill on any paper, independent of the carrier: number as Code 128 twice and as QR, routing,
 *  masked receiver and sender, and the shop's own area. Plain parties are masked here, so no caller
 *  can forget it; the lint checks again. */
export function waybillLabel(order: WaybillOrderForm): LabelModel {
  const { paper, book = shippedTemplates } = order
  const form = chooseWaybillForm(paper)
  const inner = form.widthMm - 2 * form.edgeMm
  const { head: _head, ...ruled } = form.rows
  const tops = [...Object.values(ruled), ...Object.values(form.copy ?? {})].map(([top]) => top)
  const nodes: LabelNode[] = [
    ...headRow(order, form),
    ...carrierPart(order, form),
    ...(form.copy ? carrierPart(order, { ...form, rows: { ...form.copy } }) : []),
    ...tops.map((top) => ruleNode(form.edgeMm, top, inner)),
    ...ownArea({ ...order, book, topMm: form.ownTopMm }),
  ]
  return {
    version: 1,
    widthMm: paper.widthMm,
    heightMm: paper.heightMm,
    nodes: nodes.filter((node) => node.kind !== 'text' || node.text !== ''),
  }
}

/** A layout, or the rows of the receiver's copy alone. */
type PartForm = Omit<WaybillForm, 'rows'> & {
  readonly rows: Partial<WaybillForm['rows']> & Pick<WaybillForm['rows'], 'bars'>
}

function carrierPart(order: WaybillOrderForm, form: PartForm): LabelNode[] {
  const { facts, words } = order
  const { routing, centre, receiver, sender, second } = form.rows
  return [
    ...mainBars(order, form),
    ...(routing && centre ? routingRows(facts, form, [routing, centre]) : []),
    ...(receiver
      ? partyRow({
          party: facts.receiver,
          letter: words.receiver,
          form,
          at: receiver,
          row: 'receiver',
        })
      : []),
    ...(sender
      ? partyRow({ party: facts.sender, letter: words.sender, form, at: sender, row: 'sender' })
      : []),
    ...(second ? [secondRow(order, form, second)] : []),
  ]
}

const MARK_WIDTH_MM = 22
const MARK_HEIGHT_MM = 9
/** Two dots at 8 dots/mm, three at 11.811. */
const SECOND_MODULE_MM = 0.26

function headRow({ facts, words }: WaybillOrderForm, form: WaybillForm): LabelNode[] {
  const [top, bottom] = form.rows.head
  const right = form.widthMm - form.edgeMm
  const heightMm = bottom - top
  const frameMm = Math.min(MARK_HEIGHT_MM, heightMm - 1.4)
  const name = textNode(facts.carrierName, {
    xMm: form.edgeMm,
    yMm: top + 2.5,
    widthMm: right - form.edgeMm - MARK_WIDTH_MM - 2,
    sizePt: form.type.carrierPt,
    shrinkToPt: 8,
    weight: 700,
  })
  if (facts.reprintNo === 0) return [name]
  const xMm = right - MARK_WIDTH_MM
  return [
    name,
    {
      kind: 'box',
      xMm,
      yMm: top + (heightMm - frameMm) / 2,
      widthMm: MARK_WIDTH_MM,
      heightMm: frameMm,
      strokeDots: 3,
    },
    textNode(`${words.reprint} ${facts.reprintNo}`, {
      xMm: xMm + 1,
      yMm: top + heightMm / 2 - 2.6,
      widthMm: MARK_WIDTH_MM - 2,
      sizePt: 14,
      shrinkToPt: 8,
      weight: 700,
      align: 'center',
    }),
  ]
}

function mainBars({ facts, dotsPerMm }: WaybillOrderForm, form: PartForm): LabelNode[] {
  const [top, bottom] = form.rows.bars
  return [
    linearNode(
      {
        kind: 'code128',
        text: facts.waybillNo,
        xMm: 0,
        yMm: top + 1.5,
        widthMm: form.widthMm,
        heightMm: bottom - top - 7,
        hri: true,
        align: 'center',
      },
      dotsPerMm,
    ),
  ]
}

function routingRows(
  facts: WaybillFacts,
  form: PartForm,
  [routing, centre]: readonly [Row, Row],
): LabelNode[] {
  const widthMm = form.widthMm - 2 * form.edgeMm
  const [routingTop, routingBottom] = routing
  const [centreTop] = centre
  const routingMm = (form.type.routingPt * 25.4) / 72
  return [
    textNode(facts.routing, {
      xMm: form.edgeMm,
      yMm: (routingTop + routingBottom - routingMm) / 2,
      widthMm,
      sizePt: form.type.routingPt,
      shrinkToPt: 12,
      weight: 700,
    }),
    textNode(facts.collectingCentre, {
      xMm: form.edgeMm,
      yMm: centreTop + 0.9,
      widthMm: widthMm * 0.6,
      sizePt: 11,
      shrinkToPt: 7,
      weight: 700,
    }),
    textNode(facts.printedAt, {
      xMm: form.edgeMm + widthMm * 0.6,
      yMm: centreTop + 1.4,
      widthMm: widthMm * 0.4,
      sizePt: 8,
      shrinkToPt: 6,
      align: 'right',
    }),
  ]
}

interface PartyRow {
  readonly party: WaybillParty
  readonly letter: string
  readonly form: PartForm
  readonly at: Row
  readonly row: 'receiver' | 'sender'
}

function partyRow({ party, letter, form, at, row }: PartyRow): LabelNode[] {
  const shown = party.isMasked ? party : maskParty(party)
  const [top, bottom] = at
  const sizePt = row === 'receiver' ? form.type.receiverPt : form.type.senderPt
  const lineMm = (sizePt * 25.4) / 72
  const xMm = form.edgeMm + 9
  const widthMm = form.widthMm - form.edgeMm - xMm
  const nameMm = widthMm * 0.4
  const addressTop = top + 1 + lineMm * 1.25
  return [
    textNode(letter, {
      xMm: form.edgeMm,
      yMm: top + 1,
      widthMm: 8,
      sizePt: row === 'receiver' ? 18 : 13,
      weight: 700,
      align: 'center',
    }),
    textNode(shown.name, {
      xMm,
      yMm: top + 1,
      widthMm: nameMm,
      sizePt,
      shrinkToPt: 6,
      weight: 700,
      personal: 'name',
    }),
    textNode(shown.phone, {
      xMm: xMm + nameMm + 1,
      yMm: top + 1,
      widthMm: widthMm - nameMm - 1,
      sizePt,
      shrinkToPt: 6,
      weight: 700,
      personal: 'phone',
    }),
    textNode(shown.address, {
      xMm,
      yMm: addressTop,
      widthMm,
      heightMm: bottom - 0.3 - addressTop,
      sizePt: row === 'receiver' ? sizePt - 2 : sizePt,
      shrinkToPt: 6,
      maxLines: 4,
      personal: 'address',
    }),
  ]
}

function maskParty(party: WaybillParty): WaybillParty {
  return {
    name: maskName(party.name),
    phone: maskPhone(party.phone),
    address: maskAddress(party.address),
    isMasked: true,
  }
}

function secondRow(
  { facts, dotsPerMm }: WaybillOrderForm,
  form: PartForm,
  [top, bottom]: Row,
): LabelNode {
  return linearNode(
    {
      kind: 'code128',
      text: facts.waybillNo,
      xMm: form.edgeMm,
      yMm: top + 1,
      widthMm: form.widthMm - 2 * form.edgeMm,
      heightMm: bottom - top - 6.2,
      hri: true,
      align: 'left',
      moduleMaxMm: SECOND_MODULE_MM,
    },
    dotsPerMm,
  )
}
