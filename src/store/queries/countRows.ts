import type { Collection } from 'dexie'

/** Lists say how many rows there are up to this many; beyond it, only that there are more. A full count
 *  walks the whole index: 20 ms at 100,000 orders, after each scan. */
export const COUNTED_MAX = 999

/** Number of rows, or `COUNTED_MAX + 1` where there are more. */
export async function countRows<Row, Key, Insert>(
  rows: Collection<Row, Key, Insert>,
): Promise<number> {
  // Not `count()` with a limit: that still counts them all. Skipping is done where the rows are.
  const beyond = await rows.clone().offset(COUNTED_MAX).limit(1).primaryKeys()
  return beyond.length > 0 ? COUNTED_MAX + 1 : rows.count()
}
