import type { PrintIntent, PrintWhy } from '@/domain/record/outbound.ts'
import { type RecordPrintArgs, toldAfter } from '@/domain/printing/recordPrint.ts'
import { documentNo } from './labelRequest.ts'

/** A job of the host's print queue, as far as the page follows it. `jobId` is the id of the intent. */
export interface HostJob {
  readonly jobId: string
  readonly printerId: string
  readonly state: 'queued' | 'sending' | 'sent' | 'printed' | 'unknown' | 'failed'
  readonly notices: readonly PrintWhy[]
}

/** What the host is to be told of a print that was settled here. */
export type HostTell =
  | { readonly kind: 'proved'; readonly no: string }
  | { readonly kind: 'missing'; readonly jobId: string }
  | { readonly kind: 'cancelled'; readonly jobId: string; readonly isWanted: boolean }

/** A person's own answers come back as failed jobs: they are no news. */
const OWN_ANSWERS = new Set(['PRN-042', 'PRN-043'])

/** What a job of the host says that its intent does not know yet; null = nothing. */
export function toldByJob(job: HostJob, intent: PrintIntent): RecordPrintArgs | null {
  const told = stateTold(job)
  if (!told || !toldAfter[intent.state].includes(told)) return null
  const [notice] = job.notices
  // The host knows a label by a longer name than people do.
  const why = notice && {
    code: codeFor(intent.kind, notice.code),
    params: { ...notice.params, no: intent.no },
  }
  const args = { intentId: intent.id, state: told }
  return why && told !== 'proved' ? { ...args, why } : args
}

/** A thing's label is answered for with YES or NO: unlike a waybill's its scan proves nothing, for an older
 *  label carries the same code. */
const THING_DOUBTS: Readonly<Record<string, string>> = {
  'PRN-040': 'PRN-064',
  'PRN-041': 'PRN-065',
  'PRN-037': 'PRN-066',
}

const codeFor = (kind: PrintIntent['kind'], code: string): string =>
  kind === 'waybill' ? code : (THING_DOUBTS[code] ?? code)

function stateTold({ state, notices }: HostJob): 'unknown' | 'proved' | 'refused' | null {
  if (state === 'unknown') return 'unknown'
  if (state === 'printed') return 'proved'
  if (state !== 'failed' || OWN_ANSWERS.has(notices[0]?.code ?? '')) return null
  return 'refused'
}

/** What the host must hear of an intent; null = nothing. Examples: a scan-back proves its label, an undone
 *  parcel's label leaves the line. */
export function toldToHost(intent: PrintIntent): HostTell | null {
  const { id: jobId } = intent
  switch (intent.state) {
    case 'proved':
      return { kind: 'proved', no: documentNo(intent) }
    case 'missing':
      return { kind: 'missing', jobId }
    case 'cancelled':
      return { kind: 'cancelled', jobId, isWanted: true }
    case 'voided':
      return { kind: 'cancelled', jobId, isWanted: false }
    default:
      return null
  }
}

/** States of a job that a word from here can still change. */
const OPEN_JOBS: readonly HostJob['state'][] = ['queued', 'sent', 'unknown']

/** After a break of the connection: what each side has to tell the other. */
export function matchPrints(
  jobs: readonly HostJob[],
  intents: ReadonlyMap<string, PrintIntent>,
): { readonly record: readonly RecordPrintArgs[]; readonly tell: readonly HostTell[] } {
  const record: RecordPrintArgs[] = []
  const tell: HostTell[] = []
  for (const job of jobs) {
    const intent = intents.get(job.jobId)
    if (!intent) continue
    const told = toldByJob(job, intent)
    if (told) record.push(told)
    const toHost = OPEN_JOBS.includes(job.state) ? toldToHost(intent) : null
    if (toHost) tell.push(toHost)
  }
  return { record, tell }
}
