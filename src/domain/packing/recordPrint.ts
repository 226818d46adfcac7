import type { PrintIntent } from '../record/outbound.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'

export interface RecordPrintArgs {
  readonly intentId: string
}

export interface RecordPrintFacts {
  readonly intent: PrintIntent | null
}

/** The host has taken the label: from now on it may be on paper. A label proved or voided meanwhile
 *  stays as it is. */
export function recordPrint(
  { intent }: RecordPrintFacts,
  { intentId }: RecordPrintArgs,
): Decision<'print.unknown'> {
  if (!intent) return reject('print.unknown', { id: intentId })
  if (intent.state !== 'queued') return accept([])
  return accept([], [put('printIntents', { ...intent, state: 'accepted' })])
}
