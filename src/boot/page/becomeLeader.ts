const LEADER = 'packline-writer'

/** True when this window may write: only one window of a station does. The right ends with the window. */
export function becomeLeader(): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(LEADER, { ifAvailable: true }, (held) => {
      resolve(held !== null)
      // Held until the window closes: a promise that never settles.
      return held === null ? undefined : new Promise(() => undefined)
    })
  })
}
