import { gramsOf } from './gramsOf.ts'
import { lineReader } from './lineReader.ts'
import type { FrameReader, ScaleReading } from './scaleReading.ts'

/** What a scale that speaks MT-SICS is asked, again and again: the weight now, whether it moves or not. */
export const SICS_QUESTION = 'SI\r\n'

const LINE = /^S ([SD]) +(-?\d+(?:\.\d+)?) (\w+) *$/

/** MT-SICS: `S S     1.250 kg` stable, `S D` moving, `S I` busy, `S +` and `S -` out of range, `ES` error.
 *  A busy scale gives no reading. */
export const readSics = (): FrameReader => lineReader(parseLine)

function parseLine(line: string): ScaleReading | null {
  const [, state, text = '', unit = ''] = LINE.exec(line) ?? []
  if (state !== undefined) {
    const weightG = gramsOf(text, unit)
    return weightG === null ? null : { kind: 'load', weightG, isStable: state === 'S' }
  }
  if (/^S \+ *$/.test(line)) return { kind: 'overload' }
  if (/^S - *$/.test(line)) return { kind: 'underload' }
  return /^(ES|ET|EL) *$/.test(line) ? { kind: 'broken' } : null
}
