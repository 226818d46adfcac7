import { byteText } from '../byteText.ts'
import { type PrinterCondition, worstCondition } from '../printerCondition.ts'

/** Reads the answer to `1B 21 3F`: one byte whose bits add up. What came before it was said unasked.
 *  Example: 0x00 -> ready, 0x05 (open and empty) -> headOpen. */
export function parseTsplStatus(answer: Uint8Array): PrinterCondition {
  const bits = answer.at(-1) ?? 0
  return worstCondition([
    [(bits & 0x01) !== 0, 'headOpen'],
    [(bits & 0x02) !== 0, 'jam'],
    [(bits & 0x04) !== 0, 'noPaper'],
    [(bits & 0x08) !== 0, 'noRibbon'],
    [(bits & 0x10) !== 0, 'paused'],
    [(bits & 0x20) !== 0, 'busy'],
    [(bits & 0x80) !== 0, 'error'],
  ])
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the printer frames its answer with them.
const LONG_ANSWER = /\x02([@-o]{4})\x03\r\n/

export function isTsplLongStatus(answer: Uint8Array): boolean {
  return LONG_ANSWER.test(byteText(answer))
}

const PAUSE = 0x60
const NOT_TAKEN = 0x4c
const BUSY: readonly number[] = [0x42, 0x43, 0x46, 0x50, 0x57]
const ERROR = 0x45

/** Reads the answer to `1B 21 53` (firmware from 6.29): `02 s1 s2 s3 s4 03 0D 0A`; s1 is what it
 *  does, s3 and s4 what is wrong, as bits above 0x40. Example: `@@@A` -> noPaper. */
export function parseTsplLongStatus(answer: Uint8Array): PrinterCondition {
  const said = LONG_ANSWER.exec(byteText(answer))?.[1]
  if (said === undefined) return 'error'
  const [act = 0, , device = 0, media = 0] = Array.from(said, (char) => char.charCodeAt(0))
  return worstCondition([
    [act === PAUSE, 'paused'],
    [act === NOT_TAKEN, 'notTaken'],
    [act === ERROR, 'error'],
    [BUSY.includes(act), 'busy'],
    [(device & 0x01) !== 0, 'headHot'],
    [(device & 0x08) !== 0, 'cutter'],
    [(device & 0x36) !== 0, 'error'],
    [(media & 0x01) !== 0, 'noPaper'],
    [(media & 0x02) !== 0, 'jam'],
    [(media & 0x0c) !== 0, 'noRibbon'],
  ])
}

const MILEAGE = /(\d+)\r/

export function isTsplMileage(answer: Uint8Array): boolean {
  return MILEAGE.test(byteText(answer))
}

/** Reads the answer to `~!@`: digits up to a carriage return. Some printers count metres, not
 *  labels: only where it moved by one with a test label may it prove anything. */
export function parseTsplMileage(answer: Uint8Array): number | undefined {
  const digits = MILEAGE.exec(byteText(answer))?.[1]
  return digits === undefined ? undefined : Number(digits)
}
