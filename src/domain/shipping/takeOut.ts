import type { Manifest, Parcel } from '../record/outbound.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'

export interface TakeOutArgs {
  readonly manifestId: string
  readonly parcelId: string
}

export interface TakeOutFacts {
  readonly manifest: Manifest | null
  readonly parcel: Parcel | null
}

/** A parcel leaves a manifest that is still open: its order was stopped after it was scanned out. */
export function takeOut(
  { manifest, parcel }: TakeOutFacts,
  { parcelId }: TakeOutArgs,
): Decision<'shipping.notManifested'> {
  const isOn = manifest?.state === 'open' && manifest.parcelIds.some((id) => id === parcelId)
  if (!isOn || parcel?.state !== 'manifested') return reject('shipping.notManifested')
  const parcelIds = manifest.parcelIds.filter((id) => id !== parcelId)
  const puts = [
    put('manifests', { ...manifest, parcelIds }),
    put('parcels', { ...parcel, state: 'closed', manifestId: '' }),
  ]
  return accept([], puts, { countQty: parcelIds.length })
}
