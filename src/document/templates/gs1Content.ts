import { GS } from '@/domain/barcode/gs1Elements.ts'
import { gs1FormatOf } from '@/domain/barcode/gs1Table.ts'
import { fillText } from '@/domain/record/labelTemplate.ts'

/** An identifier as people write it, in the text of the template: a bracket in a value is left alone. */
const WRITTEN_AI = /\((\d{2,4})\)/

/** Numbers of SKUs and days are kept in other forms than GS1 writes them. */
const GTIN_AI = ['01', '02', '03']
const DAY_AI = ['11', '12', '13', '15', '16', '17']
const GTIN_LENGTH = 14

/** The elements of a GS1 code from a template's text, whose identifiers stand in brackets; elements without
 *  a value are left out, GS stands where one is needed. A text without brackets is taken as it is. EAN and
 *  UPC are filled up to 14 digits, days become YYMMDD.
 *  Example: `(01){barcode}(10){lot}(17){expiresOn}` -> `0106901234567892` `10L7<GS>` `17281031`. */
export function gs1Content(text: string, fields: Readonly<Record<string, string>>): string {
  const [before = '', ...parts] = text.split(WRITTEN_AI)
  if (parts.length === 0) return fillText(text, fields)
  const elements = parts.flatMap((ai, i) => {
    const value = i % 2 === 0 ? fillText(parts[i + 1] ?? '', fields) : ''
    return value === '' ? [] : [{ ai, value: valueOf(ai, value) }]
  })
  const content = elements.map(({ ai, value }, i) => {
    const isLast = i === elements.length - 1
    return `${ai}${value}${isLast || gs1FormatOf(ai)?.isPredefined ? '' : GS}`
  })
  return fillText(before, fields) + content.join('')
}

function valueOf(ai: string, value: string): string {
  if (GTIN_AI.includes(ai) && /^(?:\d{8}|\d{12,13})$/.test(value))
    return value.padStart(GTIN_LENGTH, '0')
  const [, year, month, day] = /^\d\d(\d\d)-(\d\d)-(\d\d)$/.exec(value) ?? []
  return DAY_AI.includes(ai) && year && month && day ? year + month + day : value
}
