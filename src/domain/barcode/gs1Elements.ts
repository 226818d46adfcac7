import { digitalLinkElements } from './digitalLink.ts'
import { type Gs1Element, type Gs1Format, gs1FormatOf } from './gs1Table.ts'
import { type Gs1ValueErrorKind, gs1ValueFault } from './gs1Value.ts'

/** Ends an element whose length is not known beforehand. */
export const GS = '\u001d'

export type Gs1ErrorKind = Gs1ValueErrorKind | 'empty' | 'brackets' | 'unknownAi' | 'repeated'

/** All elements in their order, or the first reason against them and where: `at` is the identifier, or
 *  the text that starts with none. */
export type Gs1Reading =
  | { readonly kind: 'elements'; readonly elements: readonly Gs1Element[] }
  | { readonly kind: 'refused'; readonly fault: Gs1ErrorKind; readonly at: string }

/** GS1-128, DataBar, GS1 DataMatrix, GS1 QR. */
const SYMBOLOGY_ID = /^\](?:C1|e0|d2|Q3)/
const AT_LENGTH = 4

/** Reads a GS1 element string as a scanner sends it (with or without symbology id, GS between elements)
 *  or as a GS1 web address. Brackets are for people: a code that holds them is refused. Never throws.
 *  Source: GS1 General Specifications 7.8. Example: `0106901234567892` + `10A` -> 01 and 10. */
export function readGs1Elements(text: string): Gs1Reading {
  const plain = text.replace(SYMBOLOGY_ID, '')
  const reading = /^https?:\/\//i.test(plain) ? readLink(plain) : readString(plain)
  if (typeof reading === 'function') return reading()
  const repeated = repeatedDifferently(reading)
  return repeated === undefined
    ? { kind: 'elements', elements: reading }
    : { kind: 'refused', fault: 'repeated', at: repeated }
}

/** The elements, or a refusal to be given instead. */
type Outcome = readonly Gs1Element[] | (() => Gs1Reading)

const refusal =
  (fault: Gs1ErrorKind, at: string): Outcome =>
  () => ({ kind: 'refused', fault, at: at.slice(0, AT_LENGTH) })

function readString(text: string): Outcome {
  const elements: Gs1Element[] = []
  // A scanner may send the FNC1 of the start as a GS too.
  let rest = text.startsWith(GS) ? text.slice(1) : text
  if (rest === '') return refusal('empty', '')
  if (rest.startsWith('(')) return refusal('brackets', rest)
  while (rest !== '') {
    const format = gs1FormatOf(rest)
    if (!format) return refusal('unknownAi', rest)
    const value = valueBehind(format, rest)
    const fault = value === '' ? 'length' : gs1ValueFault(format, value)
    if (fault) return refusal(fault, format.ai)
    elements.push({ ai: format.ai, value })
    rest = rest.slice(format.ai.length + value.length)
    // Behind the last element a separator says nothing; two in a row are a fault of the printer.
    if (rest.startsWith(GS)) rest = rest.slice(1)
  }
  return elements
}

function valueBehind({ ai, parts, isPredefined }: Gs1Format, text: string): string {
  const end = text.indexOf(GS)
  const toSeparator = text.slice(ai.length, end < 0 ? undefined : end)
  if (!isPredefined) return toSeparator
  return toSeparator.slice(
    0,
    parts.reduce((sum, part) => sum + part.lengthMax, 0),
  )
}

function readLink(address: string): Outcome {
  const elements = digitalLinkElements(address)
  if (elements === undefined) return refusal('unknownAi', address)
  for (const { ai, value } of elements) {
    const format = gs1FormatOf(ai)
    if (format?.ai !== ai) return refusal('unknownAi', ai)
    const fault = gs1ValueFault(format, value)
    if (fault) return refusal(fault, ai)
  }
  return elements
}

/** An identifier may stand twice only with the same value. */
function repeatedDifferently(elements: readonly Gs1Element[]): string | undefined {
  const first = new Map<string, string>()
  for (const { ai, value } of elements) {
    const known = first.get(ai)
    if (known !== undefined && known !== value) return ai
    first.set(ai, value)
  }
  return undefined
}

/** Elements as people read them. Example: 01 and 10 -> `(01)06901234567892(10)A`. */
export function gs1Words(elements: readonly Gs1Element[]): string {
  return elements.map(({ ai, value }) => `(${ai})${value}`).join('')
}
