import type { Carrier, ParcelState } from '@/domain/record/outbound.ts'
import type { StationData } from '../stationData.ts'

/** One carrier's pile at the handover. */
export interface PileRow {
  readonly carrierId: string
  readonly name: string
  readonly badge: string
  readonly cutoff: string
  /** Parcels on its open manifest. */
  readonly scannedQty: number
  /** Closed parcels that are not on it yet. */
  readonly leftQty: number
  /** The first of those, in the order of the list. */
  readonly left: readonly string[]
}

/** Parcels named per pile; the count says how many there are. */
export const PILE_NAMED_MAX = 50
const CARRIERS_SHOWN_MAX = 100

/** Every carrier with parcels here, by name. */
export async function readPiles(data: StationData): Promise<PileRow[]> {
  const carriers = await data.documents('carriers').limit(CARRIERS_SHOWN_MAX).toArray()
  const rows = await Promise.all(carriers.map((carrier) => toPile(data, carrier)))
  return rows
    .filter((row) => row.scannedQty + row.leftQty > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function toPile(data: StationData, carrier: Carrier): Promise<PileRow> {
  const { id: carrierId, name, badge, cutoff } = carrier
  const at = (state: ParcelState) =>
    data.documents('parcels').where('[carrierId+state]').equals([carrierId, state])
  const [scannedQty, leftQty, left] = await Promise.all([
    at('manifested').count(),
    at('closed').count(),
    at('closed').limit(PILE_NAMED_MAX).toArray(),
  ])
  const nos = left.map((parcel) => parcel.waybillNo)
  return { carrierId, name, badge, cutoff, scannedQty, leftQty, left: nos }
}
