import type { RasterLanguage } from '@/document/printerProfile.ts'
import { printerTalk } from '@/document/printerTalk.ts'
import type { Clock } from '@/kernel/clock.ts'
import { HELD, NO_ANSWER, unreachable } from './askCondition.ts'
import { judgeLook, lookAtPrinter, type PrinterStanding } from './lookAtPrinter.ts'
import { type PrinterSetup, type PrinterState, talkingTransports } from './printerSetup.ts'
import type { PrintJob, PrintNotice } from './printJob.ts'
import type { PrintStore } from './printStore.ts'
import { labelProof } from './proof/labelProof.ts'
import { createFreshIds } from './proof/freshIds.ts'
import { createJobWatch } from './proof/jobWatch.ts'
import { proveLater } from './proof/proveLater.ts'
import { type SendResult, sendJob } from './sendJob.ts'
import { createWriteAhead } from './writeAhead.ts'
import { createWriterPause } from './writerPause.ts'
import type { LabelProof, ProofVerdict, Transport } from './transport/transport.ts'

/** How often a printer that waits for a person is asked again: paper-out must show within 2 s. */
export const PAUSED_POLL_MS = 500
export const OFFLINE_RETRY_MS = 1_000
/** How long after the last label the printer is still watched for running out of paper. */
export const WATCH_MS = 10_000
/** A label that may be on paper waits so long for its printer to be reached; then a person is asked. */
export const DOUBT_MS_MAX = 60_000
/** A label proved so often not to have come out is at fault itself. */
export const TRIES_MAX = 3

type HandedOver = Exclude<SendResult, { readonly kind: 'unreachable' }>

export interface WriterParts {
  readonly setup: PrinterSetup
  readonly store: PrintStore
  readonly clock: Clock
  openTransport(job: PrintJob | undefined): Transport
  /** The job's bytes, or undefined where its label is gone or cannot be drawn. */
  encode(job: PrintJob): Promise<Uint8Array | undefined>
  onState(state: PrinterState, notice?: PrintNotice): void
  /** A person has stopped this printer. */
  isHeld(): boolean
}

/** The one writer of one printer: jobs leave in order, one at a time. */
export interface PrinterWriter {
  /** Something was queued, or the printer is no longer (or newly) held. */
  wake(): void
  /** Ends after what is under way; a label that is waited for stays in `sending`. */
  stop(): Promise<void>
}

