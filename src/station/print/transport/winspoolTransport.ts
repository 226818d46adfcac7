import { setTimeout as sleep } from 'node:timers/promises'
import { conditionNotice } from '../askCondition.ts'
import type { ProofVerdict, ProofWatch, Transport } from './transport.ts'
import { jobCondition, spooledState, winspoolCondition } from './winspoolStatus.ts'

/** The functions of the Windows spooler that are used; a handle is that of one open printer. Each rejects
 *  where the spooler refuses. */
export interface SpoolerTable {
  open(printerName: string): Promise<unknown>
  /** The status word of the printer. */
  printerStatus(handle: unknown): Promise<number>
  /** Starts a job of raw bytes; its number. */
  startJob(handle: unknown, title: string): Promise<number>
  write(handle: unknown, bytes: Uint8Array): Promise<void>
  endJob(handle: unknown): Promise<void>
  /** The status word of a job; null = the spooler does not know it. */
  jobStatus(handle: unknown, jobNo: number): Promise<number | null>
  close(handle: unknown): Promise<void>
}

const JOB_POLL_MS = 200
const PART_BYTES = 65_536

export interface WinspoolParts {
  readonly spooler: () => Promise<SpoolerTable>
  readonly printerName: string
  readonly title: string
}

/** A printer of Windows: one label is one raw job. That Windows calls a job printed, or forgets one that it
 *  did not call broken, means that its bytes were passed on, so the best there is to know is `sent`. */
export function createWinspoolTransport({ spooler, printerName, title }: WinspoolParts): Transport {
  let opened: { readonly table: SpoolerTable; readonly handle: unknown } | undefined
  let jobNo = 0
  const reached = () => {
    if (!opened) throw new Error('not open')
    return opened
  }
  const printerNow = async () => {
    const { table, handle } = reached()
    return winspoolCondition(await table.printerStatus(handle))
  }
  return {
    // Without the limit: given up, the call would still hold a thread, and the next try another one.
    async open() {
      const table = await spooler()
      opened = { table, handle: await table.open(printerName) }
    },
    async send(bytes, onHandedOver) {
      const { table, handle } = reached()
      jobNo = await table.startJob(handle, title)
      for (let from = 0; from < bytes.length; from += PART_BYTES) {
        const part = bytes.subarray(from, from + PART_BYTES)
        onHandedOver(part.length)
        await table.write(handle, part)
      }
      await table.endJob(handle)
    },
    ask: async () => 'silent',
    condition: printerNow,
    proof: {
      // Windows gives its job numbers out again, and knows ours by no other name after a restart.
      isLasting: false,
      mark: async () => ({ kind: 'status' }),
      tail: () => new Uint8Array(),
      async prove(_transport, _mark, watch) {
        const { table, handle } = reached()
        return followJob(() => table.jobStatus(handle, jobNo), printerNow, watch)
      },
    },
    async close() {
      await opened?.table.close(opened.handle)
      opened = undefined
    },
  }
}

async function followJob(
  wordNow: () => Promise<number | null>,
  printerNow: () => Promise<ReturnType<typeof winspoolCondition>>,
  watch: ProofWatch,
): Promise<ProofVerdict> {
  for (; !watch.isOver(); await sleep(JOB_POLL_MS)) {
    const word = await wordNow()
    const state = spooledState(word)
    if (state === 'broken') return 'unknown'
    // It stood in the middle of this label: what is in the printer now nobody can say.
    if (state !== 'waiting') return watch.hasStood() ? 'unknown' : 'sent'
    const printer = await printerNow()
    await watch.stands(conditionNotice(printer === 'ready' ? jobCondition(word ?? 0) : printer))
  }
  return 'over'
}
