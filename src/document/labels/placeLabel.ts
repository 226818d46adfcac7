import type { LabelModel } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { type TemplateFields, fillTemplate } from '../templates/fillTemplate.ts'
import { templateOf } from '../templates/templateBook.ts'
import type { LabelWords } from './labelWords.ts'

export interface BinLabelFacts {
  /** Scanned and read: `A-03-2-05`. */
  readonly code: string
  readonly zoneName: string
  /** 0 where the bin has no limit. */
  readonly weightLimitG: number
}

type Dots = Pick<PrinterProfile, 'dotsPerMm'>

/** The values of a bin label (库位标签). */
export function binFields(facts: BinLabelFacts, words: LabelWords): TemplateFields {
  const { code, zoneName: zone, weightLimitG } = facts
  const kg = String(weightLimitG / 1000)
  return {
    code,
    zone,
    weightLimit: weightLimitG > 0 ? words.weightLimit.replace('{kg}', kg) : '',
  }
}

/** The values of a tote label (周转箱). Example: `T-0001`. */
export function toteFields(code: string, words: LabelWords): TemplateFields {
  return { code, title: words.tote }
}

/** A bin label as shipped, 60 × 40 mm: the code large enough to be read from two metres. */
export function binLabel(facts: BinLabelFacts, words: LabelWords, dots: Dots): LabelModel {
  return fillTemplate(templateOf('bin'), binFields(facts, words), dots)
}

/** A tote label as shipped, 60 × 40 mm. */
export function toteLabel(code: string, words: LabelWords, dots: Dots): LabelModel {
  return fillTemplate(templateOf('tote'), toteFields(code, words), dots)
}
