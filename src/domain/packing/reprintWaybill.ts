import type { Parcel, PrintIntent } from '../record/outbound.ts'
import { printIntentId } from '../record/outbound.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'

/** Why a label is printed again; the packer types the number of the reason. Words: `reprint.<reason>`. */
export const reprintReasons = ['paperJam', 'blurred', 'lostLabel', 'torn', 'wrongPaper'] as const
export type ReprintReason = (typeof reprintReasons)[number]

export interface ReprintArgs {
  readonly parcelId: string
  readonly waybillNo: string
  readonly reason: ReprintReason
}

export interface ReprintFacts {
  readonly parcel: Parcel | null
  /** Every print of this number, voided ones too: a revision is never given twice, for the host
   *  answers a known one with its first print. */
  readonly intents: readonly PrintIntent[]
}

export type ReprintRefusal = 'packing.notLabelled'

/** One more print of a label that exists, as an act of its own: with its reason, counted, marked. */
export function reprintWaybill(
  { parcel, intents }: ReprintFacts,
  { waybillNo, reason }: ReprintArgs,
  { atMs }: { readonly atMs: number },
): Decision<ReprintRefusal> {
  const isLabelled = parcel?.state === 'labelled' || parcel?.state === 'closed'
  if (!parcel || !isLabelled || parcel.waybillNo !== waybillNo)
    return reject('packing.notLabelled', { no: waybillNo })
  const revision = intents.reduce((max, intent) => Math.max(max, intent.revision), 0) + 1
  const puts = [
    put('parcels', { ...parcel, reprints: parcel.reprints + 1 }),
    put('printIntents', {
      id: printIntentId('waybill', waybillNo, revision),
      kind: 'waybill',
      no: waybillNo,
      revision,
      reason,
      state: 'queued',
      docRef: parcel.id,
      atMs,
    }),
  ]
  return accept([], puts, { revision })
}
