import { Dexie, liveQuery } from 'dexie'
import { systemTimers } from '@/kernel/timers.ts'
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

/** Lists are read again this long after a change, ms: first the answer to the scan is painted, which
 *  belongs to the same change. Two frames. */
const CALM_MS = 32

/** As `watchQuery`, for what stands beside the answer to a scan: read at once the first time, and a
 *  moment after each change. */
export function watchCalmly<Rows>(
  query: () => Promise<Rows>,
  heard: (rows: Rows) => void,
  failed: (error: unknown) => void,
): () => void {
  let runs = 0
  let waiting: ReturnType<typeof calm> | null = null
  const calmly = (): Promise<Rows> => {
    runs += 1
    const run = runs
    if (run === 1) return query()
    // A change during the wait joins it, so that many changes in a row cannot put it off for ever.
    waiting ??= calm().finally(() => {
      waiting = null
    })
    // Each change starts a run and ends the one before, whose rows nobody waits for any more.
    return waiting.then(() => (run === runs ? query() : new Promise(() => undefined)))
  }
  return watchQuery(calmly, heard, failed)
}

/** Dexie's own promise: after another one it would not know whose reads these are. */
const calm = () =>
  new Dexie.Promise<void>((resolve) => void systemTimers.after(CALM_MS, () => resolve()))

/** Commands that no hub has taken yet, kept current. For a station alone that is its whole history: the
 *  number of its last command, without counting rows. */
export function watchPending(data: StationData, heard: (count: number) => void): () => void {
  const read = async () => (await data.meta.get('head'))?.seq ?? 0
  return watchCalmly(read, heard, () => undefined)
}
