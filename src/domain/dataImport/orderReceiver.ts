import type { WaybillUse } from './catalogue.ts'
import type { ReceiverDraft } from './drafts.ts'
import type { FindingCode } from './findingCodes.ts'
import { receiverField } from './receiverField.ts'
import { findProvince, provinceOfCity } from './regions.ts'
import type { RowReader } from './rowReader.ts'
import { splitAddress } from './splitAddress.ts'

const UNKNOWN_DISTRICT = /^其[它他]区$/
const ONLY_TOWN = /^\S{1,14}(?:街道|镇|乡|苏木|地区办事处)$/
const LOST_CHARACTER = /[?？\ufffd]/

/** The receiver of an order row. quiet: the order needs no parcel any more, so nothing is asked. */
export function readReceiver(
  reader: RowReader,
  quiet: boolean,
): { receiver: ReceiverDraft; addressChanged: boolean | null } {
  const name = readName(reader, quiet)
  const phones = readPhones(reader, quiet)
  if (reader.has('address')) {
    const { place, addressChanged } = readWholeAddress(reader, quiet)
    return { receiver: { name, ...phones, ...place }, addressChanged }
  }
  return { receiver: { name, ...phones, ...readAddressParts(reader, quiet) }, addressChanged: null }
}

function ask(reader: RowReader, field: string, code: FindingCode, params = {}): void {
  reader.fault(field, { code, level: 'ask', problem: true, params })
}

function readName(reader: RowReader, quiet: boolean): ReceiverDraft['name'] {
  const name = receiverField(reader.text('name', quiet))
  if (!quiet && name.kind === 'plain' && LOST_CHARACTER.test(name.value))
    ask(reader, 'name', 'nameDamaged')
  return name
}

function readPhones(reader: RowReader, quiet: boolean): Pick<ReceiverDraft, 'mobile' | 'tel'> {
  const tel = receiverField(reader.text('tel', quiet))
  const mobile = receiverField(reader.text('mobile', quiet))
  const isEmpty = reader.raw('mobile').trim() === '' && reader.raw('tel').trim() === ''
  if (!quiet && reader.has('mobile') && isEmpty) ask(reader, 'mobile', 'phoneMissing')
  return { mobile, tel }
}

type Place = Omit<ReceiverDraft, 'name' | 'mobile' | 'tel'>

function readWholeAddress(
  reader: RowReader,
  quiet: boolean,
): { place: Place; addressChanged: boolean } {
  const changed = reader.text('changedAddress', quiet)
  const field = changed === '' ? 'address' : 'changedAddress'
  const text = changed === '' ? reader.text('address', quiet) : changed
  const { detail, ...parts } = splitAddress(text)
  const place: Place = { ...parts, town: null, detail: receiverField(detail) }
  if (!quiet) checkPlace(reader, field, place, { wantsDistrict: true, wantsDetail: true })
  return { place, addressChanged: changed !== '' }
}

function readAddressParts(reader: RowReader, quiet: boolean): Place {
  const word = reader.text('province', quiet)
  const place: Place = {
    province: findProvince(word) ?? word,
    city: reader.text('city', quiet),
    district: reader.text('district', quiet),
    town: reader.text('town', quiet) || null,
    detail: receiverField(reader.text('detail', quiet)),
    postcode: reader.text('postcode', quiet) || null,
  }
  if (quiet) return place
  if (word !== '' && findProvince(word) === null)
    ask(reader, 'province', 'unknownProvince', { word })
  const field = reader.has('detail') ? 'detail' : 'province'
  if (reader.has('province') || reader.has('detail'))
    checkPlace(reader, field, place, { wantsDistrict: false, wantsDetail: reader.has('detail') })
  return place
}

/** One fault per address: hidden, incomplete, contradictory, or with an unknown district. */
function checkPlace(
  reader: RowReader,
  field: string,
  place: Place,
  wants: { wantsDistrict: boolean; wantsDetail: boolean },
): void {
  const { detail } = place
  if (wants.wantsDistrict && detail.kind === 'mask') return ask(reader, field, 'addressMasked')
  if (isIncomplete(reader, place, wants)) return ask(reader, field, 'addressIncomplete')
  const home = provinceOfCity(place.city)
  if (home !== null && place.province !== '' && home !== place.province)
    return ask(reader, field, 'addressMismatch', { city: place.city, province: place.province })
  if (UNKNOWN_DISTRICT.test(place.district)) ask(reader, field, 'districtUnknown')
}

function isIncomplete(
  reader: RowReader,
  place: Place,
  wants: { wantsDistrict: boolean; wantsDetail: boolean },
): boolean {
  const { detail } = place
  const wantsRegion = wants.wantsDistrict || reader.has('province')
  if (wantsRegion && (place.province === '' || place.city === '')) return true
  if (wants.wantsDistrict && place.district === '') return true
  if (!wants.wantsDetail) return false
  return detail.kind === 'absent' || (detail.kind === 'plain' && ONLY_TOWN.test(detail.value))
}

/** Where a parcel goes, as far as the file lets it be compared. */
export function readWaybillUse(orderNo: string, receiver: ReceiverDraft): WaybillUse {
  const { province, city, district, town, detail } = receiver
  const region = [province, city, district, town ?? ''].join('\n')
  return { orderNo, region, detail: detail.kind === 'plain' ? detail.value : '' }
}

/** Whether two orders may share one parcel: same region, and the same detail where both can be read. */
export function canShareParcel(one: WaybillUse, other: WaybillUse): boolean {
  if (one.orderNo === other.orderNo || one.orderNos?.includes(other.orderNo)) return true
  if (one.region !== other.region) return false
  return one.detail === '' || other.detail === '' || one.detail === other.detail
}
