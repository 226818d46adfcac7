import type { LabelModel } from '@/document/labelModel.ts'
import type { WaybillParty } from '@/document/waybill/waybillFacts.ts'
import { readWaybillPrint } from '@/store/queries/packing/readPrints.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { PrintedWords } from '../paper/readPaperWords.ts'
import { choosePrinter, type PaperSize } from './choosePrinter.ts'
import type { LabelIntent, LabelPrinter } from './labelRequest.ts'
import { thingLabel } from './thingLabels.ts'
import { waybillModel } from './waybillModel.ts'

/** What labels are drawn from. */
export interface LabelSource {
  readonly data: StationData
  words(): PrintedWords
  sender(): WaybillParty
}

/** The label of an intent and its printer; `gone`: what it stands for is no more; `noPaper`: no printer
 *  has the paper. */
export type IntentLabel =
  | { readonly kind: 'label'; readonly label: LabelModel; readonly printer: LabelPrinter }
  | { readonly kind: 'gone' }
  | { readonly kind: 'noPaper'; readonly paper: PaperSize }

/** Labels of goods, bins, totes and command codes. */
const THING_PAPER: PaperSize = { widthMm: 60, heightMm: 40 }

/** Draws the label for the printer that has its paper. */
export async function intentLabel(
  source: LabelSource,
  intent: LabelIntent,
  printers: readonly LabelPrinter[],
): Promise<IntentLabel> {
  return intent.kind === 'waybill'
    ? waybillOf(source, intent, printers)
    : thingOf(source, { ...intent, kind: intent.kind }, printers)
}

async function waybillOf(
  { data, words, sender }: LabelSource,
  { docRef, no, revision }: LabelIntent,
  printers: readonly LabelPrinter[],
): Promise<IntentLabel> {
  const print = await readWaybillPrint(data, docRef)
  // The parcel may stand with another number: this one was voided with its command.
  if (print?.waybillNo !== no) return { kind: 'gone' }
  const { paperWidthMm: widthMm, paperHeightMm: heightMm } = print.carrier
  const paper = { widthMm, heightMm }
  const printer = choosePrinter(printers, { kind: 'waybill', paper })
  if (!printer) return { kind: 'noPaper', paper }
  const form = { printer, words: words().waybill, sender: sender(), print }
  return { kind: 'label', label: waybillModel(form, revision - 1), printer }
}

async function thingOf(
  { data, words }: LabelSource,
  intent: Parameters<typeof thingLabel>[0],
  printers: readonly LabelPrinter[],
): Promise<IntentLabel> {
  const printer = choosePrinter(printers, { kind: intent.kind, paper: THING_PAPER })
  if (!printer) return { kind: 'noPaper', paper: THING_PAPER }
  const label = await thingLabel(intent, { data, words: words(), printer })
  return label ? { kind: 'label', label, printer } : { kind: 'gone' }
}
