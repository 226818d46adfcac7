import { markReprint } from '@/document/labels/markReprint.ts'
import { packReceipt, RECEIPT_MM_USUAL } from '@/document/receipt/packReceipt.ts'
import { fillTemplate } from '@/document/templates/fillTemplate.ts'
import { templateBook } from '@/document/templates/templateBook.ts'
import type { PrintData } from '@/domain/record/printData.ts'
import { readWaybillPrint, type WaybillPrint } from '@/store/queries/packing/readPrints.ts'
import { readTemplateRows } from '@/store/queries/printing/readTemplateRows.ts'
import { chooseComponent, choosePrinter, receiptPrinter } from './choosePrinter.ts'
import { componentWaybill } from './componentWaybill.ts'
import { NO_RECEIPT_PRINTER } from './readmit.ts'
import type { LabelIntent, LabelPrinter } from './labelRequest.ts'
import { chooseTemplate } from './chooseTemplate.ts'
import { sampleFields } from './sampleFields.ts'
import type { BookedSource, IntentLabel, LabelSource } from './labelSource.ts'
import { sheetOf } from './sheetOf.ts'
import { type ThingIntent, thingFields } from './thingFields.ts'
import { waybillModel } from './waybillModel.ts'

/** Draws the label by its template for the printer that has its paper. */
export async function intentLabel(
  source: LabelSource,
  intent: LabelIntent,
  printers: readonly LabelPrinter[],
): Promise<IntentLabel> {
  const book = templateBook(await readTemplateRows(source.data))
  const { kind } = intent
  if (kind === 'waybill') return waybillOf({ ...source, book }, intent, printers)
  if (kind === 'labelSheet') return sheetOf({ ...source, book }, intent, printers)
  if (kind === 'packReceipt') return receiptOf(source, intent, printers)
  if (kind === 'testLabel') return testOf({ ...source, book }, intent, printers)
  return thingOf({ ...source, book }, { ...intent, kind }, printers)
}

async function waybillOf(
  { data, words, sender, book }: BookedSource,
  { docRef, no, revision }: LabelIntent,
  printers: readonly LabelPrinter[],
): Promise<IntentLabel> {
  const print = await readWaybillPrint(data, docRef)
  // The parcel may stand with another number: this one was voided with its command.
  if (print?.waybillNo !== no) return { kind: 'gone' }
  if (print.printData) return platformLabel(print, print.printData, { printers, revision })
  const { paperWidthMm: widthMm, paperHeightMm: heightMm } = print.carrier
  const paper = { widthMm, heightMm }
  const printer = choosePrinter(printers, { kind: 'waybill', paper })
  if (!printer) return { kind: 'noPaper', paper }
  const form = { printer, words: words().waybill, sender: sender(), print, book }
  return { kind: 'label', label: waybillModel(form, revision - 1), printer }
}

function platformLabel(
  print: WaybillPrint,
  data: PrintData,
  of: { readonly printers: readonly LabelPrinter[]; readonly revision: number },
): IntentLabel {
  const printer = chooseComponent(of.printers, data.platform)
  if (!printer) return { kind: 'noComponent', platform: data.platform }
  return { kind: 'label', label: componentWaybill(print, data, of.revision - 1), printer }
}

async function thingOf(
  { data, words, book, atText }: BookedSource,
  intent: ThingIntent,
  printers: readonly LabelPrinter[],
): Promise<IntentLabel> {
  const ofKind = book.filter((template) => template.kind === intent.kind)
  const chosen = chooseTemplate(ofKind, printers, intent.kind)
  if (!chosen.printer) return { kind: 'noPaper', paper: chosen.paper }
  const { printer, template } = chosen
  const printed = words()
  const fields = await thingFields(intent, { data, words: printed, atText })
  if (!fields) return { kind: 'gone' }
  const label = fillTemplate(template, fields, printer)
  const { reprint } = printed.waybill
  return { kind: 'label', label: markReprint(label, intent.revision - 1, reprint), printer }
}

async function receiptOf(
  { data, words, atText }: LabelSource,
  { no, atMs }: LabelIntent,
  printers: readonly LabelPrinter[],
): Promise<IntentLabel> {
  const print = await readWaybillPrint(data, no)
  if (!print) return { kind: 'gone' }
  const printer = receiptPrinter(printers)
  if (!printer) return { kind: 'noPrinter', code: NO_RECEIPT_PRINTER }
  const widthMm = printer.paper?.widthMm ?? RECEIPT_MM_USUAL
  const { orderNo, shop: shopName, carrier, waybillNo, packerName, lines } = print
  const facts = { orderNo, shopName, carrierName: carrier.name, waybillNo, packerName, lines }
  const { dotsPerMm } = printer
  const paper = { widthMm, dotsPerMm }
  const label = packReceipt({ ...facts, printedAt: atText(atMs) }, words().receipt, paper)
  return { kind: 'label', label, printer }
}

/** A template on paper with values of nothing, to be looked at. */
async function testOf(
  { words, book }: BookedSource,
  intent: LabelIntent,
  printers: readonly LabelPrinter[],
): Promise<IntentLabel> {
  const template = book.find(({ id }) => id === intent.no)
  if (!template) return { kind: 'gone' }
  const { kind, widthMm, heightMm } = template
  const paper = { widthMm, heightMm }
  // The own area has no paper of its own: it is shown at the top of whatever a waybill is printed on.
  const printer = choosePrinter(printers, { kind: kind === 'ownArea' ? 'waybill' : kind, paper })
  if (!printer) return { kind: 'noPaper', paper }
  const label = fillTemplate(template, sampleFields(kind, words()), printer)
  const page = kind === 'ownArea' && printer.paper ? printer.paper : paper
  return { kind: 'label', label: { ...label, ...page }, printer }
}
