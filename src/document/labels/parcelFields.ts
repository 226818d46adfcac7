import { itemsText } from '../waybill/itemsText.ts'
import { markFields } from '../waybill/ownArea.ts'
import type { WaybillItemLine } from '../waybill/waybillFacts.ts'
import type { TemplateFields } from '../templates/fillTemplate.ts'
import type { LabelWords } from './labelWords.ts'

export interface CartonLabelFacts {
  readonly waybillNo: string
  readonly orderNo: string
  readonly carrierName: string
  readonly packerName: string
  readonly cartonName: string
  /** Grams, goods and carton; 0 = not known. */
  readonly weightG: number
  readonly lines: readonly WaybillItemLine[]
  /** Handling marks in words. */
  readonly marks: readonly string[]
}

/** The values of a carton label (包裹箱标签): what is inside, for whom it is handled; no receiver. */
export function cartonFields(facts: CartonLabelFacts, words: LabelWords): TemplateFields {
  const { waybillNo, orderNo, carrierName, packerName, cartonName, weightG, lines, marks } = facts
  const pieces = lines.reduce((sum, line) => sum + line.qty, 0)
  return {
    waybillNo,
    orderNo,
    orderText: words.order.replace('{no}', orderNo),
    carrier: carrierName,
    pieces: words.pieces.replace('{n}', String(pieces)),
    packer: packerName,
    packerText: packerName === '' ? '' : words.packer.replace('{name}', packerName),
    cartonName,
    weight: weightG > 0 ? `${(weightG / 1000).toFixed(3)} kg` : '',
    items: itemsText(lines),
    ...markFields(marks),
  }
}

export interface ManifestLabelFacts {
  readonly no: string
  readonly carrierName: string
  readonly courierName: string
  readonly parcelCount: number
  /** When it was closed, ready to read. */
  readonly at: string
}

/** The values of a manifest label (交接单标签), for the bag or pile that a courier takes. */
export function manifestFields(facts: ManifestLabelFacts, words: LabelWords): TemplateFields {
  const { no, carrierName, courierName, parcelCount, at } = facts
  return {
    no,
    carrier: carrierName,
    count: words.parcels.replace('{n}', String(parcelCount)),
    courier: courierName === '' ? '' : words.courier.replace('{name}', courierName),
    at,
    title: words.manifest,
  }
}

export interface BadgeLabelFacts {
  readonly name: string
  /** Roles in words. */
  readonly roles: readonly string[]
  /** The whole code of the badge; stands only in its QR. */
  readonly badge: string
}

/** The values of a badge (工牌). */
export function badgeFields(
  { name, roles, badge }: BadgeLabelFacts,
  words: LabelWords,
): TemplateFields {
  return { name, roles: roles.join('  '), badge, title: words.badge }
}
