import { linearModules } from '../barcode/linearModules.ts'
import type { LabelModel, LabelNode } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import type { LabelWords } from './labelWords.ts'
import { linearNode, textNode } from './nodes.ts'

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
}

/** A 60 × 40 mm goods label (商品标签): name, specs, lot, bar code. */
export function skuLabel(
  facts: SkuLabelFacts,
  words: LabelWords,
  { dotsPerMm }: Pick<PrinterProfile, 'dotsPerMm'>,
): LabelModel {
  const specs = facts.specs.filter((part) => part !== '').join('  ')
  const nodes: LabelNode[] = [
    textNode(facts.name, {
      xMm: 3,
      yMm: 2.5,
      widthMm: 54,
      sizePt: 11,
      shrinkToPt: 8,
      weight: 700,
      maxLines: 2,
      overflow: 'ellipsis',
    }),
    textNode(specs, {
      xMm: 3,
      yMm: 12,
      widthMm: 54,
      sizePt: 11,
      shrinkToPt: 7,
      weight: 700,
      overflow: 'ellipsis',
    }),
    textNode(facts.skuCode, { xMm: 3, yMm: 16.8, widthMm: 54, sizePt: 8, shrinkToPt: 6 }),
    textNode(lotLine(facts, words), { xMm: 3, yMm: 20.4, widthMm: 54, sizePt: 7.5, shrinkToPt: 6 }),
    linearNode(
      {
        kind: isEan13(facts.barcode) ? 'ean13' : 'code128',
        text: facts.barcode,
        xMm: 1,
        yMm: 24,
        widthMm: 58,
        heightMm: 9.8,
        hri: true,
        align: 'center',
        moduleMaxMm: 0.375,
      },
      dotsPerMm,
    ),
  ]
  return { version: 1, widthMm: 60, heightMm: 40, nodes: nodes.filter(isDrawn) }
}

function lotLine({ lot, expiresOn }: SkuLabelFacts, words: LabelWords): string {
  const parts = [
    lot === '' ? '' : words.lot.replace('{lot}', lot),
    expiresOn === '' ? '' : words.expires.replace('{on}', expiresOn),
  ]
  return parts.filter((part) => part !== '').join('  ')
}

/** 13 digits with the right check digit; other codes are drawn as Code 128. */
function isEan13(barcode: string): boolean {
  return /^\d{13}$/.test(barcode) && linearModules('ean13', barcode) !== undefined
}

function isDrawn(node: LabelNode): boolean {
  return node.kind !== 'text' || node.text !== ''
}
