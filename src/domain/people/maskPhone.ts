/** A telephone hides at least this many digits (GB/T 41833-2022); the common 138****1234 hides 4. */
export const PHONE_HIDDEN_MIN = 6

const extension = /^(.+?)\s*(转\s*\d{1,6}|-\d{1,6})$/
const wholeNumber =
  /^(?:(?:\+?86|0086)[- ]?)?1[\d -]{10,14}$|^(?:(?:\+?86|0086)[- ]?)?0\d{2,3}[- ]?\d{7,8}$/
const mobileWithCountry = /^(?:0086|86)(1\d{10})$/

/** Hides a telephone for label, screen and export: with n digits the last 2 stay (1 of 7, none of
 *  fewer) and at most the first 3, never showing so many that fewer than 6 are hidden. An extension
 *  after a whole mobile or area-code number stays: a virtual number cannot be called without it.
 *  Example: +86 138-1234-1234 -> 138******34, 010-87654321-802 -> 010******21-802. */
export function maskPhone(phone: string): string {
  const { main, tail } = splitExtension(phone.normalize('NFKC').trim())
  const all = main.replace(/\D/g, '')
  const digits = mobileWithCountry.exec(all)?.[1] ?? all
  const shownTail = digits.length >= 8 ? 2 : digits.length === 7 ? 1 : 0
  const shownHead = Math.min(3, Math.max(0, digits.length - shownTail - PHONE_HIDDEN_MIN))
  const hidden = digits.length - shownHead - shownTail
  return digits.slice(0, shownHead) + '*'.repeat(hidden) + digits.slice(shownHead + hidden) + tail
}

function splitExtension(phone: string): { main: string; tail: string } {
  const match = extension.exec(phone)
  const main = match?.[1] ?? phone
  if (match?.[2] === undefined || !isWholeNumber(main)) return { main: phone, tail: '' }
  return { main, tail: match[2].replace(/\s/g, '') }
}

function isWholeNumber(main: string): boolean {
  const digits = main.replace(/\D/g, '').replace(mobileWithCountry, '$1')
  return wholeNumber.test(main) && (!digits.startsWith('1') || digits.length === 11)
}
