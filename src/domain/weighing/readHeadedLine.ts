import { gramsOf } from './gramsOf.ts'
import { lineReader } from './lineReader.ts'
import type { FrameReader, ScaleReading } from './scaleReading.ts'

const UNIT = '(kg| g|lb|oz| t)'
/** 18 characters with the line's end: `ST,GS,+00012.5kg`. */
const AND_LINE = new RegExp(`(ST|US|OL),(?:GS|NT|TR),([+-].{7})${UNIT}$`)
/** 22 characters with the line's end: head, device number, lamps, eight characters, a blank, the unit. The
 *  lamps may be any byte; some devices write a comma between all fields. */
const CAS_LINE = new RegExp(`(ST|US|OL),(?:GS|NT),[^],?[^],([ +\\-\\d.]{8}),? ,?${UNIT}$`)

/** A&D, 18 characters: `ST,GS,+00012.5kg` -> 12500 g, stable; `US` moves, `OL` is too much. */
export const readAnd = (): FrameReader => lineReader((line) => readWith(AND_LINE, line))

/** CAS, 22 characters: as A&D with the device's number and its lamps in between. */
export const readCas = (): FrameReader => lineReader((line) => readWith(CAS_LINE, line))

function readWith(frame: RegExp, line: string): ScaleReading | null {
  const [, state, text = '', unit = ''] = frame.exec(line) ?? []
  if (state === undefined) return null
  if (state === 'OL') return { kind: 'overload' }
  const weightG = gramsOf(text.replace(/^([+-]?) +/, '$1').trim(), unit.trim())
  return weightG === null ? null : { kind: 'load', weightG, isStable: state === 'ST' }
}
