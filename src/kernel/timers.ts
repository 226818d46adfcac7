/** Ends a timer that has not run yet; harmless afterwards. */
export type CancelTimer = () => void

/** Waiting, as a port: tests run it by hand. */
export interface Timers {
  after(delayMs: number, run: () => void): CancelTimer
}

declare function setTimeout(run: () => void, delayMs: number): unknown
declare function clearTimeout(handle: unknown): void

/** The machine's own timers. */
export const systemTimers: Timers = {
  after(delayMs, run) {
    const handle = setTimeout(run, delayMs)
    return () => clearTimeout(handle)
  },
}
