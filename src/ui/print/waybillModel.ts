import type { LabelModel } from '@/document/labelModel.ts'
import type { TemplateBook } from '@/document/templates/templateBook.ts'
import type { WaybillParty, WaybillWords } from '@/document/waybill/waybillFacts.ts'
import { markWords } from '@/document/waybill/markWords.ts'
import { waybillLabel } from '@/document/waybill/waybillLabel.ts'
import { maskNote } from '@/domain/people/maskNote.ts'
import type { WaybillPrint } from '@/store/queries/packing/readPrints.ts'
import type { LabelPrinter } from './labelRequest.ts'

export interface WaybillForm {
  readonly print: WaybillPrint
  readonly printer: LabelPrinter
  readonly words: WaybillWords
  readonly sender: WaybillParty
  readonly book: TemplateBook
}

/** The waybill of one parcel, on the loaded paper or the carrier’s own. */
export function waybillModel(form: WaybillForm, reprintNo: number): LabelModel {
  const { print, printer, words, sender, book } = form
  const { carrier, receiver, waybillNo, orderNo, packerName, lines } = print
  const carrierPaper = { widthMm: carrier.paperWidthMm, heightMm: carrier.paperHeightMm }
  return waybillLabel({
    words,
    book,
    paper: printer.paper ?? carrierPaper,
    dotsPerMm: printer.dotsPerMm,
    facts: {
      waybillNo,
      orderNo,
      shopName: print.shop,
      packerName,
      reprintNo,
      carrierName: carrier.name,
      routing: regionOf(receiver).join(' '),
      collectingCentre: receiver.district,
      receiver: {
        name: receiver.maskedName,
        phone: receiver.maskedPhone,
        address: [...regionOf(receiver), receiver.district, receiver.maskedDetail].join(''),
        isMasked: true,
      },
      sender,
      lines,
      marks: markWords(print.marks, words),
      note: maskNote(print.note),
      printedAt: '',
    },
  })
}

/** Province and city; a municipality is both at once and said once. */
function regionOf({ province, city }: WaybillPrint['receiver']): string[] {
  return [...new Set([province, city])].filter((part) => part !== '')
}
