import { setTimeout as sleep } from 'node:timers/promises'
import { conditionNotice } from '../askCondition.ts'
import type { ProofVerdict, ProofWatch, Transport } from './transport.ts'
import { spooledState, winspoolCondition } from './winspoolStatus.ts'

/** The functions of the Windows spooler that are used; a handle is that of one open printer. Each throws
 *  where the spooler refuses. */
export interface SpoolerTable {
  open(printerName: string): unknown
  /** The status word of the printer. */
  printerStatus(handle: unknown): number
  /** Starts a job of raw bytes; its number. */
  startJob(handle: unknown, title: string): number
  write(handle: unknown, bytes: Uint8Array): void
  endJob(handle: unknown): void
  /** The status word of a job; null = the spooler does not know it. */
  jobStatus(handle: unknown, jobNo: number): number | null
  close(handle: unknown): void
}

const JOB_POLL_MS = 200
const PART_BYTES = 65_536

export interface WinspoolParts {
  readonly table: SpoolerTable
  readonly printerName: string
  readonly title: string
}

/** A printer of Windows: one label is one raw job. That Windows calls a job printed, or forgets one that it
 *  did not call broken, means that its bytes were passed on, so the best there is to know is `sent`. */
export function createWinspoolTransport({ table, printerName, title }: WinspoolParts): Transport {
  let handle: unknown
  let jobNo: number | undefined
  const condition = () => winspoolCondition(table.printerStatus(handle))
  return {
    async open() {
      handle = table.open(printerName)
    },
    async send(bytes, onHandedOver) {
      jobNo = table.startJob(handle, title)
      for (let from = 0; from < bytes.length; from += PART_BYTES) {
        const part = bytes.subarray(from, from + PART_BYTES)
        onHandedOver(part.length)
        table.write(handle, part)
      }
      table.endJob(handle)
    },
    ask: async () => 'silent',
    condition: async () => condition(),
    proof: {
      // Windows gives its job numbers out again, and knows ours by no other name after a restart.
      isLasting: false,
      mark: async () => ({ kind: 'status' }),
      tail: () => new Uint8Array(),
      async prove(_transport, _mark, watch) {
        const states = () => spooledState(table.jobStatus(handle, jobNo ?? 0))
        return followJob(states, watch, () => conditionNotice(condition()))
      },
    },
    async close() {
      if (handle !== undefined) table.close(handle)
      handle = undefined
    },
  }
}

async function followJob(
  stateNow: () => ReturnType<typeof spooledState>,
  watch: ProofWatch,
  noticeNow: () => ReturnType<typeof conditionNotice>,
): Promise<ProofVerdict> {
  for (; !watch.isOver(); await sleep(JOB_POLL_MS)) {
    const state = stateNow()
    if (state === 'broken') return 'unknown'
    // It stood in the middle of this label: what is in the printer now nobody can say.
    if (state !== 'waiting') return watch.hasStood() ? 'unknown' : 'sent'
    await watch.stands(noticeNow())
  }
  return 'over'
}
