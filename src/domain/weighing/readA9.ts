import { gramsOf } from './gramsOf.ts'
import type { FrameReader, PlainUnit, ScaleReading } from './scaleReading.ts'

const START = 0x02
const END = 0x03
const FRAME_LENGTH = 12
/** Sign, six digits, number of decimals: what the check covers. */
const CHECKED_LENGTH = 8

/** XK3190-A9, continuous: `02 sign d×6 decimals xorHi xorLo 03`. A frame names no unit; a half frame or a
 *  wrong check is passed over up to the next 02. Example: `02 2B 30 30 31 32 35 30 33 31 45 03` with kg
 *  -> 1250 g. */
export function readA9(unit: PlainUnit): FrameReader {
  let rest: number[] = []
  return (bytes) => {
    rest.push(...bytes)
    const readings: ScaleReading[] = []
    for (;;) {
      const start = rest.indexOf(START)
      rest = start < 0 ? [] : rest.slice(start)
      if (rest.length < FRAME_LENGTH) return readings
      const reading = readFrame(rest.slice(0, FRAME_LENGTH), unit)
      if (reading) readings.push(reading)
      // A cut frame may hold the start of a whole one: look on behind its 02.
      rest = rest.slice(reading ? FRAME_LENGTH : 1)
    }
  }
}

function readFrame(frame: readonly number[], unit: PlainUnit): ScaleReading | null {
  const body = frame.slice(1, 1 + CHECKED_LENGTH)
  const xor = body.reduce((sum, byte) => sum ^ byte, 0)
  const [high = 0, low = 0, end] = frame.slice(1 + CHECKED_LENGTH)
  if (end !== END || nibbleOf(high) !== xor >> 4 || nibbleOf(low) !== (xor & 15)) return null
  const text = String.fromCharCode(...body)
  const [, sign = '', digits = '', decimals = ''] = /^([+-])(\d{6})([0-4])$/.exec(text) ?? []
  const point = digits.length - Number(decimals)
  const weightG = gramsOf(`${sign}${digits.slice(0, point)}.${digits.slice(point)}`, unit)
  return weightG === null ? null : { kind: 'load', weightG, isStable: false }
}

/** `0`–`9` stand for themselves; 10–15 are `A`–`F` or, in older devices, the characters behind `9`. */
function nibbleOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x3f) return byte - 0x30
  return byte >= 0x41 && byte <= 0x46 ? byte - 0x41 + 10 : -1
}
