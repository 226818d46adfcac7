import { runCommand } from '@/app/runCommand.ts'
import type { RecordPrintArgs } from '@/domain/printing/recordPrint.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { type HostJob, type HostTell, matchPrints, toldByJob } from '@/ui/print/matchPrints.ts'
import type { Warehouse } from './openWarehouse.ts'

export interface PrintSync {
  /** A job of the host changed. */
  jobChanged(job: HostJob): Promise<void>
  /** The host is there (again): both sides tell what the other missed. */
  matchAll(): Promise<readonly HostJob[]>
  tell(tell: HostTell): Promise<void>
  record(args: RecordPrintArgs): Promise<void>
}

/** Keeps the intents of the page and the jobs of the host in step. `cameOut`: a label that was cancelled
 *  too late, so that it lies on the printer and belongs to nobody. */
export function createPrintSync(
  { ctx, db }: Warehouse,
  client: StationClient,
  cameOut: (jobId: string) => void,
): PrintSync {
  const record = async (args: RecordPrintArgs) => {
    await runCommand(ctx, ctx.newId(), 'printing.recordPrint', args)
  }
  const tell = async (what: HostTell) => {
    if (what.kind === 'proved') await client.request('print.markProved', { no: what.no })
    if (what.kind === 'missing') await client.request('print.markMissing', { jobId: what.jobId })
    if (what.kind !== 'cancelled') return
    const { jobId } = what
    const answer = await client.request('print.cancel', { jobId })
    const job = answer.ok ? answer.result.job : null
    if (what.isWanted && job && job.state !== 'failed') cameOut(jobId)
  }
  return {
    record,
    tell,
    async jobChanged(job) {
      const intent = await db.documents('printIntents').get(job.jobId)
      const args = intent && toldByJob(job, intent)
      if (args) await record(args)
    },
    async matchAll() {
      const answer = await client.request('print.jobs', {})
      if (!answer.ok) return []
      const { jobs } = answer.result
      const rows = await db.documents('printIntents').bulkGet(jobs.map(({ jobId }) => jobId))
      const intents = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])))
      const due = matchPrints(jobs, intents)
      for (const args of due.record) await record(args)
      for (const what of due.tell) await tell(what)
      return jobs
    },
  }
}
