import type { PrintIntent, PrintIntentState } from '../record/outbound.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'
import { withState } from './recordPrint.ts'
import { NOT_PRINTED, type ReprintFacts, reprintRows } from './reprint.ts'

/** What a person says of a print: it came out, it did not (so it is printed again), try one that was set
 *  aside once more, it is not needed, it came out too late and is torn up. */
export type PrintVerdict = 'cameOut' | 'missing' | 'retry' | 'cancel' | 'tornUp'

export interface JudgePrintArgs {
  readonly intentId: string
  readonly verdict: PrintVerdict
}

export type JudgePrintRefusal = 'print.unknown' | 'print.movedOn'

/** States in which each verdict means something. Of a label that the host is sure of nobody is asked. */
export const judgedIn: Readonly<Record<PrintVerdict, readonly PrintIntentState[]>> = {
  cameOut: ['accepted', 'unknown'],
  missing: ['unknown'],
  retry: ['refused'],
  cancel: ['queued', 'accepted', 'refused'],
  tornUp: ['stray'],
}

/** A person's word about one print. A missing label is printed again as a reprint, with its mark, where its
 *  parcel still carries the number: should the first one turn up after all, the two can be told apart. */
export function judgePrint(
  facts: ReprintFacts,
  { intentId, verdict }: JudgePrintArgs,
  act: { readonly id: string; readonly atMs: number },
): Decision<JudgePrintRefusal> {
  const { intent } = facts
  if (!intent) return reject('print.unknown', { id: intentId })
  if (!judgedIn[verdict].includes(intent.state)) return reject('print.movedOn', { no: intent.no })
  const row = judged(intent, verdict)
  if (verdict !== 'missing') return accept([], [put('printIntents', row)], { again: 0 })
  const again = reprintRows({ ...facts, intent }, NOT_PRINTED, act) ?? []
  return accept([], [put('printIntents', row), ...again], { again: again.length === 0 ? 0 : 1 })
}

function judged(intent: PrintIntent, verdict: PrintVerdict): PrintIntent {
  switch (verdict) {
    case 'cameOut':
      return withState(intent, 'proved')
    case 'missing':
      return withState(intent, 'missing')
    case 'retry':
      return withState(intent, 'queued')
    case 'cancel':
      return withState(intent, 'cancelled', { code: 'PRN-043', params: { no: intent.no } })
    case 'tornUp':
      return withState(intent, 'voided')
  }
}
