import { type Parcel, type PrintIntent, printIntentId } from '../record/outbound.ts'
import { type Decision, type Put, accept, put, reject } from '../stock/decision.ts'

/** Why a label is printed again; a person types the number of the reason. Words: `reprint.<reason>`. */
export const reprintReasons = ['paperJam', 'blurred', 'lostLabel', 'torn', 'wrongPaper'] as const
export type ReprintReason = (typeof reprintReasons)[number]

/** The reason of a label that was asked for again because it never came out. */
export const NOT_PRINTED = 'notPrinted'

export interface ReprintFacts {
  readonly intent: PrintIntent | null
  /** The parcel of a waybill; null for everything else. */
  readonly parcel: Parcel | null
  /** Every print of this number, voided ones too: a revision is never given twice, for the host
   *  answers a known one with its first print. */
  readonly intents: readonly PrintIntent[]
}

export interface ReprintPrintArgs {
  readonly intentId: string
  readonly reason: ReprintReason
}

export type ReprintRefusal = 'print.unknown' | 'packing.notLabelled'

interface Act {
  readonly id: string
  readonly atMs: number
}

/** One more print of a label, as an act of its own: with its reason, counted, marked. */
export function reprint(
  facts: ReprintFacts,
  { intentId, reason }: ReprintPrintArgs,
  act: Act,
): Decision<ReprintRefusal> {
  const { intent } = facts
  if (!intent) return reject('print.unknown', { id: intentId })
  const puts = reprintRows({ ...facts, intent }, reason, act)
  return puts
    ? accept([], puts, { revision: nextRevision(intent, facts.intents) })
    : reject('packing.notLabelled', { no: intent.no })
}

/** The rows of one more print; null where its parcel does not carry this number (any more). */
export function reprintRows(
  { intent, parcel, intents }: ReprintFacts & { readonly intent: PrintIntent },
  reason: string,
  { id, atMs }: Act,
): Put[] | null {
  const { kind, no, docRef, sheet } = intent
  const revision = nextRevision(intent, intents)
  const what = { kind, no, docRef, ...(sheet ? { sheet } : {}) }
  const again = { ...what, revision, reason, state: 'queued', atMs } as const
  // A thing may need many labels, so each of them is a print by the act that asked for it.
  if (kind !== 'waybill') return [put('printIntents', { ...again, id: `${id}#00` })]
  if (!parcel || !carries(parcel, no)) return null
  return [
    put('parcels', { ...parcel, reprints: parcel.reprints + 1 }),
    put('printIntents', { ...again, id: printIntentId('waybill', no, revision) }),
  ]
}

const carries = ({ state, waybillNo }: Parcel, no: string): boolean =>
  (state === 'labelled' || state === 'closed') && waybillNo === no

/** Counted by kind: a parcel's slip and its carton label have one number. */
const nextRevision = ({ kind }: PrintIntent, intents: readonly PrintIntent[]): number =>
  intents.reduce((max, each) => (each.kind === kind ? Math.max(max, each.revision) : max), 0) + 1
