import type { OpenPress } from './openPress.ts'
import { checkLabel, WAITING_JOBS_MAX } from './checkRequest.ts'
import { isWaiting, type PrintJob } from './printJob.ts'
import type { PrintStore } from './printStore.ts'
import type { ServedPrinter } from './servedPrinter.ts'

/** How many labels went to the other printer, how many could not (other paper, too many waiting, on
 *  their way to paper just now), and of how many a person is asked whether they came out. */
export interface MovedWaiting {
  readonly moved: number
  readonly kept: number
  readonly asked: number
}

export interface MoveParts {
  readonly store: PrintStore
  readonly press: OpenPress
  readonly from: ServedPrinter
  readonly to: ServedPrinter
}

/** Gives the labels that wait for one printer to another, in their order. One that may be half printed
 *  on a printer that stands is not moved: a person is asked about it. */
export async function moveWaiting({ store, press, from, to }: MoveParts): Promise<MovedWaiting> {
  const { printerId } = from.setup.profile
  const target = to.setup.profile.printerId
  const jobs = store.all().filter((job) => job.printerId === printerId && isWaiting(job.state))
  let moved = 0
  let asked = 0
  for (const job of jobs) {
    if (job.state === 'sending') asked += (await askAbout(store, from, job)) ? 1 : 0
    else if (to.status().waiting < WAITING_JOBS_MAX && (await fits({ store, press, to }, job)))
      moved += (await store.reassign(job.jobId, target)) ? 1 : 0
  }
  if (moved > 0) to.writer.wake()
  return { moved, kept: jobs.length - moved - asked, asked }
}

async function fits(
  { store, press, to }: Pick<MoveParts, 'store' | 'press' | 'to'>,
  { jobId, document }: PrintJob,
): Promise<boolean> {
  const label = await store.label(jobId)
  return (
    label !== undefined && checkLabel({ label, document }, to.setup, await press()).length === 0
  )
}

/** False while its printer goes on with it: it needs nobody. */
async function askAbout(store: PrintStore, from: ServedPrinter, job: PrintJob): Promise<boolean> {
  const { state } = from.status()
  if (state !== 'paused' && state !== 'offline') return false
  const why = { code: 'PRN-037', params: { no: job.document.no } }
  return (await store.move(job.jobId, 'unknown', [why])) !== undefined
}
