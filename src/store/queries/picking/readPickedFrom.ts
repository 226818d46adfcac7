import { type ZoneKind, binIdOf, placeCode } from '@/domain/record/place.ts'
import type { StationData } from '../stationData.ts'

/** Where pieces of an order were picked. */
export interface PickedFrom {
  readonly zone: ZoneKind | ''
  readonly binCode: string
}

/** The bin each SKU and lot of an order was picked from, by `sku|lot`; the last one where it was several. */
export async function readPickedFrom(
  data: StationData,
  orderId: string,
): Promise<ReadonlyMap<string, PickedFrom>> {
  const rows = await data.movements.where('docRef').equals(orderId).toArray()
  const picks = rows.filter((row) => row.reason === 'pick')
  const codes = picks.map((row) => placeCode(row.from.placeId))
  const bins = await data.documents('bins').bulkGet(codes.map((code) => binIdOf(code)))
  return new Map(
    picks.map(({ skuId, lot }, i) => [
      `${skuId}|${lot}`,
      { zone: bins[i]?.zone ?? '', binCode: codes[i] ?? '' },
    ]),
  )
}
