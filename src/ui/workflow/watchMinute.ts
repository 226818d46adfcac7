import type { Clock } from '@/kernel/clock.ts'
import type { Timers } from '@/kernel/timers.ts'

const MINUTE_MS = 60_000

/** Start of the minute that `nowMs` (ms UTC) lies in. Example: 61_500 -> 60_000. */
export const minuteOf = (nowMs: number): number => nowMs - (nowMs % MINUTE_MS)

/** Tells the start of each new minute as it begins; returns the function that ends it. What is late
 *  becomes so by the clock alone, with no row changed. */
export function watchMinute(
  { clock, timers }: { readonly clock: Clock; readonly timers: Timers },
  tell: (minuteMs: number) => void,
): () => void {
  let cancel = () => {}
  const wait = () => {
    cancel = timers.after(MINUTE_MS - (clock.nowMs() % MINUTE_MS), () => {
      tell(minuteOf(clock.nowMs()))
      wait()
    })
  }
  wait()
  return () => cancel()
}
