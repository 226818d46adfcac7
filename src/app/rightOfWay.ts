import type { Timers } from '@/kernel/timers.ts'

/** Longest wait for the answers under way, ms: one that itself waits for the long work must not stop it. */
const GIVE_WAY_MS_MAX = 400

/** Scans go first: each write keeps the whole store to itself, so an answer that reads and writes in turn
 *  would wait for one part of an import after another. */
export interface RightOfWay {
  /** Runs what a person waits for. */
  first<T>(answer: () => Promise<T>): Promise<T>
  /** Asked by long work before each of its parts; resolves when the answers under way are given. */
  giveWay(): Promise<void>
}

export function createRightOfWay(timers: Timers): RightOfWay {
  const underWay = new Set<Promise<void>>()
  return {
    first(answer) {
      const given = answer()
      const ended = given.then(
        () => void underWay.delete(ended),
        () => void underWay.delete(ended),
      )
      underWay.add(ended)
      return given
    },
    async giveWay() {
      if (underWay.size === 0) return
      const before = [...underWay]
      await new Promise<void>((resolve) => {
        const cancel = timers.after(GIVE_WAY_MS_MAX, () => {
          for (const answer of before) underWay.delete(answer)
          resolve()
        })
        void Promise.all(before).then(() => {
          cancel()
          resolve()
        })
      })
    },
  }
}
