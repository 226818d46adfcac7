import { byteText } from '../byteText.ts'
import { type PrinterCondition, worstCondition } from '../printerCondition.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: the printer frames its answer with them.
const PART = /\x02([^\x02\x03]*)\x03/g
const PARTS = 3

function partsOf(answer: Uint8Array): string[][] {
  return Array.from(byteText(answer).matchAll(PART), ([, part = '']) => part.split(','))
}

export function isZplStatus(answer: Uint8Array): boolean {
  return partsOf(answer).length >= PARTS
}

/** Reads the answer to `~HS`: three strings, each between STX and ETX. Of the first: 2nd no paper,
 *  3rd paused, 5th labels waiting, 8th half a label, 12th head hot; of the second: 3rd head up, 4th
 *  no ribbon, 8th label not taken, 9th left to print. Example: see the test. */
export function parseZplStatus(answer: Uint8Array): PrinterCondition {
  const [first = [], second = []] = partsOf(answer)
  if (first.length < 8 || second.length < 9) return 'error'
  const isUp = (fields: readonly string[], at: number) => Number(fields[at] ?? 0) > 0
  return worstCondition([
    [isUp(first, 1), 'noPaper'],
    [isUp(first, 2), 'paused'],
    [isUp(first, 4) || isUp(first, 7) || isUp(second, 8), 'busy'],
    [isUp(first, 11), 'headHot'],
    [isUp(second, 2), 'headOpen'],
    [isUp(second, 3), 'noRibbon'],
    [isUp(second, 7), 'notTaken'],
  ])
}

const QUOTED = /"(\d+|\?)"/

export function isZplCounter(answer: Uint8Array): boolean {
  return QUOTED.test(byteText(answer))
}

/** Reads the answer to `getvar "odometer.total_label_count"`: `"123"`; `"?"` where the printer does
 *  not count. */
export function parseZplCounter(answer: Uint8Array): number | undefined {
  const said = QUOTED.exec(byteText(answer))?.[1]
  return said === undefined || said === '?' ? undefined : Number(said)
}
