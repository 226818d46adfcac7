/** What a printer has said so far on one connection, and who waits for it. */
export interface Inbox {
  push(chunk: Uint8Array): void
  /** Nothing more will come. */
  end(): void
  /** The connection broke; whoever waits hears it. */
  fail(error: Error): void
  failure(): Error | undefined
  isEnded(): boolean
  /** Forgets what was said: it answers no question asked from now on. */
  clear(): void
  /** Resolves with everything said since `clear` once it is complete. */
  wait(isComplete: (sofar: Uint8Array) => boolean, limitMs: number): Promise<Uint8Array | 'silent'>
}

/** Bytes kept of a printer that talks on unasked. */
export const INBOX_BYTES_MAX = 65_536

/** An empty inbox of an open connection. */
export function createInbox(): Inbox {
  let said = new Uint8Array()
  let failure: Error | undefined
  let isEnded = false
  let wake: () => void = () => undefined
  return {
    push(chunk) {
      said = new Uint8Array(Buffer.concat([said, chunk]).subarray(-INBOX_BYTES_MAX))
      wake()
    },
    end() {
      isEnded = true
      wake()
    },
    fail(error) {
      failure ??= error
      wake()
    },
    failure: () => failure,
    isEnded: () => isEnded,
    clear() {
      said = new Uint8Array()
    },
    wait: (isComplete, limitMs) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          clearTimeout(timer)
          wake = () => undefined
          act()
        }
        const timer = setTimeout(() => settle(() => resolve('silent')), limitMs)
        wake = () => {
          const error = failure
          if (isComplete(said)) settle(() => resolve(said))
          else if (error) settle(() => reject(error))
          else if (isEnded) settle(() => resolve('silent'))
        }
        wake()
      }),
  }
}
