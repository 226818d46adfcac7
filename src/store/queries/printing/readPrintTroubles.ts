import { Dexie } from 'dexie'
import type { PrintIntent, PrintIntentState } from '@/domain/record/outbound.ts'
import { COUNTED_MAX } from '../countRows.ts'
import type { StationData } from '../stationData.ts'

/** Prints of each trouble that are read: one more than is counted. */
const TROUBLES_MAX = COUNTED_MAX + 1

/** Prints that need a person, oldest first: in doubt, come out although cancelled, and set
 *  aside. */
export interface PrintTroubles {
  readonly doubts: readonly PrintIntent[]
  readonly strays: readonly PrintIntent[]
  readonly setAside: readonly PrintIntent[]
}

/** Prints of which a person must say something, of each kind at most `COUNTED_MAX + 1`. */
export async function readPrintTroubles(data: StationData): Promise<PrintTroubles> {
  const [doubts, strays, setAside] = await Promise.all([
    readOldest(data, 'unknown', TROUBLES_MAX),
    readOldest(data, 'stray', TROUBLES_MAX),
    readOldest(data, 'refused', TROUBLES_MAX),
  ])
  return { doubts, strays, setAside }
}

/** States of a print in which a person must say something. */
export const troubledStates: readonly PrintIntentState[] = ['unknown', 'stray', 'refused']

/** Prints in one state in the order they were asked for: the first `max`, read in that order. */
export async function readOldest(
  data: StationData,
  state: PrintIntentState,
  max: number,
): Promise<PrintIntent[]> {
  const prints = data.documents('printIntents').where('[state+atMs]')
  return prints.between([state, Dexie.minKey], [state, Dexie.maxKey]).limit(max).toArray()
}

/** The order in which prints were asked for. */
const oldestFirst = (a: PrintIntent, b: PrintIntent): number =>
  a.atMs - b.atMs || (a.id < b.id ? -1 : 1)

/** Every print of a number, in the order they were asked for. */
export async function readPrintsOf(data: StationData, no: string): Promise<PrintIntent[]> {
  const prints = await data.documents('printIntents').where('no').equals(no).toArray()
  return prints.sort(oldestFirst)
}
