import type { StationData } from '../stationData.ts'

/** Grams on the demo scale: the parcel that is on the packing table, 0 = nothing. */
export async function readDemoScale(data: StationData): Promise<number> {
  const orderId = orderOf((await data.workSessions.get('packing'))?.state)
  if (orderId === '') return 0
  const parcels = await data.documents('parcels').where('orderId').equals(orderId).toArray()
  const open = parcels.filter(
    ({ state }) => state === 'open' || state === 'verified' || state === 'labelled',
  )
  const parcel = open.at(-1)
  if (!parcel) return 0
  // Goods and carton, as soon as it is known which carton that is.
  if (parcel.state !== 'open') return parcel.expectedWeightG
  const skus = await data.documents('skus').bulkGet(parcel.lines.map((line) => line.skuId))
  return parcel.lines.reduce((sum, line, i) => sum + line.qty * (skus[i]?.weightG ?? 0), 0)
}

/** The order in the saved state of the packing screen, '' = none is on the table. */
function orderOf(state: unknown): string {
  const { plan } = Object(state)
  const { orderId } = Object(plan)
  return typeof orderId === 'string' ? orderId : ''
}
