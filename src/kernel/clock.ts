/** Wall time is for people, monotonic time for durations: a wall clock may jump. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  nowMs(): number
  /** Milliseconds of this run, never falling. */
  monoMs(): number
}

/** The only place that reads the machine's clocks. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monoMs: () => Math.floor(performance.now()),
}

declare const performance: { now(): number }

const SHOP_OFFSET_MS = 8 * 3_600_000
const ISO_DAY_LENGTH = 10

/** The calendar day in the shop's zone (Asia/Shanghai, which has no summer time).
 *  Example: 2026-11-01T16:30Z -> `2026-11-02`. */
export function shopDayOf(atMs: number): string {
  return new Date(atMs + SHOP_OFFSET_MS).toISOString().slice(0, ISO_DAY_LENGTH)
}
