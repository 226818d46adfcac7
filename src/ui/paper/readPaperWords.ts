import type { LabelWords } from '@/document/labels/labelWords.ts'
import type { RulerWords } from '@/document/labels/rulerLabel.ts'
import type { ReceiptWords } from '@/document/receipt/packReceipt.ts'
import type { PaperWords } from '@/document/paper/paperWords.ts'
import type { WaybillWords } from '@/document/waybill/waybillFacts.ts'
import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import en from '@/locales/en.json'
import zh from '@/locales/zh-CN.json'

/** Words that are printed, in the language of the warehouse (not of the person at the screen). */
export interface PrintedWords {
  readonly sheet: PaperWords
  readonly waybill: WaybillWords
  readonly label: LabelWords
  /** What operators are, by `Role`. */
  readonly role: Readonly<typeof en.paper.role>
  /** Names of things that do not exist, for a look at a template. */
  readonly sample: Readonly<typeof en.paper.sample>
  readonly ruler: RulerWords
  readonly receipt: ReceiptWords
  /** Names of the states of stock, by `StockState`. */
  readonly stockState: Readonly<typeof en.stock.state>
  /** Names of the zones, by `ZoneKind`. */
  readonly zone: Readonly<typeof en.zone>
  /** What each command code does, for its label. */
  readonly command: Readonly<Record<CommandVerb, string>>
}

const words = {
  'zh-CN': { ...zh.paper, command: zh.command, stockState: zh.stock.state, zone: zh.zone },
  en: { ...en.paper, command: en.command, stockState: en.stock.state, zone: en.zone },
} as const satisfies Record<string, PrintedWords>

/** All words for papers and labels of one language. Example: readPaperWords('zh-CN').waybill.receiver
 *  -> 收. */
export function readPaperWords(lang: keyof typeof words): PrintedWords {
  return words[lang]
}