/** Starts the writer: it settles what an earlier life was sending, then prints what waits. */
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
  private readonly pause = createWriterPause()
  private readonly proof: LabelProof | undefined
  private readonly silenceIsStatus: boolean
  /** The language to ask in; undefined once a printer that proves nothing left a question unanswered:
   *  asking each time would cost 300 ms a label. */
  private asksIn: RasterLanguage | undefined
  private watchUntilMs = 0
  private needsQuiet = false
  private standing: PrinterStanding = 'untried'
  private doubt: { jobId: string; sinceMs: number } | undefined
  private failed: { jobId: string; tries: number } | undefined
  readonly wake = this.pause.wake

  constructor(parts: WriterParts) {
    this.parts = parts
    const { transport, profile } = parts.setup
    const { language } = profile
    const answers = talkingTransports.includes(transport.kind)
    this.silenceIsStatus = language !== 'pdf' && printerTalk[language].silenceIsStatus
    this.asksIn = language === 'pdf' || !answers ? undefined : language
    this.proof = answers ? labelProof(profile, createFreshIds(parts.clock)) : undefined
  }

  stop(): void {
    this.pause.stop()
  }

  async work(): Promise<void> {
    while (!this.pause.isStopping())
      await this.step().catch(() => this.pause.rest(this.reportStorage()))
  }

  private async step(): Promise<unknown> {
    const { store, setup, clock } = this.parts
    const doubtful = store.sendingTo(setup.profile.printerId)
    if (doubtful) return this.pause.rest(await this.settleDoubt(doubtful))
    if (this.parts.isHeld()) {
      this.parts.onState('paused', HELD)
      this.standing = 'untried'
      return this.pause.untilWoken()
    }
    const job = store.nextFor(setup.profile.printerId)
    if (job) return this.pause.rest(await this.printNext(job))
    const isWatched = this.asksIn !== undefined && clock.monoMs() < this.watchUntilMs
    return this.mustLook() || isWatched ? this.look() : this.pause.untilWoken()
  }

  /** The write-ahead file cannot be written (disk full): nothing may be sent without it. */
  private reportStorage(): number {
    this.standing = 'untried'
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
    const transport = parts.openTransport(job)
    const ahead = createWriteAhead(parts.store, job)
    const result = await sendJob({
      transport,
      bytes,
      asksIn: this.asksIn,
      proof: transport.proof ?? this.proof,
      needsQuiet: this.needsQuiet,
      watch: this.watchOf(job),
      isStopping: this.pause.isStopping,
      writeAhead: async (mark) => {
        await ahead.write(mark)
        // Not before: a printer that is not there would look well at each try.
        parts.onState('printing')
      },
    })
    const hasBegun = ahead.hasBegun()
    return result.kind === 'unreachable'
      ? this.settleUnreachable(job, hasBegun)
      : this.settle(job, result)
  }

  /** Not one byte had left. Only what was written ahead here goes back to the line: a label that was given
   *  to another printer meanwhile may be on its way to paper there. */
  private async settleUnreachable(job: PrintJob, hasBegun: boolean): Promise<number> {
    const { store } = this.parts
    if (hasBegun) await store.move(job.jobId, 'queued')
    this.standing = 'untried'
    const now = store.find(job.jobId)
    // Cancelled or moved while the connection was made: that says nothing of the printer.
    return now?.state === 'queued' && now.printerId === job.printerId ? this.lost() : 0
  }

  private watchOf(job: PrintJob) {
    return createJobWatch({ ...this.parts, jobId: job.jobId, isStopping: this.pause.isStopping })
  }

  private async settle(job: PrintJob, result: HandedOver): Promise<number> {
    const { store, clock, onState } = this.parts
    switch (result.kind) {
      case 'sent':
        if (result.isSilent) this.asksIn = undefined
        this.watchUntilMs = clock.monoMs() + WATCH_MS
        await store.move(job.jobId, 'sent')
        this.reached()
        return 0
      case 'proved':
        return this.settleVerdict(job, result.verdict)
      case 'busy':
        return 0
      case 'waits':
        this.standing = 'stands'
        onState('paused', result.notice)
        return PAUSED_POLL_MS
      case 'broken':
        return this.settleBroken(job)
    }
  }

  private async settleVerdict(job: PrintJob, verdict: ProofVerdict): Promise<number> {
    const { store, clock } = this.parts
    this.doubt = undefined
    if (verdict === 'over') {
      // Settled by a person: its label may still be in the printer.
      this.needsQuiet = true
      this.standing = 'untried'
      return 0
    }
    this.needsQuiet = verdict === 'unknown'
    this.watchUntilMs = clock.monoMs() + WATCH_MS
    if (verdict === 'printed' || verdict === 'sent') await store.move(job.jobId, verdict)
    else if (verdict === 'unknown') await this.askPerson(job)
    else await this.tryAgain(job)
    this.reached()
    return 0
  }

  private async askPerson({ jobId, document }: PrintJob): Promise<void> {
    this.doubt = undefined
    await this.parts.store.move(jobId, 'unknown', [
      { code: 'PRN-041', params: { no: document.no } },
    ])
  }

  /** It surely did not come out. */
  private async tryAgain({ jobId, document }: PrintJob): Promise<void> {
    const { store } = this.parts
    const before = this.failed?.jobId === jobId ? this.failed.tries : 0
    this.failed = { jobId, tries: before + 1 }
    if (this.failed.tries < TRIES_MAX) await store.move(jobId, 'queued')
    else await store.move(jobId, 'failed', [{ code: 'PRN-036', params: { no: document.no } }])
  }

  private async settleBroken(job: PrintJob): Promise<number> {
    // A proof that outlives the connection is looked for in the next step.
    if (!this.lastingProof(job)) {
      this.needsQuiet = true
      await this.askPerson(job)
    }
    return this.lost()
  }

  private reached(): void {
    this.standing = 'well'
    this.parts.onState('ready')
  }

  private lost(): number {
    this.standing = 'untried'
    this.parts.onState('offline', unreachable(this.parts.setup))
    return OFFLINE_RETRY_MS
  }

  private lastingProof(job: PrintJob): LabelProof | undefined {
    const proof = this.parts.openTransport(job).proof ?? this.proof
    return proof?.isLasting ? proof : undefined
  }

  /** A label that was being sent when the connection broke or the host died: looks for its proof. */
  private async settleDoubt(job: PrintJob): Promise<number> {
    const { parts } = this
    const nowMs = parts.clock.monoMs()
    if (this.doubt?.jobId !== job.jobId) this.doubt = { jobId: job.jobId, sinceMs: nowMs }
    const transport = parts.openTransport(job)
    const proof = transport.proof ?? this.proof
    if (!proof?.isLasting || !job.mark || nowMs - this.doubt.sinceMs > DOUBT_MS_MAX) {
      this.needsQuiet = true
      await this.askPerson(job)
      return 0
    }
    const found = await proveLater(transport, { proof, mark: job.mark }, this.watchOf(job))
    if (found === 'unreachable') return this.lost()
    if (found === 'silent') {
      parts.onState('paused', NO_ANSWER)
      // Lacking paper it may say nothing at all: first a person is needed there.
      if (this.silenceIsStatus) this.doubt.sinceMs = parts.clock.monoMs()
      return OFFLINE_RETRY_MS
    }
    return this.settleVerdict(job, found)
  }

  /** Until it is well; the line to a component is kept, and told of, by its keeper. */
  private mustLook(): boolean {
    const { kind } = this.parts.setup.transport
    return this.standing !== 'well' && kind !== 'component'
  }

  /** Connects without sending anything: only a printer that is there is called ready. Also after the last
   *  label, for paper that ran out during it must show although nothing more is sent. */
  private async look(): Promise<void> {
    const { parts, standing } = this
    const found = await lookAtPrinter(parts.openTransport(undefined), this.asksIn)
    const mustAnswer = this.proof !== undefined
    const news = found === 'unreachable' ? null : judgeLook(found, { standing, mustAnswer })
    if (news) {
      this.standing = news.standing
      parts.onState(news.notice ? 'paused' : 'ready', news.notice)
    }
    await this.restUnlessQueued(found === 'unreachable' ? this.lost() : PAUSED_POLL_MS)
  }

  /** A label that was queued during the question found nobody to wake. */
  private async restUnlessQueued(ms: number): Promise<void> {
    const { store, setup } = this.parts
    if (store.nextFor(setup.profile.printerId) === undefined)
      await Promise.race([this.pause.rest(ms), this.pause.untilWoken()])
  }
}
