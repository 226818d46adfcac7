import type { PrintIntent } from '../record/outbound.ts'
import type { Act } from './act.ts'
import { type Decision, accept, put, reject } from './decision.ts'

/** Labels that stand on things of the warehouse; waybills come with their parcels. */
export type ThingLabelKind = Exclude<PrintIntent['kind'], 'waybill'>

/** `nos`: SKUs, codes of bins or totes, verbs of command codes, as `kind` says. */
export interface PrintLabelArgs {
  readonly kind: ThingLabelKind
  readonly nos: readonly string[]
}

/** Labels of one act: a whole sheet of command codes, no whole warehouse. */
export const LABELS_OF_ACT_MAX = 60

/** Asks for labels. A command never prints: the intents are committed, the host prints them in order.
 *  Each act is a print of its own, for a thing may need many labels. */
export function printLabels(
  _facts: null,
  { kind, nos }: PrintLabelArgs,
  act: Act,
): Decision<'print.tooMany'> {
  if (nos.length > LABELS_OF_ACT_MAX) return reject('print.tooMany', { max: LABELS_OF_ACT_MAX })
  const puts = nos.map((no, i) =>
    put('printIntents', {
      id: `${act.id}#${String(i).padStart(2, '0')}`,
      kind,
      no,
      revision: 1,
      reason: '',
      state: 'queued',
      docRef: '',
      atMs: act.atMs,
    }),
  )
  return accept([], puts, { count: nos.length })
}
