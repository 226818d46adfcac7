import { assertNever } from '@/kernel/assert.ts'
import type { Spoken } from '@/kernel/notice.ts'

/** Slots of a cart and pieces that clips were made for. */
export const SPOKEN_SLOT_MAX = 12
export const SPOKEN_QTY_MAX = 99

/** Name of the clip that says it; null: there is none, so the tone alone answers.
 *  Example: slot 3 -> `slot-3`. */
export function clipOf(spoken: Spoken): string | null {
  switch (spoken.kind) {
    case 'slot':
      return isUpTo(SPOKEN_SLOT_MAX, spoken.slot) ? `slot-${spoken.slot}` : null
    case 'remaining':
      return isUpTo(SPOKEN_QTY_MAX, spoken.qty) ? `remaining-${spoken.qty}` : null
    case 'intercepted':
      return 'intercepted'
    case 'paperOut':
      return 'paper-out'
    default:
      return assertNever(spoken)
  }
}

const isUpTo = (max: number, value: number) =>
  Number.isSafeInteger(value) && value >= 1 && value <= max
