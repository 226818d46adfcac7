import { type PrinterCondition, worstCondition } from '../printerCondition.ts'

/** Reads the answer to `1B 68`, which comes once the last label is done: bits of one byte. That it
 *  was reset (10) needs nobody. Example: 0x02 -> noPaper. */
export function parseCpclStatus(answer: Uint8Array): PrinterCondition {
  const bits = answer.at(-1) ?? 0
  return worstCondition([
    [(bits & 0x01) !== 0, 'busy'],
    [(bits & 0x02) !== 0, 'noPaper'],
    [(bits & 0x04) !== 0, 'headOpen'],
    [(bits & 0x08) !== 0, 'lowPower'],
  ])
}

/** Reads the answer to `1B 69`. Paper that runs low (40) still prints. */
export function parseCpclDetail(answer: Uint8Array): PrinterCondition {
  const bits = answer.at(-1) ?? 0
  return worstCondition([
    [(bits & 0x10) !== 0, 'jam'],
    [(bits & 0x20) !== 0, 'notTaken'],
    [(bits & 0x80) !== 0, 'noRibbon'],
  ])
}
