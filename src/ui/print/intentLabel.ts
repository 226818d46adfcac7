import type { PrintContent } from '@/document/componentLabel.ts'
import { markReprint } from '@/document/labels/markReprint.ts'
import { fillTemplate } from '@/document/templates/fillTemplate.ts'
import { type TemplateBook, templateBook } from '@/document/templates/templateBook.ts'
import type { WaybillParty } from '@/document/waybill/waybillFacts.ts'
import type { ComponentPlatform, PrintData } from '@/domain/record/printData.ts'
import { readWaybillPrint, type WaybillPrint } from '@/store/queries/packing/readPrints.ts'
import { readTemplateRows } from '@/store/queries/printing/readTemplateRows.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { PrintedWords } from '../paper/readPaperWords.ts'
import { chooseComponent, choosePrinter, type PaperSize } from './choosePrinter.ts'
import { componentWaybill } from './componentWaybill.ts'
import type { LabelIntent, LabelPrinter } from './labelRequest.ts'
import { chooseTemplate } from './chooseTemplate.ts'
import { sampleFields } from './sampleFields.ts'
import { type ThingIntent, thingFields } from './thingFields.ts'
import { waybillModel } from './waybillModel.ts'

/** What labels are drawn from. */
export interface LabelSource {
  readonly data: StationData
  words(): PrintedWords
  sender(): WaybillParty
  /** An instant as people read it. */
  atText(atMs: number): string
}

/** The label of an intent and its printer; `gone`: what it stands for is no more; `noPaper`: no printer
 *  has the paper; `noComponent`: the platform's component is not set up here. */
export type IntentLabel =
  | { readonly kind: 'label'; readonly label: PrintContent; readonly printer: LabelPrinter }
  | { readonly kind: 'gone' }
  | { readonly kind: 'noPaper'; readonly paper: PaperSize }
  | { readonly kind: 'noComponent'; readonly platform: ComponentPlatform }

/** Draws the label by its template for the printer that has its paper. */
export async function intentLabel(
  source: LabelSource,
  intent: LabelIntent,
  printers: readonly LabelPrinter[],
): Promise<IntentLabel> {
  const book = templateBook(await readTemplateRows(source.data))
  const { kind } = intent
  if (kind === 'waybill') return waybillOf({ ...source, book }, intent, printers)
  if (kind === 'testLabel') return testOf({ ...source, book }, intent, printers)
  return thingOf({ ...source, book }, { ...intent, kind }, printers)
}

type BookedSource = LabelSource & { readonly book: TemplateBook }

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
