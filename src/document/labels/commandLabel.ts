import type { LabelModel } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { fillTemplate } from '../templates/fillTemplate.ts'
import { templateOf } from '../templates/templateBook.ts'

export interface CommandLabelFacts {
  /** The scanned text, `ZQOKB`. */
  readonly code: string
  /** What it does, in words: 确认. */
  readonly title: string
  /** The key that does the same: Enter; '' = none. */
  readonly key: string
}

/** A label of a command code (指令码) as shipped, 60 × 40 mm, to be stuck at the station. */
export function commandLabel(
  { code, title, key }: CommandLabelFacts,
  dots: Pick<PrinterProfile, 'dotsPerMm'>,
): LabelModel {
  return fillTemplate(templateOf('commands'), { code, title, key }, dots)
}
