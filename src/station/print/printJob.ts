import type { Spoken } from '@/kernel/notice.ts'

/** What became of a label. `sent` is handed over but not proved; `unknown` may or may not have come
 *  out: only a scan-back or a person settles it, it is never sent again by itself. */
export type PrintState = 'queued' | 'sending' | 'sent' | 'printed' | 'unknown' | 'failed'

/** Which state may follow which; anything else is a broken promise. */
export const printTransitions: Readonly<Record<PrintState, readonly PrintState[]>> = {
  queued: ['sending', 'failed'],
  // From sending to sending: the printer stopped in the middle, and why is written down. A print
  // component may refuse a task that it was handed.
  sending: ['sending', 'queued', 'sent', 'printed', 'unknown', 'failed'],
  // Its connection may break between its word that it has a task and its word that it printed it.
  sent: ['printed', 'failed', 'unknown'],
  unknown: ['printed', 'failed'],
  printed: [],
  failed: [],
}

/** Words for the screen: `notice.<code>` with its params; `spoken` is also said aloud. */
export interface PrintNotice {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly spoken?: Extract<Spoken, { readonly kind: 'paperOut' }>
}

/** Which paper it is; a reprint is the same paper with a higher revision. */
export interface PrintedPaper {
  readonly kind: string
  readonly no: string
  readonly revision: number
}

/** What is on disk before the first byte leaves, to tell afterwards whether the label came out. */
export type PrintMark =
  | { readonly kind: 'counter'; readonly before: number }
  | { readonly kind: 'processId'; readonly id: string }
  | { readonly kind: 'status' }
  | { readonly kind: 'spooled' }

export interface PrintJob {
  readonly jobId: string
  readonly printerId: string
  readonly document: PrintedPaper
  readonly operatorId: string
  readonly reason?: string | undefined
  readonly state: PrintState
  /** While it is being sent. */
  readonly mark?: PrintMark | undefined
  /** While it is being sent: what the printer stopped for in the middle of it. */
  readonly notices: readonly PrintNotice[]
  readonly createdAtMs: number
  readonly changedAtMs: number
}

/** Two requests with this key in common ask for the same piece of paper. Example: waybill/SF1/0. */
export function paperKey({ kind, no, revision }: PrintedPaper): string {
  return `${kind}/${no}/${revision}`
}

/** A state in which the label itself is still needed. */
export function isWaiting(state: PrintState): boolean {
  return state === 'queued' || state === 'sending'
}
