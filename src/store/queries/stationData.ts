import { liveQuery } from 'dexie'
import type { PacklineDb } from '../db.ts'

/** The station's database as screens hold it: something to give to queries, nothing to write with. */
export type StationData = PacklineDb

/** Runs a query now and after every change of what it read. Returns the function that ends it. */
export function watchQuery<Rows>(
  query: () => Promise<Rows>,
  heard: (rows: Rows) => void,
  failed: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: heard, error: failed })
  return () => subscription.unsubscribe()
}

/** Commands that no hub has taken yet, kept current. For a station alone that is its whole history: the
 *  number of its last command, without counting rows. */
export function watchPending(data: StationData, heard: (count: number) => void): () => void {
  const read = async () => (await data.meta.get('head'))?.seq ?? 0
  return watchQuery(read, heard, () => undefined)
}
