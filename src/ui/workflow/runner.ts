import type { Json } from '@/kernel/json.ts'
import type { Notice } from '@/kernel/notice.ts'
import type { SessionSave } from '@/app/ports/ledger.ts'
import type { PhotoPort } from '@/app/ports/photoPort.ts'
import type { ScanRecord } from '@/app/resolveScan.ts'
import type { RunContext } from '@/app/runCommand.ts'
import type { PhotoFacts } from '@/domain/record/evidence.ts'
import type { SkuId } from '@/domain/record/place.ts'
import type { JobInput } from './job.ts'

/** What a screen sees of its job. */
export interface RunnerView<State> {
  readonly state: State
  readonly undoDepth: number
  /** Several records fit the last code: the person types the number of one. */
  readonly choice: readonly ScanRecord[]
  readonly resumed: boolean
  /** The photo just taken may also be the picture of these goods: YES says so. Gone with the next scan. */
  readonly offer?: PictureOffer | undefined
}

export interface PictureOffer {
  readonly skuId: SkuId
  readonly photo: PhotoFacts
}

/** The saved side of a job; implemented by the store. */
export interface RunnerSessions {
  load(
    workflowId: string,
  ): Promise<
    | { readonly state: Json; readonly inFlight: SessionSave['inFlight']; readonly steps: number }
    | undefined
  >
  save(save: SessionSave): Promise<void>
  lastStep(
    workflowId: string,
  ): Promise<{ readonly before: Json; readonly commandId: string | null } | undefined>
}

export interface RunnerContext extends RunContext {
  readonly sessions: RunnerSessions
  readonly photos: PhotoPort
  newId(): string
  /** Told of each change of state; tests see from it which hops were worked. */
  onHop?(workflowId: string, from: string, to: string): void
}

/** Drives one machine: exactly one answer for each thing a person gives, after it is durable. Callers
 *  give one at a time, in order. */
export interface Runner<State = unknown> {
  readonly workflowId: string
  view(): RunnerView<State>
  subscribe(listener: () => void): () => void
  /** Loads the saved state; runs a command that was in flight again, under its own id. */
  resume(): Promise<void>
  scan(raw: string): Promise<Notice>
  give(input: Exclude<JobInput, { kind: 'record' }>): Promise<Notice>
  undo(): Promise<Notice>
  /** Changes are told to nobody until the returned function is called: an answer and the step behind it
   *  are drawn in one go. */
  hold(): () => void
}
