import type { LedgerReader } from '@/app/ports/ledger.ts'
import { type Resolved, recordCode } from '@/app/resolveScan.ts'
import type { EvidenceSubject } from '@/domain/record/evidence.ts'
import type { Notice } from '@/kernel/notice.ts'
import { type Workflow, refused } from '@/workflow/workflow.ts'

/** What a person gives a screen, after the frame of the scan is off. */
export type JobInput =
  /** A text that stands for a record (or for none). */
  | { readonly kind: 'record'; readonly resolved: Resolved }
  /** A command code or its key, without the screen and undo codes: `OK`, `SHORT`, `SKIP` … */
  | { readonly kind: 'verb'; readonly verb: string }
  /** `X02`..`X99`: multiplies the next item. */
  | { readonly kind: 'multiply'; readonly by: number }
  /** Digits typed and confirmed. */
  | { readonly kind: 'number'; readonly qty: number; readonly text: string }

/** One process on one screen: its machine, and how what a person gives becomes its events. */
export interface Job<
  State extends { readonly kind: string },
  Event extends { readonly kind: string },
> {
  readonly workflow: Workflow<State, Event>
  /** Loads what the machine must know. A notice instead of an event: answered without a step. `yearNow`:
   *  in the shop's zone, for years that are told with two digits. */
  toEvent(
    reader: LedgerReader,
    input: JobInput,
    state: State,
    yearNow: number,
  ): Promise<Event | Answer>
  /** Verbs that mean something now; all others are refused. */
  verbs(state: State): readonly string[]
  /** Ids of the records that fit best now: decides between several meanings of one code. */
  preferred(state: State): readonly string[]
  /** What a photo taken now shows; null = there is nothing to show here. Jobs without it know no PHOTO. */
  photoOf?(state: State): EvidenceSubject | null
  /** Words for a command that UNDO has just taken back, where papers it led to are already made; null =
   *  the usual ones. */
  undone?(command: { readonly name: string; readonly result: unknown }): Notice | null
}

export interface Answer {
  readonly kind: 'answer'
  readonly notice: Notice
}

export const answer = (notice: Notice): Answer => ({ kind: 'answer', notice })

/** The usual answers to a text that is no record the screen waits for; null = it is one. */
export function refuseUnfit(input: JobInput): Answer | null {
  if (input.kind !== 'record') return null
  const { resolved } = input
  if (resolved.kind === 'none') return answer(refused('SCAN-001', { raw: resolved.raw }))
  if (resolved.kind === 'wrongKind') {
    const got = recordCode(resolved.record)
    return answer(refused('SCAN-003', { raw: resolved.raw, got, kind: resolved.record.kind }))
  }
  return null
}
