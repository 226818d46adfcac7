import { assertNever } from '@/kernel/assert.ts'
import { badgeFields, cartonFields, manifestFields } from '@/document/labels/parcelFields.ts'
import { binFields, toteFields } from '@/document/labels/placeLabel.ts'
import { skuFields } from '@/document/labels/skuLabel.ts'
import type { TemplateFields } from '@/document/templates/fillTemplate.ts'
import { ownAreaFields } from '@/document/waybill/ownArea.ts'
import { badgeCodeOf, commandCodeOf } from '@/domain/barcode/commandCode.ts'
import type { TemplateKind } from '@/domain/record/labelTemplate.ts'
import type { PrintedWords } from '../paper/readPaperWords.ts'

const WAYBILL_NO = 'SF0000000000000'
const ORDER_NO = '2026110200000000001'
/** No badge of anybody. */
const SECRET = '00000000000000000000000000'
/** 2026-11-02 as paper says it. */
const ON = '2026-11-02'

/** Values of a thing that does not exist, to look at a template and to print it once. */
export function sampleFields(kind: TemplateKind, words: PrintedWords): TemplateFields {
  const { sample, label, waybill } = words
  const colour = sample.colour
  const line = { skuCode: 'NZ2610-BL-M', name: sample.item, colour, size: 'M', qty: 2 }
  const parcel = { waybillNo: WAYBILL_NO, orderNo: ORDER_NO, packerName: sample.person }
  const marks = [waybill.fragile, waybill.upside]
  switch (kind) {
    case 'goods':
    case 'lot': {
      const days = { lot: 'L7-2611', expiresOn: '2028-10-31', producedOn: ON }
      const facts = { skuCode: line.skuCode, name: sample.item, specs: [`${colour} M`] }
      return skuFields({ ...facts, barcode: '6901234567892', ...days }, label)
    }
    case 'bin':
      return binFields(
        { code: 'A-03-2-05', zoneName: words.zone.storage, weightLimitG: 120_000 },
        label,
      )
    case 'tote':
      return toteFields('T-0001', label)
    case 'commands':
      return { code: commandCodeOf('OK'), title: words.command.OK, key: 'Enter' }
    case 'carton': {
      const { carrier: carrierName, carton: cartonName } = sample
      const inside = { carrierName, cartonName, weightG: 1_190, lines: [line], marks }
      return cartonFields({ ...parcel, ...inside }, label)
    }
    case 'badge': {
      const roles = [words.role.packer, words.role.clerk]
      return badgeFields({ name: sample.person, roles, badge: badgeCodeOf(SECRET) }, label)
    }
    case 'manifest': {
      const names = { carrierName: sample.carrier, courierName: sample.person }
      return manifestFields({ no: 'STO-20261102-1', ...names, parcelCount: 37, at: ON }, label)
    }
    case 'ownArea': {
      const rest = { lines: [line, { ...line, skuCode: 'BK000001', qty: 1 }], marks }
      const head = {
        carrierName: sample.carrier,
        routing: '',
        collectingCentre: '',
        shopName: sample.shop,
      }
      const note = { note: sample.note, reprintNo: 0, printedAt: ON }
      return ownAreaFields({ ...parcel, ...head, ...rest, ...note, ...nobody }, waybill)
    }
    default:
      return assertNever(kind)
  }
}

const person = { name: '', phone: '', address: '', isMasked: true } as const
/** The own area names neither receiver nor sender. */
const nobody = { receiver: person, sender: person } as const
