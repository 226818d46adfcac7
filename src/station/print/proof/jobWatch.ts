import type { Clock } from '@/kernel/clock.ts'
import type { PrinterState } from '../printerSetup.ts'
import type { PrintNotice } from '../printJob.ts'
import type { PrintStore } from '../printStore.ts'
import type { ProofWatch } from '../transport/transport.ts'

export interface JobWatchParts {
  readonly jobId: string
  readonly store: PrintStore
  readonly clock: Clock
  onState(state: PrinterState, notice?: PrintNotice): void
  /** The host ends. */
  isStopping(): boolean
}

/** Watches over one label that is being sent: what its printer stopped for stands in the job, on disk,
 *  for a printer that ran out of paper in the middle is never sent the label again. */
export function createJobWatch(parts: JobWatchParts): ProofWatch {
  const { jobId, store, onState } = parts
  const hasStood = () => (store.find(jobId)?.notices.length ?? 0) > 0
  return {
    async stands(notice) {
      onState(notice ? 'paused' : 'printing', notice)
      if (notice && !hasStood()) await store.move(jobId, 'sending', [notice])
    },
    hasStood,
    isOver: () => parts.isStopping() || store.find(jobId)?.state !== 'sending',
    monoMs: () => parts.clock.monoMs(),
  }
}
