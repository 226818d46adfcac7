import type { CancelTimer, Timers } from '@/kernel/timers.ts'
import { isModifierKey, keyChar } from './keyChar.ts'
import type { SampleStroke } from './scanSample.ts'

/** A sample is over when nothing came for this long: longer than any pause a scanner may make, so that
 *  one which makes longer pauses is found out. */
export const SAMPLE_SILENCE_MS = 700

/** Collects keys as they come, whatever they mean. */
export interface SampleKeys {
  /** True when the key is part of a sample and must do nothing else. */
  press(event: KeyboardEvent): boolean
  end(): void
}

/** Bursts of keys, whole and as typed. A key of a command pressed alone is none. */
export function createSampleKeys(
  timers: Timers,
  take: (strokes: readonly SampleStroke[]) => void,
): SampleKeys {
  let strokes: SampleStroke[] = []
  let cancel: CancelTimer = () => {}
  const finish = () => {
    const done = strokes
    strokes = []
    take(done)
  }
  return {
    press(event) {
      const { code, shiftKey: shift, ctrlKey: ctrl, altKey: alt, timeStamp: pressedAtMs } = event
      if (isModifierKey(code)) return strokes.length > 0
      const begins = alt || code === 'F13' || keyChar({ code, shift, ctrl }) !== null
      if (strokes.length === 0 && !begins) return false
      strokes.push({ code, shift, ctrl, alt, pressedAtMs })
      cancel()
      cancel = timers.after(SAMPLE_SILENCE_MS, finish)
      return true
    },
    end() {
      cancel()
      strokes = []
    },
  }
}
