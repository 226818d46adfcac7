import { maskPhone } from './maskPhone.ts'

const phoneInText =
  /(?<![0-9A-Za-z])(?:(?:\+|00)?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}(?:转\d{1,6}|-\d{1,6})?(?!\d)|(?<![0-9A-Za-z])0\d{2,3}[- ]\d{7,8}(?:转\d{1,6}|-\d{1,6})?(?!\d)/g

/** Hides every telephone inside a note: buyers write numbers into remarks, and a label must not
 *  carry them. Long order and waybill numbers stay. Example: 电话13812341234谢谢 -> 电话138******34谢谢. */
export function maskFreeText(text: string): string {
  const plain = text.normalize('NFKC')
  const masked = plain.replace(phoneInText, (found) => maskPhone(found))
  // Without a telephone the text keeps its own full-width marks.
  return masked === plain ? text : masked
}
