import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isWaiting, type PrintJob } from './printJob.ts'

/** Finished jobs kept for de-duplication and for the list on screen. */
export const FINISHED_JOBS_KEPT = 5_000

const markShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('counter'), before: z.int() }),
  z.object({ kind: z.literal('processId'), id: z.string() }),
  z.object({ kind: z.literal('status') }),
  z.object({ kind: z.literal('spooled') }),
])

const jobShape = z.object({
  jobId: z.string(),
  printerId: z.string(),
  document: z.object({ kind: z.string(), no: z.string(), revision: z.int() }),
  operatorId: z.string(),
  reason: z.string().optional(),
  state: z.enum(['queued', 'sending', 'sent', 'printed', 'unknown', 'failed']),
  mark: markShape.optional(),
  notices: z.array(
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  createdAtMs: z.int(),
  changedAtMs: z.int(),
})

/** The write-ahead file of the print queue: one line per change, on disk before the act it speaks of. */
export interface PrintLog {
  /** The last known state of every job, oldest first. */
  readonly jobs: readonly PrintJob[]
  /** Resolves when the line is on disk. */
  append(job: PrintJob): Promise<void>
  /** The label of a waiting job; kept apart so that it can be erased once it is out. */
  writeLabel(jobId: string, json: string): Promise<void>
  readLabel(jobId: string): Promise<string | undefined>
  eraseLabel(jobId: string): Promise<void>
  close(): Promise<void>
}

/** Opens (or makes) the file in `dir`. A torn last line, as a power cut leaves it, is dropped; the
 *  file is written anew without the changes that later ones made worthless. */
export async function openPrintLog(dir: string): Promise<PrintLog> {
  const labelDir = join(dir, 'labels')
  await mkdir(labelDir, { recursive: true, mode: 0o700 })
  const file = join(dir, 'print.ndjson')
  const jobs = kept(parseLog(await readOrEmpty(file)))
  await writeDurably(file, jobs.map((job) => `${JSON.stringify(job)}\n`).join(''))
  const handle = await open(file, 'a', 0o600)
  let tail: Promise<unknown> = Promise.resolve()
  // One write after the other: two changes of a job must reach the disk in their order.
  const inTurn = (act: () => Promise<void>) => {
    const done = tail.then(act)
    tail = done.catch(() => undefined)
    return done
  }
  const labelFile = (jobId: string) => join(labelDir, `${encodeURIComponent(jobId)}.json`)
  return {
    jobs,
    append: (job) =>
      inTurn(async () => {
        await handle.appendFile(`${JSON.stringify(job)}\n`)
        await handle.datasync()
      }),
    writeLabel: (jobId, json) => writeDurably(labelFile(jobId), json),
    readLabel: async (jobId) => (await readOrEmpty(labelFile(jobId))) || undefined,
    eraseLabel: (jobId) => rm(labelFile(jobId), { force: true }),
    close: async () => {
      await tail
      await handle.close()
    },
  }
}

function parseLog(text: string): PrintJob[] {
  const jobs = new Map<string, PrintJob>()
  for (const line of text.split('\n')) {
    const job = parseLine(line)
    if (!job) continue
    // Given to another printer it stands at the end of that line.
    if (jobs.get(job.jobId)?.printerId !== job.printerId) jobs.delete(job.jobId)
    jobs.set(job.jobId, job)
  }
  return [...jobs.values()]
}

function parseLine(line: string): PrintJob | undefined {
  if (line === '') return undefined
  try {
    const parsed = jobShape.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : undefined
  } catch {
    // The half line of a power cut: what it would have said was never acted upon.
    return undefined
  }
}

function kept(jobs: readonly PrintJob[]): PrintJob[] {
  const isOpen = ({ state }: PrintJob) => isWaiting(state) || state === 'unknown'
  const finished = jobs.filter((job) => !isOpen(job)).slice(-FINISHED_JOBS_KEPT)
  const recent = new Set(finished)
  return jobs.filter((job) => isOpen(job) || recent.has(job))
}

async function readOrEmpty(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.datasync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
}
