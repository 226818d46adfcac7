import type { ScaleReading } from './scaleReading.ts'

/** Less than this is nothing on the scale, grams: dust, a strip of tape, a drifting zero. */
export const LOAD_G_MIN = 10

/** The scale of a station as everybody may know it. */
export interface ScaleView {
  readonly scaleId: string
  /** `silent`: nothing came from it for a while, or it is not plugged in. */
  readonly state: 'live' | 'silent'
  /** Grams of the tray that are taken off every reading, 0 = none. */
  readonly tareG: number
  /** The last reading without the tray; null until there is one. */
  readonly reading: ScaleReading | null
}

/** Grams of a load that stands still; null while it moves, and where nothing or less than nothing lies there. */
export function settledG(scale: ScaleView | null): number | null {
  const reading = scale?.state === 'live' ? scale.reading : null
  if (reading?.kind !== 'load' || !reading.isStable) return null
  return reading.weightG >= LOAD_G_MIN ? reading.weightG : null
}
