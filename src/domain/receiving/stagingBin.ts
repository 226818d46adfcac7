import { type Bin, binIdOf } from '../record/place.ts'

/** The receiving staging bin of a warehouse that has named none of its own. It is written with the first
 *  piece received; level 0 keeps it out of every put-away suggestion. No limits: it is floor space. */
export const stagingBin: Bin = {
  id: binIdOf('RECV-01'),
  code: 'RECV-01',
  zone: 'storage',
  corridor: 'RECV',
  rack: 0,
  level: 0,
  position: 1,
  lengthMm: 0,
  widthMm: 0,
  heightMm: 0,
  weightLimitG: 0,
  role: 'staging',
  mixRule: 'any',
}

/** Goods wait for put-away only in staging bins of the storage zone; those of other zones (sort, ship)
 *  are between other steps. */
export const isReceivingStaging = (bin: Bin): boolean =>
  bin.role === 'staging' && bin.zone === 'storage'

/** Where received goods go when nobody says otherwise: the warehouse's own receiving staging bin with
 *  the lowest code, else the built-in one. */
export function chooseStagingBin(stagingBins: readonly Bin[]): Bin {
  const own = stagingBins.filter(isReceivingStaging)
  const [first] = own.sort((a, b) => (a.code < b.code ? -1 : 1))
  return first ?? stagingBin
}
