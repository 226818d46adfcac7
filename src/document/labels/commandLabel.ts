import type { LabelModel } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { linearNode, textNode } from './nodes.ts'

export interface CommandLabelFacts {
  /** The scanned text, `ZQOKB`. */
  readonly code: string
  /** What it does, in words: 确认. */
  readonly title: string
  /** The key that does the same: Enter. */
  readonly key: string
}

/** A 60 × 40 mm label of a command code (指令码), to be stuck at the station. */
export function commandLabel(
  facts: CommandLabelFacts,
  { dotsPerMm }: Pick<PrinterProfile, 'dotsPerMm'>,
): LabelModel {
  const title = textNode(facts.title, {
    xMm: 3,
    yMm: 2.5,
    widthMm: facts.key === '' ? 54 : 40,
    sizePt: 24,
    shrinkToPt: 10,
    weight: 700,
  })
  const key = textNode(facts.key, {
    xMm: 43,
    yMm: 4.5,
    widthMm: 14,
    sizePt: 12,
    shrinkToPt: 7,
    align: 'right',
  })
  const bars = linearNode(
    {
      kind: 'code128',
      text: facts.code,
      xMm: 1,
      yMm: 14,
      widthMm: 58,
      heightMm: 19,
      hri: true,
      align: 'center',
    },
    dotsPerMm,
  )
  const nodes = facts.key === '' ? [title, bars] : [title, key, bars]
  return { version: 1, widthMm: 60, heightMm: 40, nodes }
}
