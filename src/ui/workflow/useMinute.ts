import { useEffect, useState } from 'react'
import { systemClock } from '@/kernel/clock.ts'
import { systemTimers } from '@/kernel/timers.ts'
import { minuteOf, watchMinute } from './watchMinute.ts'

/** The minute it is, ms UTC; a new value each minute redraws what hangs on the clock. */
export function useMinute(): number {
  const [minuteMs, setMinuteMs] = useState(() => minuteOf(systemClock.nowMs()))
  useEffect(() => watchMinute({ clock: systemClock, timers: systemTimers }, setMinuteMs), [])
  return minuteMs
}
