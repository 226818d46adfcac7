import { z } from 'zod'
import type { CupsJobState, CupsQueue, CupsState } from './cupsTransport.ts'

/** Jobs looked through for one of ours. */
const JOBS_MAX = 500
/** CUPS answers in milliseconds. The package waits for ever where an answer breaks off in the middle, as
 *  when CUPS is started anew, and a printer's writer with it. */
export const ANSWER_MS_MAX = 10_000

/** One value comes bare, several come as a list. */
const asList = (value: unknown): unknown => (Array.isArray(value) ? value : [value])

const jobShape = z.object({
  'job-id': z.int(),
  'job-name': z.string().optional(),
  'job-state': z.string().optional(),
  // A number once its printing has begun, before that a word.
  'time-at-processing': z.unknown().optional(),
})
const answerShape = z.object({
  statusCode: z.string(),
  'job-attributes-tag': z.preprocess(asList, z.array(jobShape)).optional(),
  'printer-attributes-tag': z
    .object({
      'printer-state': z.string().optional(),
      'printer-state-reasons': z.preprocess(asList, z.array(z.string())).optional(),
      'printer-error-policy': z.string().optional(),
    })
    .optional(),
})
type Answer = z.infer<typeof answerShape>

/** A queue of CUPS by its address, spoken to through IPP. Example: http://127.0.0.1:631/printers/label.
 *  Rejects where CUPS is away, answers with an error, or not within the limit. */
export function createIppQueue(
  url: string,
  operatorName: string,
  answerMsMax = ANSWER_MS_MAX,
): CupsQueue {
  const execute = async (
    operation: string,
    attributes: Readonly<Record<string, unknown>>,
    data?: Uint8Array,
  ): Promise<Answer> => {
    // Loaded here: the package is optional, most stations have no CUPS.
    // As a whole, for Node finds no names in it.
    const { default: ipp } = await import('@sealsystems/ipp')
    const message = {
      'operation-attributes-tag': { 'requesting-user-name': operatorName, ...attributes },
      ...(data && { data: Buffer.from(data) }),
    }
    const said = await answered(answerMsMax, (done) =>
      ipp.Printer(url).execute(operation, message, done),
    )
    const answer = answerShape.parse(said)
    if (!answer.statusCode.startsWith('successful')) throw new Error(`IPP ${answer.statusCode}`)
    return answer
  }
  const find = async (title: string) => {
    const wanted = ['job-id', 'job-name', 'job-state', 'time-at-processing']
    const which = { limit: JOBS_MAX, 'requested-attributes': wanted }
    for (const side of ['not-completed', 'completed']) {
      const answer = await execute('Get-Jobs', { ...which, 'which-jobs': side })
      const job = answer['job-attributes-tag']?.find((each) => each['job-name'] === title)
      if (job) return job
    }
    return undefined
  }
  return {
    async submit(title, format, bytes) {
      await execute('Print-Job', { 'job-name': title, 'document-format': format }, bytes)
    },
    async jobState(title) {
      const job = await find(title)
      return job ? stateOf(job) : 'gone'
    },
    async cancel(title) {
      const job = await find(title)
      if (job) await execute('Cancel-Job', { 'job-id': job['job-id'] })
    },
    async state() {
      const wanted = ['printer-state', 'printer-state-reasons', 'printer-error-policy']
      const answer = await execute('Get-Printer-Attributes', { 'requested-attributes': wanted })
      const said = answer['printer-attributes-tag']
      return {
        isStopped: said?.['printer-state'] === 'stopped',
        reasons: said?.['printer-state-reasons'] ?? [],
        errorPolicy: said?.['printer-error-policy'],
      } satisfies CupsState
    },
  }
}

type Done = (fault: Error | null, answer: unknown) => void

function answered(limitMs: number, ask: (done: Done) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('CUPS: no answer')), limitMs)
    ask((fault, answer) => {
      clearTimeout(late)
      if (fault) reject(fault)
      else resolve(answer)
    })
  })
}

function stateOf(job: z.infer<typeof jobShape>): CupsJobState {
  const state = job['job-state']
  if (state === 'completed') return 'completed'
  if (state === 'aborted' || state === 'canceled') return 'aborted'
  const hasBegun = typeof job['time-at-processing'] === 'number'
  return hasBegun && state !== 'processing' ? 'broken' : 'waiting'
}
