/** What a printer waits for; `busy` and `ready` need nobody. */
export type PrinterCondition =
  | 'ready'
  | 'busy'
  | 'headOpen'
  | 'jam'
  | 'noPaper'
  | 'noRibbon'
  | 'cutter'
  | 'headHot'
  | 'lowPower'
  | 'notTaken'
  | 'offline'
  | 'paused'
  | 'error'

/** What a person must mend first, on top: an open head hides whether there is paper. */
const urgency: readonly PrinterCondition[] = [
  'headOpen',
  'jam',
  'noPaper',
  'noRibbon',
  'cutter',
  'lowPower',
  'headHot',
  'error',
  'paused',
  'notTaken',
  'offline',
  'busy',
]

/** One flag of an answer: whether it is up, and what it then means. */
export type ConditionFlag = readonly [isUp: boolean, condition: PrinterCondition]

/** The most urgent of the flags that are up; ready where none is.
 *  Example: [[true, 'busy'], [true, 'noPaper']] -> noPaper. */
export function worstCondition(flags: readonly ConditionFlag[]): PrinterCondition {
  const up = new Set(flags.filter(([isUp]) => isUp).map(([, condition]) => condition))
  return urgency.find((condition) => up.has(condition)) ?? 'ready'
}
