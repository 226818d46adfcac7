/** Below so many numbers left the shop must fetch new ones. */
export const POOL_LOW_QTY = 50
/** Or below so many percent of all numbers ever given. */
export const POOL_LOW_PERCENT = 20

export type PoolLevel = 'empty' | 'low' | 'good'

/** How a carrier's pool of numbers stands. `leftQty`: numbers not yet bound; `allQty`: all ever given.
 *  A used-up segment stops packing, so the warning comes before. Example: 190 of 1000 -> low. */
export function poolLevel(leftQty: number, allQty: number): PoolLevel {
  if (leftQty === 0) return 'empty'
  const isLow = leftQty < POOL_LOW_QTY || leftQty * 100 < allQty * POOL_LOW_PERCENT
  return isLow ? 'low' : 'good'
}
