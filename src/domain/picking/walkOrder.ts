import type { BinSpot } from './pickStop.ts'

/** The stops in serpentine order: up the first corridor by rack and position, down the next, and so
 *  on; low levels first at one place. Stops of one bin stay together in the order given. Example:
 *  A-01, B-01, A-05, B-09 -> A-01, A-05, B-09, B-01. */
export function walkOrder<Spot extends BinSpot>(stops: readonly Spot[]): Spot[] {
  const corridors = [...new Set(stops.map((stop) => stop.corridor))].sort()
  const turn = (stop: Spot) => (corridors.indexOf(stop.corridor) % 2 === 0 ? 1 : -1)
  const compare = (a: Spot, b: Spot): number => {
    if (a.corridor !== b.corridor) return a.corridor < b.corridor ? -1 : 1
    const along = a.rack - b.rack || a.position - b.position
    return along * turn(a) || a.level - b.level || (a.binId < b.binId ? -1 : +(a.binId > b.binId))
  }
  return [...stops].sort(compare)
}

/** The same order, but going on from `here`: what lies behind comes after all that lies ahead. */
export function walkFrom<Spot extends BinSpot>(here: BinSpot, stops: readonly Spot[]): Spot[] {
  const marked = stops.map((stop) => ({ ...stop, isHere: false, stop: stop as Spot | null }))
  const mark = { ...here, isHere: true, stop: null }
  const sorted = walkOrder([mark, ...marked])
  const at = sorted.findIndex((spot) => spot.isHere)
  return [...sorted.slice(at), ...sorted.slice(0, at)].flatMap(({ stop }) => stop ?? [])
}
