import type { LabelModel } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { type TemplateFields, fillTemplate } from '../templates/fillTemplate.ts'
import { templateOf } from '../templates/templateBook.ts'
import type { LabelWords } from './labelWords.ts'

export interface SkuLabelFacts {
  readonly skuCode: string
  readonly name: string
  /** Colour, size, model: what tells this SKU from its neighbours. */
  readonly specs: readonly string[]
  /** EAN-13 or any ASCII code that the shop gave. */
  readonly barcode: string
  /** Empty where the goods have none. */
  readonly lot: string
  readonly expiresOn: string
  readonly producedOn?: string
}

/** The values of goods and lot labels (商品标签, 批次标签). */
export function skuFields(facts: SkuLabelFacts, words: LabelWords): TemplateFields {
  const { skuCode, name, barcode, lot, expiresOn, producedOn = '' } = facts
  return {
    skuCode,
    name,
    spec: facts.specs.filter((part) => part !== '').join('  '),
    barcode,
    lot,
    lotText: lot === '' ? '' : words.lot.replace('{lot}', lot),
    expiresOn,
    expiresText: expiresOn === '' ? '' : words.expires.replace('{on}', expiresOn),
    producedOn,
    producedText: producedOn === '' ? '' : words.produced.replace('{on}', producedOn),
  }
}

/** A goods label as shipped, 60 × 40 mm: name, specs, lot, bar code. */
export function skuLabel(
  facts: SkuLabelFacts,
  words: LabelWords,
  dots: Pick<PrinterProfile, 'dotsPerMm'>,
): LabelModel {
  return fillTemplate(templateOf('goods'), skuFields(facts, words), dots)
}
