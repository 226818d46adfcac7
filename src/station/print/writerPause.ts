import { setTimeout as sleep } from 'node:timers/promises'

/** The waits of one writer; its end cuts each of them short. */
export interface WriterPause {
  /** Resolves after so long. */
  rest(ms: number): Promise<unknown>
  untilWoken(): Promise<void>
  wake(): void
  /** From now on nothing is waited for. */
  stop(): void
  isStopping(): boolean
}

/** Waits of a writer that has just begun. */
export function createWriterPause(): WriterPause {
  const stopping = new AbortController()
  const { signal } = stopping
  let wake: () => void = () => undefined
  return {
    rest: (ms) => sleep(ms, undefined, { signal }).catch(() => undefined),
    untilWoken: () =>
      new Promise((resolve) => {
        wake = resolve
        if (signal.aborted) resolve()
      }),
    wake: () => wake(),
    stop() {
      stopping.abort()
      wake()
    },
    isStopping: () => signal.aborted,
  }
}
