import { linearModules } from '../barcode/linearModules.ts'
import type { LabelModel, LabelNode } from '../labelModel.ts'
import type { PrinterProfile } from '../printerProfile.ts'
import { linearNode, textNode } from './nodes.ts'

export interface SkuLabelFacts {
  readonly skuCode: string
  readonly name: string
  /** Colour, size, model: what tells this SKU from its neighbours. */
  readonly specs: readonly string[]
  /** EAN-13 or any ASCII code that the shop gave. */
  readonly barcode: string
  /** Lot and expiry as ready words, empty where the goods have none. */
  readonly lotLine: string
}

/** A 60 × 40 mm goods label (商品标签): name, specs, lot, bar code. */
export function skuLabel(
  facts: SkuLabelFacts,
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
      yMm: 12.2,
      widthMm: 54,
      sizePt: 11,
      shrinkToPt: 7,
      weight: 700,
      overflow: 'ellipsis',
    }),
    textNode(facts.skuCode, { xMm: 3, yMm: 17.4, widthMm: 26, sizePt: 8, shrinkToPt: 6 }),
    textNode(facts.lotLine, {
      xMm: 29,
      yMm: 17.4,
      widthMm: 28,
      sizePt: 8,
      shrinkToPt: 6,
      align: 'right',
    }),
    linearNode(
      {
        kind: isEan13(facts.barcode) ? 'ean13' : 'code128',
        text: facts.barcode,
        xMm: 1,
        yMm: 22,
        widthMm: 58,
        heightMm: 11.5,
        hri: true,
        align: 'center',
        moduleMaxMm: 0.375,
      },
      dotsPerMm,
    ),
  ]
  return { version: 1, widthMm: 60, heightMm: 40, nodes: nodes.filter(isDrawn) }
}

/** 13 digits with the right check digit; other codes are drawn as Code 128. */
function isEan13(barcode: string): boolean {
  return /^\d{13}$/.test(barcode) && linearModules('ean13', barcode) !== undefined
}

function isDrawn(node: LabelNode): boolean {
  return node.kind !== 'text' || node.text !== ''
}
