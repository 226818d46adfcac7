import type { Order } from '../record/order.ts'
import { stopOf } from '../record/order.ts'
import type { Manifest, Parcel } from '../record/outbound.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'

/** Parcels of one manifest; a courier's van is full long before, and one closing scan moves them all. */
export const MANIFEST_PARCELS_MAX = 500

export interface ScanOutArgs {
  readonly carrierId: string
  readonly parcelId: string
  readonly waybillNo: string
}

export interface ScanOutFacts {
  readonly order: Order | null
  readonly parcel: Parcel | null
  /** The open manifest of the carrier, or null: this parcel opens it. */
  readonly open: Manifest | null
  /** Id and round of the manifest to open. */
  readonly next: { readonly id: string; readonly round: number }
}

export type ScanOutRefusal =
  | 'order.stopped'
  | 'shipping.notClosed'
  | 'shipping.otherCarrier'
  | 'shipping.manifestFull'

/** One parcel onto the manifest of its carrier. Its goods move when the courier signs for all. */
export function scanOut(
  { order, parcel, open, next }: ScanOutFacts,
  { carrierId, parcelId, waybillNo }: ScanOutArgs,
  { atMs }: { readonly atMs: number },
): Decision<ScanOutRefusal> {
  if (order && stopOf(order) !== 'none') return reject('order.stopped', { cause: stopOf(order) })
  if (!order || parcel?.state !== 'closed' || parcel.waybillNo !== waybillNo)
    return reject('shipping.notClosed', { no: waybillNo })
  if (parcel.carrierId !== carrierId) return reject('shipping.otherCarrier', { no: waybillNo })
  const manifest = open ?? newManifest(carrierId, next, atMs)
  if (manifest.parcelIds.length >= MANIFEST_PARCELS_MAX)
    return reject('shipping.manifestFull', { limit: MANIFEST_PARCELS_MAX })
  const parcelIds = [...manifest.parcelIds, parcel.id]
  const puts = [
    put('manifests', { ...manifest, parcelIds }),
    put('parcels', { ...parcel, state: 'manifested', manifestId: manifest.id }),
  ]
  return accept([], puts, { manifestId: manifest.id, countQty: parcelIds.length, parcelId })
}

function newManifest(
  carrierId: string,
  { id, round }: ScanOutFacts['next'],
  atMs: number,
): Manifest {
  return {
    id,
    carrierId,
    state: 'open',
    round,
    parcelIds: [],
    courier: '',
    openedAtMs: atMs,
    closedAtMs: 0,
  }
}
