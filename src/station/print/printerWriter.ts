import { setTimeout as sleep } from 'node:timers/promises'
import type { RasterLanguage } from '@/document/printerProfile.ts'
import type { Clock } from '@/kernel/clock.ts'
import { askCondition, conditionNotice } from './askCondition.ts'
import type { PrinterSetup, PrinterState } from './printerSetup.ts'
import { isWaiting, type PrintJob, type PrintNotice } from './printJob.ts'
import type { PrintStore } from './printStore.ts'
import { CONNECT_MS_MAX, type SendResult, sendJob } from './sendJob.ts'
import type { Transport } from './transport/transport.ts'

/** How often a printer that waits for a person is asked again: paper-out must show within 2 s. */
export const PAUSED_POLL_MS = 500
export const OFFLINE_RETRY_MS = 1_000
/** How long after the last label the printer is still watched for running out of paper. */
export const WATCH_MS = 10_000
/** No power, no cable; of a platform's component: nobody has started it. */
const unreachable = ({ transport }: PrinterSetup): PrintNotice => ({
  code: transport.kind === 'component' ? 'PRN-070' : 'PRN-001',
  params: {},
})

export interface WriterParts {
  readonly setup: PrinterSetup
  readonly store: PrintStore
  readonly clock: Clock
  openTransport(job: PrintJob | undefined): Transport
  /** The job's bytes, or undefined where its label is gone or cannot be drawn. */
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
  const writer = new Writer(parts)
  const working = writer.work()
  return {
    wake: () => writer.wake(),
    async stop() {
      writer.stop()
      await working
    },
  }
}

class Writer {
  private readonly parts: WriterParts
  private readonly stopping = new AbortController()
  /** The language to ask in; undefined once a printer left a question unanswered: asking each time
   *  would cost 300 ms a label. */
  private asksIn: RasterLanguage | undefined
  private watchUntilMs = 0
  wake: () => void = () => undefined

  constructor(parts: WriterParts) {
    this.parts = parts
    const { transport, profile } = parts.setup
    const { language } = profile
    this.asksIn = transport.kind !== 'tcp9100' || language === 'pdf' ? undefined : language
  }

  stop(): void {
    this.stopping.abort()
    this.wake()
  }

  async work(): Promise<void> {
    const { store, setup, clock } = this.parts
    while (!this.stopping.signal.aborted) {
      const job = store.nextFor(setup.profile.printerId)
      if (job) await this.rest(await this.printNext(job).catch(() => this.reportStorage()))
      else if (this.asksIn && clock.monoMs() < this.watchUntilMs) await this.watch(this.asksIn)
      else await this.untilWoken()
    }
  }

  /** The write-ahead file cannot be written (disk full): nothing may be sent without it. */
  private reportStorage(): number {
    this.parts.onState('offline', { code: 'PRN-016', params: {} })
    return OFFLINE_RETRY_MS
  }

  /** One try with the oldest job; says how long to wait before the next step. */
  private async printNext(job: PrintJob): Promise<number> {
    const { parts } = this
    const bytes = await parts.encode(job).catch(() => undefined)
    if (bytes === undefined) {
      await parts.store.move(job.jobId, 'failed', [{ code: 'PRN-031', params: {} }])
      return 0
    }
    parts.onState('printing')
    const result = await sendJob({
      transport: parts.openTransport(job),
      bytes,
      asksIn: this.asksIn,
      writeAhead: async () => {
        const moved = await parts.store.move(job.jobId, 'sending')
        if (!moved) throw new Error('the job is no longer queued')
      },
    })
    return this.settle(job, result)
  }

  private async settle(job: PrintJob, result: SendResult): Promise<number> {
    const { store, clock, onState } = this.parts
    switch (result.kind) {
      case 'sent':
        if (result.isSilent) this.asksIn = undefined
        this.watchUntilMs = clock.monoMs() + WATCH_MS
        await store.move(job.jobId, 'sent')
        onState('ready')
        return 0
      case 'waits':
        onState('paused', result.notice)
        return PAUSED_POLL_MS
      case 'unreachable':
        // Back to the line if it was written ahead; not one byte had left.
        await store.move(job.jobId, 'queued')
        if (!isWaiting(store.find(job.jobId)?.state ?? 'failed')) {
          // Cancelled while the connection was made: that is no fault of the printer.
          onState('ready')
          return 0
        }
        onState('offline', unreachable(this.parts.setup))
        return OFFLINE_RETRY_MS
      case 'broken':
        await store.move(job.jobId, 'unknown', [
          { code: 'PRN-041', params: { no: job.document.no } },
        ])
        onState('offline', unreachable(this.parts.setup))
        return OFFLINE_RETRY_MS
    }
  }

  /** After the last label: paper that ran out during it must show although nothing more is sent. */
  private async watch(language: RasterLanguage): Promise<void> {
    const { parts } = this
    const transport = parts.openTransport(undefined)
    const condition = await transport
      .open(CONNECT_MS_MAX)
      .then(() => askCondition(transport, language))
      .catch(() => 'silent' as const)
    await transport.close().catch(() => undefined)
    const notice = conditionNotice(condition)
    if (notice !== undefined) {
      // Watch on until a person has mended it.
      this.watchUntilMs = parts.clock.monoMs() + WATCH_MS
      parts.onState('paused', notice)
    } else if (condition !== 'silent') parts.onState('ready')
    // A label that was queued during the question found nobody to wake.
    if (parts.store.nextFor(parts.setup.profile.printerId) === undefined)
      await Promise.race([this.rest(PAUSED_POLL_MS), this.untilWoken()])
  }

  private rest(ms: number): Promise<unknown> {
    return sleep(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined)
  }

  private untilWoken(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve
      if (this.stopping.signal.aborted) resolve()
    })
  }
}
