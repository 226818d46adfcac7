import type { PrintJob, PrintMark } from './printJob.ts'
import type { PrintStore } from './printStore.ts'

/** One label's step from waiting to being sent, on disk before its first byte leaves. */
export interface WriteAhead {
  /** Rejects where the label is not to be sent: it waits here no more, or the disk takes nothing. */
  write(mark: PrintMark | undefined): Promise<void>
  /** True once it is on disk. Throws what the disk failed with. */
  hasBegun(): boolean
}

/** The step of `job`; not yet taken. */
export function createWriteAhead(store: PrintStore, job: PrintJob): WriteAhead {
  let begun: PrintJob | undefined
  let failure: { readonly fault: unknown } | undefined
  return {
    async write(mark) {
      try {
        begun = await store.begin(job, mark)
      } catch (fault) {
        failure = { fault }
      }
      if (!begun) throw new Error('not written ahead')
    },
    hasBegun() {
      if (failure) throw failure.fault
      return begun !== undefined
    },
  }
}
