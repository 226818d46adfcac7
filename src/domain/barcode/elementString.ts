import { parseDayDigits } from './elementDay.ts'
import { readGs1Elements } from './gs1Elements.ts'
import type { Gs1Element } from './gs1Table.ts'

/** What a GS1 element string says of goods; '' and 0 = not in the code. Days are ISO. */
export interface ElementString {
  readonly gtin: string
  readonly lot: string
  readonly serialNo: string
  readonly producedOn: string
  readonly expiresOn: string
  /** Net weight in whole grams (310n). */
  readonly netG: number
}

const GRAMS_PER_KG = 1000

/** Reads a GS1 element string or web address that names goods (01). Null for every other text and for
 *  one that GS1 forbids: wrong check digit, a day that does not exist, brackets. Never throws. `yearNow`
 *  decides the century of its days.
 *  Example: `010694005533113817271231` + `10L7` -> gtin 06940055331138, expires 2027-12-31, lot L7. */
export function parseElementString(text: string, yearNow: number): ElementString | null {
  const reading = readGs1Elements(text)
  if (reading.kind === 'refused') return null
  const values = new Map(reading.elements.map(({ ai, value }) => [ai, value]))
  const gtin = values.get('01')
  if (gtin === undefined) return null
  const producedOn = dayOf(values.get('11'), yearNow)
  const expiresOn = dayOf(values.get('17') ?? values.get('15'), yearNow)
  if (producedOn === null || expiresOn === null) return null
  return {
    gtin,
    lot: values.get('10') ?? '',
    serialNo: values.get('21') ?? '',
    producedOn,
    expiresOn,
    netG: netGrams(reading.elements),
  }
}

const dayOf = (digits: string | undefined, yearNow: number): string | null =>
  digits === undefined ? '' : parseDayDigits(digits, yearNow)

/** The last digit of the identifier says how many decimals the kilograms have. */
function netGrams(elements: readonly Gs1Element[]): number {
  const net = elements.find(({ ai }) => ai.startsWith('310'))
  if (!net) return 0
  return Math.round((Number(net.value) * GRAMS_PER_KG) / 10 ** Number(net.ai.at(-1)))
}
