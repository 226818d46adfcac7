import { PHONE_HIDDEN_MIN } from './maskPhone.ts'

export type PersonalKind = 'name' | 'phone' | 'address'

const openMobile = /(?<!\d)1[0-9]{10}(?!\d)/
const openMobileAlone = /(?<![0-9A-Z])1[0-9]{10}(?!\d)/
const openMobileInGroups = /(?<!\d)1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?!\d)/
const openMobileWithCountry = /(?<![0-9A-Za-z])(?:\+|00)?86[- ]?1[0-9]{10}(?!\d)/
const openLandline = /(?<![0-9A-Za-z])0[0-9]{2,3}[- ][0-9]{7,8}(?!\d)/
const roomNumber = /[0-9０-９]\s*(?:单元|室)|[一二三四五六七八九十]\s*(?:单元|室)/

/** Says whether a text may stand on paper, judged from the text alone and not with the masking code:
 *  a name has a star and shows one character; a telephone hides min(6, all) digits; an address shows
 *  no unit or room number. Example: ('phone', '138****1234') -> false, it hides only 4. */
export function checkMasked(kind: PersonalKind, text: string): boolean {
  if (hasOpenPhone(text)) return false
  if (kind === 'name') return nameIsHidden(text)
  if (kind === 'phone') return phoneIsHidden(text)
  return !roomNumber.test(text)
}

/** A whole mobile number in any text. A run of digits that is longer is a document number, not a
 *  telephone. Example: '电话13812341234' -> true, '1169199035675' -> false. */
export function hasOpenPhone(text: string): boolean {
  const plain = text.normalize('NFKC')
  return [openMobile, openMobileInGroups, openMobileWithCountry].some((form) => form.test(plain))
}

/** As `hasOpenPhone` for the content of a bar code: a number behind capital letters or of 13 digits
 *  is that of a parcel or an item. Example: 'JDVA13812341234-1-1-' -> false, '13812341234' -> true. */
export function hasOpenPhoneInCode(content: string): boolean {
  return openMobileAlone.test(content)
}

/** A landline with its area code, a unit or a room number, in a text that should hold none of them.
 *  Example: '放3单元门口' -> true, '010-87654321' -> true, '3号' -> false. */
export function hasRoomOrLandline(text: string): boolean {
  const plain = text.normalize('NFKC')
  return roomNumber.test(plain) || openLandline.test(plain)
}

function nameIsHidden(text: string): boolean {
  const shown = Array.from(text.trim()).filter((point) => point !== '*')
  return text.trim() === '' || (text.includes('*') && shown.length <= 1)
}

function phoneIsHidden(text: string): boolean {
  const main = text.trim().split(/转|(?<=\d\d)-(?=\d+$)/)[0] ?? ''
  const stars = main.split('*').length - 1
  const shown = main.replace(/[^0-9]/g, '').length
  return stars >= Math.min(PHONE_HIDDEN_MIN, stars + shown)
}
