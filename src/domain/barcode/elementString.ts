/** What a GS1 element string says of goods; '' = not in the code. Days are ISO. */
export interface ElementString {
  readonly gtin: string
  readonly lot: string
  readonly producedOn: string
  readonly expiresOn: string
}

/** Ends an element of variable length. */
const GS = '\u001d'
const LOT_LENGTH_MAX = 20
const GTIN_LENGTH = 14
const DAY_LENGTH = 6

/** Elements of fixed length that may stand in a goods label, by application identifier. */
const fixedLengths: Readonly<Record<string, number>> = {
  '01': GTIN_LENGTH,
  '02': GTIN_LENGTH,
  '11': DAY_LENGTH,
  '13': DAY_LENGTH,
  '15': DAY_LENGTH,
  '17': DAY_LENGTH,
}
/** Elements of variable length that are known: read up to the separator. */
const openElements = new Set(['10', '21', '30', '37'])

/** Reads a GS1 element string that starts with a GTIN, as scanned (GS between elements) or as printed
 *  (identifiers in brackets). Null for every other text and for a day that does not exist. Never throws.
 *  Example: `0106940055331138172712311 0L7` without the blank -> gtin 06940055331138, expires
 *  2027-12-31, lot L7. Source: GS1 General Specifications 3. */
export function parseElementString(text: string): ElementString | null {
  const elements = readElements(text.startsWith('(01)') ? withoutBrackets(text) : text)
  const gtin = elements?.get('01')
  if (!elements || gtin === undefined) return null
  const producedOn = dayOf(elements.get('11'))
  const expiresOn = dayOf(elements.get('17') ?? elements.get('15'))
  if (producedOn === null || expiresOn === null) return null
  return { gtin, lot: elements.get('10') ?? '', producedOn, expiresOn }
}

const withoutBrackets = (text: string): string =>
  text.replace(/^\((\d{2})\)/, '$1').replace(/\((\d{2})\)/g, (_, id: string) => GS + id)

function readElements(text: string): Map<string, string> | null {
  if (!text.startsWith('01')) return null
  const elements = new Map<string, string>()
  let rest = text
  while (rest !== '') {
    if (rest.startsWith(GS)) rest = rest.slice(1)
    const id = rest.slice(0, 2)
    const length = lengthOf(id, rest)
    if (length === null) return null
    const value = rest.slice(2, 2 + length)
    if (value.length < length || value === '') return null
    if (id in fixedLengths && !/^\d+$/.test(value)) return null
    elements.set(id, value)
    rest = rest.slice(2 + length)
  }
  return elements
}

function lengthOf(id: string, rest: string): number | null {
  const fixed = fixedLengths[id]
  if (fixed !== undefined) return fixed
  if (!openElements.has(id)) return null
  const end = rest.indexOf(GS)
  const length = (end < 0 ? rest.length : end) - 2
  return length <= LOT_LENGTH_MAX ? length : null
}

const dayOf = (digits: string | undefined): string | null =>
  digits === undefined ? '' : parseDayDigits(digits)

const LONG_DAY_LENGTH = 8
const CENTURY = '20'
const MONTHS_LONG = new Set([1, 3, 5, 7, 8, 10, 12])

/** A day of this century as YYMMDD or YYYYMMDD; day 00 = the month's last day, as GS1 has it. Null where
 *  there is no such day. Example: `270600` -> `2027-06-30`. */
export function parseDayDigits(digits: string): string | null {
  const text = digits.length === DAY_LENGTH ? CENTURY + digits : digits
  if (text.length !== LONG_DAY_LENGTH || !/^\d+$/.test(text)) return null
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(4, 6))
  const given = Number(text.slice(6))
  if (month < 1 || month > 12) return null
  const last = lastDayOf(year, month)
  const day = given === 0 ? last : given
  if (day > last) return null
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${text.slice(0, 4)}-${pad(month)}-${pad(day)}`
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return MONTHS_LONG.has(month) ? 31 : 30
}
