import type { FrameReader, ScaleReading } from './scaleReading.ts'

/** Equal readings in a row that count as standing still: half a second of a usual indicator. */
export const STEADY_READINGS = 5

/** Marks readings of a scale that does not say itself whether it stands still: stable = the same grams
 *  `count` times in a row. */
export function steadyReader(read: FrameReader, count = STEADY_READINGS): FrameReader {
  let lastG: number | null = null
  let equal = 0
  const mark = (reading: ScaleReading): ScaleReading => {
    const weightG = reading.kind === 'load' ? reading.weightG : null
    equal = weightG !== null && weightG === lastG ? equal + 1 : 1
    lastG = weightG
    return reading.kind === 'load' ? { ...reading, isStable: equal >= count } : reading
  }
  return (bytes) => read(bytes).map(mark)
}
