import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { RecordPrintArgs } from '@/domain/printing/recordPrint.ts'
import { type HostJob, type HostTell, matchPrints, toldByJob } from './matchPrints.ts'

/** What the host's print queue is asked and told; each resolves also where the host is away. */
export interface PrintHost {
  /** Its newest jobs; null = it is away. */
  jobs(): Promise<readonly HostJob[] | null>
  markProved(no: string): Promise<void>
  markMissing(jobId: string): Promise<void>
  /** How the job stands then; null = not known. */
  cancel(jobId: string): Promise<HostJob | null>
}

export interface PrintSyncPorts {
  readonly reader: LedgerReader
  readonly host: PrintHost
  /** Runs `printing.recordPrint`. */
  record(args: RecordPrintArgs): Promise<void>
}

export interface PrintSync {
  /** A job of the host changed. */
  jobChanged(job: HostJob): Promise<void>
  /** The host is there (again): both sides tell what the other missed. Its jobs. */
  matchAll(): Promise<readonly HostJob[]>
  tell(tell: HostTell): Promise<void>
}

/** Keeps the intents of the page and the jobs of the host in step. */
export function createPrintSync({ reader, host, record }: PrintSyncPorts): PrintSync {
  const tell = async (what: HostTell) => {
    if (what.kind === 'proved') return host.markProved(what.no)
    if (what.kind === 'missing') return host.markMissing(what.jobId)
    const job = await host.cancel(what.jobId)
    if (!what.isWanted || !job || job.state === 'failed') return
    // Cancelled too late: it lies on the printer, and a person is told until it is torn up.
    const intent = await reader.get('printIntents', what.jobId)
    const why = { code: 'PRN-045', params: { no: intent?.no ?? '' } }
    if (intent) await record({ intentId: what.jobId, state: 'stray', why })
  }
  return {
    tell,
    async jobChanged(job) {
      const intent = await reader.get('printIntents', job.jobId)
      const args = intent && toldByJob(job, intent)
      if (args) await record(args)
    },
    async matchAll() {
      const jobs = (await host.jobs()) ?? []
      const ids = jobs.map(({ jobId }) => jobId)
      const rows = await reader.getMany('printIntents', ids)
      const intents = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])))
      const due = matchPrints(jobs, intents)
      for (const args of due.record) await record(args)
      for (const what of due.tell) await tell(what)
      return jobs
    },
  }
}
