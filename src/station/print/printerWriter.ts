import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '@/kernel/clock.ts'
import { askCondition, conditionCodes } from './askCondition.ts'
import type { PrinterSetup, PrinterState } from './printerSetup.ts'
import type { PrintJob, PrintNotice } from './printJob.ts'
import type { PrintStore } from './printStore.ts'
import { CONNECT_MS_MAX, sendJob } from './sendJob.ts'
import type { Transport } from './transport/transport.ts'

/** How often a printer that waits for a person is asked again: paper-out must show within 2 s. */
export const PAUSED_POLL_MS = 500
export const OFFLINE_RETRY_MS = 1_000
/** How long after the last label the printer is still watched for running out of paper. */
export const WATCH_MS = 10_000

export interface WriterParts {
  readonly setup: PrinterSetup
  readonly store: PrintStore
  readonly clock: Clock
  openTransport(job: PrintJob | undefined): Transport
  /** The job's bytes, or undefined where its label is gone. */
  encode(job: PrintJob): Promise<Uint8Array | undefined>
  onState(state: PrinterState, notice?: PrintNotice): void
}

/** The one writer of one printer: jobs leave in order, one at a time. */
export interface PrinterWriter {
  /** Something was queued. */
  wake(): void
  /** Ends after the job that is under way. */
  stop(): Promise<void>
}

/** Starts the writer; it rests until `wake`. */
export function startPrinterWriter(parts: WriterParts): PrinterWriter {
  const { setup, store } = parts
  const stopping = new AbortController()
  const canAsk = setup.transport.kind === 'tcp9100' && setup.profile.language === 'tspl'
  let isSilent = !canAsk
  let watchUntilMs = 0
  let wakeUp: () => void = () => undefined

  const rest = (ms: number) =>
    sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined)
  const untilWoken = () =>
    new Promise<void>((resolve) => {
      wakeUp = resolve
      if (stopping.signal.aborted) resolve()
    })

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      const job = store.nextFor(setup.profile.printerId)
      if (job) await rest(await printNext(job))
      else if (!isSilent && parts.clock.monoMs() < watchUntilMs) await watch()
      else await untilWoken()
    }
  }

  /** One try with the oldest job; says how long to wait before the next step. */
  async function printNext(job: PrintJob): Promise<number> {
    const bytes = await parts.encode(job)
    if (bytes === undefined) {
      await store.move(job.jobId, 'failed', [{ code: 'PRN-031', params: {} }])
      return 0
    }
    parts.onState('printing')
    let isWritten = false
    const result = await sendJob({
      transport: parts.openTransport(job),
      bytes,
      asks: !isSilent,
      writeAhead: async () => {
        isWritten = (await store.move(job.jobId, 'sending')) !== undefined
        if (!isWritten) throw new Error('the job is no longer queued')
      },
    })
    if (result.kind === 'sent') {
      isSilent ||= result.isSilent
      watchUntilMs = parts.clock.monoMs() + WATCH_MS
      await store.move(job.jobId, 'sent')
      parts.onState('ready')
      return 0
    }
    if (result.kind === 'broken') {
      const notice = { code: 'PRN-041', params: { no: job.document.no } }
      await store.move(job.jobId, 'unknown', [notice])
      parts.onState('offline', { code: 'PRN-001', params: {} })
      return OFFLINE_RETRY_MS
    }
    if (isWritten) await store.move(job.jobId, 'queued')
    const isPaused = result.kind === 'waits'
    parts.onState(
      isPaused ? 'paused' : 'offline',
      isPaused ? result.notice : { code: 'PRN-001', params: {} },
    )
    return isPaused ? PAUSED_POLL_MS : OFFLINE_RETRY_MS
  }

  /** After the last label: paper that ran out during it must show although nothing more is sent. */
  async function watch(): Promise<void> {
    const transport = parts.openTransport(undefined)
    const condition = await transport
      .open(CONNECT_MS_MAX)
      .then(() => askCondition(transport))
      .catch(() => 'silent' as const)
    await transport.close().catch(() => undefined)
    const code = condition === 'silent' ? undefined : conditionCodes[condition]
    if (code !== undefined) {
      // Watch on until a person has mended it.
      watchUntilMs = parts.clock.monoMs() + WATCH_MS
      parts.onState('paused', { code, params: {} })
    } else if (condition !== 'silent') parts.onState('ready')
    await Promise.race([rest(PAUSED_POLL_MS), untilWoken()])
  }

  const working = work()
  return {
    wake: () => wakeUp(),
    async stop() {
      stopping.abort()
      wakeUp()
      await working
    },
  }
}
