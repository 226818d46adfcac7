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
