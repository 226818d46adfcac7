import type { Clock } from '@/kernel/clock.ts'

const ID_CHARS = 4
const ID_BASE = 36
const ID_COUNT = ID_BASE ** ID_CHARS

/** Process ids of four letters and digits, none twice within 1.6 million. They begin where the clock
 *  stands, so that the first ones after a restart are not those of the life before. */
export function createFreshIds(clock: Clock): () => string {
  let next = clock.nowMs()
  return () => {
    next += 1
    return (next % ID_COUNT).toString(ID_BASE).toUpperCase().padStart(ID_CHARS, '0')
  }
}
