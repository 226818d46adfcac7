/** Asks a TSPL printer how it is; answered with one byte. */
export const TSPL_STATUS_QUERY = Uint8Array.of(0x1b, 0x21, 0x3f)

/** What a printer waits for; `busy` and `ready` need nobody. */
export type PrinterCondition =
  | 'ready'
  | 'busy'
  | 'headOpen'
  | 'jam'
  | 'noPaper'
  | 'noRibbon'
  | 'paused'
  | 'error'

const bits: readonly (readonly [number, PrinterCondition])[] = [
  [0x01, 'headOpen'],
  [0x02, 'jam'],
  [0x04, 'noPaper'],
  [0x08, 'noRibbon'],
  [0x10, 'paused'],
  [0x80, 'error'],
  [0x20, 'busy'],
]

/** Reads the answer to `1B 21 3F`: the bits add up, the one that a person must mend first wins.
 *  Example: 0x00 -> ready, 0x05 (open and empty) -> headOpen. */
export function parseTsplStatus(answer: number): PrinterCondition {
  return bits.find(([bit]) => (answer & bit) !== 0)?.[1] ?? 'ready'
}
