import { type Gs1ErrorKind, readGs1Elements } from '@/domain/barcode/gs1Elements.ts'
import { companionFault } from './gs1Companions.ts'

export type Gs1Code = `PRN-07${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`

const codes: Readonly<Record<Gs1ErrorKind, Gs1Code>> = {
  brackets: 'PRN-070',
  checkDigit: 'PRN-071',
  noSuchDay: 'PRN-072',
  character: 'PRN-073',
  length: 'PRN-074',
  unknownAi: 'PRN-075',
  form: 'PRN-076',
  repeated: 'PRN-076',
  empty: 'PRN-076',
}

/** Why elements must not be printed as a GS1 code, with the identifier it is about: PRN-070 brackets,
 *  -071 check digit, -072 no such day, -073 character, -074 length, -075 unknown identifier, -076
 *  another rule, -077 an identifier without its companion. Undefined where they may. */
export function checkGs1(text: string): { code: Gs1Code; ai: string } | undefined {
  const reading = readGs1Elements(text)
  if (reading.kind === 'refused') return { code: codes[reading.fault], ai: reading.at }
  const ai = companionFault(reading.elements)
  return ai === undefined ? undefined : { code: 'PRN-077', ai }
}
