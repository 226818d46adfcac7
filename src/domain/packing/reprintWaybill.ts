import { type ReprintFacts, type ReprintReason, reprintRows } from '../printing/reprint.ts'
import { printIntentId } from '../record/outbound.ts'
import { type Decision, accept, reject } from '../stock/decision.ts'

export interface ReprintArgs {
  readonly parcelId: string
  readonly waybillNo: string
  readonly reason: ReprintReason
}

/** One more print of a parcel's label, asked for at the packing table. */
export function reprintWaybill(
  { parcel, intents }: Omit<ReprintFacts, 'intent'>,
  { parcelId, waybillNo: no, reason }: ReprintArgs,
  act: { readonly id: string; readonly atMs: number },
): Decision<'packing.notLabelled'> {
  const { atMs } = act
  const first = { kind: 'waybill', no, revision: 1, reason: '', state: 'queued', atMs } as const
  const intent = { ...first, id: printIntentId('waybill', no, 1), docRef: parcelId }
  const puts = reprintRows({ intent, parcel, intents }, reason, act)
  return puts ? accept([], puts) : reject('packing.notLabelled', { no })
}
