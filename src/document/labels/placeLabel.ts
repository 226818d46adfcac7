import type { LabelModel, LabelNode } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import type { LabelWords } from './labelWords.ts'
import { linearNode, textNode } from './nodes.ts'

interface PlaceLabelFacts {
  /** Scanned and read: `A-03-2-05`, `T-0001`. */
  readonly code: string
  /** What it is, above the code: the zone of a bin, "周转箱". */
  readonly title: string
  /** Small words at the right of the title: size class, weight limit. */
  readonly hint: string
}

export interface BinLabelFacts {
  readonly code: string
  readonly zoneName: string
  /** 0 where the bin has no limit. */
  readonly weightLimitG: number
}

type Dots = Pick<PrinterProfile, 'dotsPerMm'>

/** A 60 × 40 mm bin label (库位标签): the code large enough to be read from two metres. */
export function binLabel(facts: BinLabelFacts, words: LabelWords, dots: Dots): LabelModel {
  const { code, zoneName, weightLimitG } = facts
  const hint =
    weightLimitG > 0 ? words.weightLimit.replace('{kg}', String(weightLimitG / 1000)) : ''
  return placeLabel({ code, title: zoneName, hint }, dots)
}

/** A 60 × 40 mm label of a tote (周转箱). */
export function toteLabel(code: string, words: LabelWords, dots: Dots): LabelModel {
  return placeLabel({ code, title: words.tote, hint: '' }, dots)
}

function placeLabel(
  facts: PlaceLabelFacts,
  { dotsPerMm }: Pick<PrinterProfile, 'dotsPerMm'>,
): LabelModel {
  const nodes: LabelNode[] = [
    textNode(facts.title, {
      xMm: 3,
      yMm: 2.5,
      widthMm: 32,
      sizePt: 10,
      shrinkToPt: 7,
      overflow: 'ellipsis',
    }),
    textNode(facts.hint, {
      xMm: 35,
      yMm: 2.5,
      widthMm: 22,
      sizePt: 10,
      shrinkToPt: 6,
      align: 'right',
      overflow: 'ellipsis',
    }),
    textNode(facts.code, {
      xMm: 2,
      yMm: 7.5,
      widthMm: 56,
      sizePt: 34,
      shrinkToPt: 14,
      weight: 700,
      align: 'center',
    }),
    linearNode(
      {
        kind: 'code128',
        text: facts.code,
        xMm: 1,
        yMm: 22.5,
        widthMm: 58,
        heightMm: 15,
        hri: false,
        align: 'center',
      },
      dotsPerMm,
    ),
  ]
  return {
    version: 1,
    widthMm: 60,
    heightMm: 40,
    nodes: nodes.filter((node) => node.kind !== 'text' || node.text !== ''),
  }
}
