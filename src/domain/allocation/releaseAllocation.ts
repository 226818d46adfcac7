import type { Allocation } from '../record/order.ts'

/** The promise given back: it leaves the index of open promises. */
export function releaseAllocation(row: Allocation): Allocation {
  const { openSku: _, openPlace: __, ...rest } = row
  return { ...rest, state: 'released' }
}
