import { expect, it } from 'vitest'
import { watchMinute } from './watchMinute.ts'

it('each new minute is told as it begins, until nobody listens', () => {
  let nowMs = 90_500
  let due: { atMs: number; run: () => void } | null = null
  const timers = {
    after(delayMs: number, run: () => void) {
      due = { atMs: nowMs + delayMs, run }
      return () => {
        due = null
      }
    },
  }
  const told: number[] = []
  const clock = { nowMs: () => nowMs, monoMs: () => nowMs }
  const stop = watchMinute({ clock, timers }, (minuteMs) => told.push(minuteMs))
  const forward = () => {
    const next = due
    if (!next) return
    nowMs = next.atMs
    next.run()
  }
  forward()
  forward()
  expect(told).toEqual([120_000, 180_000])
  stop()
  forward()
  expect(told).toHaveLength(2)
})
