import type { PrintIntent, PrintIntentState, PrintWhy } from '../record/outbound.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'

/** What can be told of a print without a person: the host took it, it does not know whether it came out,
 *  it cannot be printed, nobody needs it any more, it came out although it was cancelled, its printer
 *  proved it. */
export type ToldPrintState = Extract<
  PrintIntentState,
  'accepted' | 'unknown' | 'refused' | 'cancelled' | 'stray' | 'proved'
>

export interface RecordPrintArgs {
  readonly intentId: string
  readonly state: ToldPrintState
  readonly why?: PrintWhy
}

export interface RecordPrintFacts {
  readonly intent: PrintIntent | null
}

/** What may still be told of a print in each state; anything else came too late and changes nothing. */
export const toldAfter: Readonly<Record<PrintIntentState, readonly ToldPrintState[]>> = {
  queued: ['accepted', 'unknown', 'refused', 'cancelled', 'proved'],
  accepted: ['unknown', 'refused', 'proved'],
  // A print component may tell late that it failed.
  unknown: ['refused', 'proved'],
  refused: [],
  cancelled: ['stray'],
  stray: [],
  missing: [],
  proved: [],
  voided: [],
}

/** Writes down what became of a print. A label proved, cancelled or voided meanwhile stays as it is. */
export function recordPrint(
  { intent }: RecordPrintFacts,
  { intentId, state, why }: RecordPrintArgs,
): Decision<'print.unknown'> {
  if (!intent) return reject('print.unknown', { id: intentId })
  if (!toldAfter[intent.state].includes(state)) return accept([])
  return accept([], [put('printIntents', withState(intent, state, why))])
}

/** The row in another state; the reason of the state before goes with it. */
export function withState(
  { why: _before, ...row }: PrintIntent,
  state: PrintIntentState,
  why?: PrintWhy,
): PrintIntent {
  return why ? { ...row, state, why } : { ...row, state }
}
