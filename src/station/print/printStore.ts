import { assert } from '@/kernel/assert.ts'
import type { Clock } from '@/kernel/clock.ts'
import type { PrintContent } from '@/document/componentLabel.ts'
import { printContentShape } from '@/protocol/labelShape.ts'
import {
  isWaiting,
  type PrintJob,
  type PrintMark,
  type PrintNotice,
  type PrintState,
  paperKey,
  printTransitions,
} from './printJob.ts'
import type { PrintLog } from './printLog.ts'

/** The jobs in memory over the write-ahead file: nothing changes here before it is on disk. */
export interface PrintStore {
  all(): readonly PrintJob[]
  find(jobId: string): PrintJob | undefined
  /** The job of the same paper or the same id, unless that one failed before anything was printed. */
  findSame(job: Pick<PrintJob, 'jobId' | 'document'>): PrintJob | undefined
  /** The oldest job of a printer that waits for it. */
  nextFor(printerId: string): PrintJob | undefined
  /** The job of a printer that may be on its way to paper. */
  sendingTo(printerId: string): PrintJob | undefined
  add(job: PrintJob, label: PrintContent): Promise<void>
  /** Undefined where the job has gone elsewhere meanwhile: a scan-back can overtake the writer. */
  move(
    jobId: string,
    state: PrintState,
    notices?: readonly PrintNotice[],
  ): Promise<PrintJob | undefined>
  /** From queued to sending, with the mark; the mark goes when it leaves `sending`. Undefined where the
   *  job no longer waits for this printer. */
  begin(job: PrintJob, mark: PrintMark | undefined): Promise<PrintJob | undefined>
  /** Gives a queued job to another printer, at the end of its line. */
  reassign(jobId: string, printerId: string): Promise<PrintJob | undefined>
  label(jobId: string): Promise<PrintContent | undefined>
}

/** Jobs of `log`; `onJob` hears of every change once it is on disk. */
export function createPrintStore(
  log: PrintLog,
  clock: Clock,
  onJob: (job: PrintJob) => void,
): PrintStore {
  const jobs = new Map(log.jobs.map((job) => [job.jobId, job]))
  const put = async (job: PrintJob) => {
    await log.append(job)
    // A job that starts anew after a failure goes to the end of the line.
    if (!jobs.has(job.jobId) || jobs.get(job.jobId)?.state === 'failed') jobs.delete(job.jobId)
    jobs.set(job.jobId, job)
    onJob(job)
    return job
  }
  return {
    all: () => [...jobs.values()],
    find: (jobId) => jobs.get(jobId),
    findSame: ({ jobId, document }) =>
      [...jobs.values()].find(
        (job) =>
          job.state !== 'failed' &&
          (job.jobId === jobId || paperKey(job.document) === paperKey(document)),
      ),
    nextFor: (printerId) =>
      [...jobs.values()].find((job) => job.printerId === printerId && job.state === 'queued'),
    sendingTo: (printerId) =>
      [...jobs.values()].find((job) => job.printerId === printerId && job.state === 'sending'),
    async add(job, label) {
      await log.writeLabel(job.jobId, JSON.stringify(label))
      await put(job)
    },
    ...createJobChanges({ jobs, log, clock, put }),
    async label(jobId) {
      const json = await log.readLabel(jobId)
      if (json === undefined) return undefined
      const parsed = printContentShape.safeParse(JSON.parse(json))
      return parsed.success ? parsed.data : undefined
    },
  }
}

interface ChangeParts {
  readonly jobs: Map<string, PrintJob>
  readonly log: PrintLog
  readonly clock: Clock
  put(job: PrintJob): Promise<PrintJob>
}

/** Changes of jobs, one after the other: each looks at what the one before it left. */
function createJobChanges({
  jobs,
  log,
  clock,
  put,
}: ChangeParts): Pick<PrintStore, 'move' | 'begin' | 'reassign'> {
  let tail: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = tail.then(act)
    tail = done.catch(() => undefined)
    return done
  }
  const changed = () => ({ changedAtMs: clock.nowMs() })
  return {
    move: (jobId, state, notices = []) =>
      inTurn(async () => {
        const job = jobs.get(jobId)
        assert(job !== undefined, `print job ${jobId} exists`)
        if (!printTransitions[job.state].includes(state)) return undefined
        const mark = state === 'sending' ? job.mark : undefined
        const moved = await put({ ...job, state, notices, mark, ...changed() })
        if (!isWaiting(state)) await log.eraseLabel(jobId)
        return moved
      }),
    begin: ({ jobId, printerId }, mark) =>
      inTurn(async () => {
        const job = jobs.get(jobId)
        if (job?.state !== 'queued' || job.printerId !== printerId) return undefined
        return put({ ...job, state: 'sending', notices: [], mark, ...changed() })
      }),
    reassign: (jobId, printerId) =>
      inTurn(async () => {
        const job = jobs.get(jobId)
        if (job?.state !== 'queued' || job.printerId === printerId) return undefined
        const moved = await put({ ...job, printerId, ...changed() })
        jobs.delete(jobId)
        jobs.set(jobId, moved)
        return moved
      }),
  }
}
