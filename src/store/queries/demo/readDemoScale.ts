import type { StationData } from '../stationData.ts'

/** Grams on the demo scale: the goods of the parcel that is on the packing table, 0 = nothing. */
export async function readDemoScale(data: StationData): Promise<number> {
  const parcels = await data
    .documents('parcels')
    .filter(({ state }) => state === 'open' || state === 'verified' || state === 'labelled')
    .toArray()
  const parcel = parcels.at(-1)
  if (!parcel) return 0
  const skus = await data.documents('skus').bulkGet(parcel.lines.map((line) => line.skuId))
  return parcel.lines.reduce((sum, line, i) => sum + line.qty * (skus[i]?.weightG ?? 0), 0)
}
