import type { PrintContent } from '@/document/componentLabel.ts'
import type { TemplateBook } from '@/document/templates/templateBook.ts'
import type { WaybillParty } from '@/document/waybill/waybillFacts.ts'
import type { ComponentPlatform } from '@/domain/record/printData.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import type { PrintedWords } from '../paper/readPaperWords.ts'
import type { PaperSize } from './choosePrinter.ts'
import type { LabelPrinter } from './labelRequest.ts'

/** What labels are drawn from. */
export interface LabelSource {
  readonly data: StationData
  words(): PrintedWords
  sender(): WaybillParty
  /** An instant as people read it. */
  atText(atMs: number): string
}

/** The label of an intent and its printer; `gone`: what it stands for is no more; `noPaper`: no printer
 *  has the paper; `noComponent`: the platform's component is not set up here; `noPrinter`: no printer of its own
 *  kind is, or not a fitting one. */
export type IntentLabel =
  | { readonly kind: 'label'; readonly label: PrintContent; readonly printer: LabelPrinter }
  | { readonly kind: 'gone' }
  | { readonly kind: 'noPaper'; readonly paper: PaperSize }
  | { readonly kind: 'noComponent'; readonly platform: ComponentPlatform }
  | { readonly kind: 'noPrinter'; readonly code: string }

/** With the templates that hold now. */
export type BookedSource = LabelSource & { readonly book: TemplateBook }
