/** How measured durations spread, in milliseconds rounded to a hundredth. */
export interface Spread {
  readonly count: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  readonly maxMs: number
}

/** Example: [1, 2, 3, 4] -> p50 3, p95 4. */
export function spreadOf(durationsMs: readonly number[]): Spread {
  const sorted = durationsMs.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return {
    count: sorted.length,
    p50Ms: hundredths(at(0.5)),
    p95Ms: hundredths(at(0.95)),
    p99Ms: hundredths(at(0.99)),
    maxMs: hundredths(sorted.at(-1)),
  }
}

export function hundredths(value = 0): number {
  return Math.round(value * 100) / 100
}
