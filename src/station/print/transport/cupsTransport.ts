import { setTimeout as sleep } from 'node:timers/promises'
import { type PrinterCondition, worstCondition } from '@/document/printerCondition.ts'
import { conditionNotice } from '../askCondition.ts'
import type { ProofVerdict, ProofWatch, Transport } from './transport.ts'

/** What became of a job of ours; `gone`: CUPS does not know it (any more); `broken`: its printing began and
 *  stopped, CUPS would begin it anew. */
export type CupsJobState = 'waiting' | 'completed' | 'aborted' | 'broken' | 'gone'

export interface CupsState {
  readonly isStopped: boolean
  /** Example: media-empty-error, cover-open. */
  readonly reasons: readonly string[]
  readonly errorPolicy: string | undefined
}

/** One queue of CUPS. Each call rejects where CUPS is away. */
export interface CupsQueue {
  submit(title: string, format: string, bytes: Uint8Array): Promise<void>
  jobState(title: string): Promise<CupsJobState>
  cancel(title: string): Promise<void>
  state(): Promise<CupsState>
}

/** The only policy that never sends a label again by itself. */
export const ERROR_POLICY = 'stop-printer'
const JOB_POLL_MS = 200

export interface CupsParts {
  readonly queue: CupsQueue
  /** Title of the job in CUPS: the id of ours, for CUPS gives its own ids out twice. */
  readonly title: string
  readonly format: 'application/vnd.cups-raw' | 'application/pdf'
}

/** A printer behind CUPS: one label is one job. That CUPS calls a job completed means that its bytes were
 *  passed on, so the best there is to know is `sent`; a job that was aborted or vanished is in doubt. */
export function createCupsTransport({ queue, title, format }: CupsParts): Transport {
  return {
    async open() {
      const { errorPolicy } = await queue.state()
      // With another policy CUPS prints a label again that broke off in the middle.
      if (errorPolicy !== undefined && errorPolicy !== ERROR_POLICY)
        throw new Error(`printer-error-policy is ${errorPolicy}, not ${ERROR_POLICY}`)
    },
    async send(bytes, onHandedOver) {
      onHandedOver(bytes.length)
      await queue.submit(title, format, bytes)
    },
    ask: async () => 'silent',
    condition: async () => cupsCondition(await queue.state()),
    proof: {
      isLasting: true,
      mark: async () => ({ kind: 'spooled' }),
      tail: () => new Uint8Array(),
      prove: (_transport, _mark, watch) => followJob(queue, title, watch),
    },
    close: async () => undefined,
  }
}

async function followJob(
  queue: CupsQueue,
  title: string,
  watch: ProofWatch,
): Promise<ProofVerdict> {
  for (; !watch.isOver(); await sleep(JOB_POLL_MS)) {
    const state = await queue.jobState(title)
    if (state === 'completed') return 'sent'
    // Printed from its start again, a label that came out before the break would come out twice.
    if (state === 'broken') await queue.cancel(title)
    if (state !== 'waiting') return 'unknown'
    await watch.stands(conditionNotice(cupsCondition(await queue.state())))
  }
  return 'over'
}

/** How CUPS says a printer is; severity endings (-error, -warning, -report) are dropped.
 *  Example: media-empty-error -> noPaper. */
export function cupsCondition({ isStopped, reasons }: CupsState): PrinterCondition {
  const said = new Set(reasons.map((reason) => reason.replace(/-(error|warning|report)$/, '')))
  return worstCondition([
    [said.has('cover-open') || said.has('door-open'), 'headOpen'],
    [said.has('media-jam'), 'jam'],
    [said.has('media-empty') || said.has('media-needed'), 'noPaper'],
    [said.has('offline') || said.has('connecting-to-device'), 'offline'],
    [isStopped, 'paused'],
  ])
}
