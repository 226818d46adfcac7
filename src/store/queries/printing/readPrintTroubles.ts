import type { PrintIntent, PrintIntentState } from '@/domain/record/outbound.ts'
import type { StationData } from '../stationData.ts'

/** Prints that need a person, oldest first: in doubt, come out although cancelled, and set
 *  aside. */
export interface PrintTroubles {
  readonly doubts: readonly PrintIntent[]
  readonly strays: readonly PrintIntent[]
  readonly setAside: readonly PrintIntent[]
}

/** Prints of which a person must say something. */
export async function readPrintTroubles(data: StationData): Promise<PrintTroubles> {
  const [doubts, strays, setAside] = await Promise.all([
    inState(data, 'unknown'),
    inState(data, 'stray'),
    inState(data, 'refused'),
  ])
  return { doubts, strays, setAside }
}

/** States of a print in which a person must say something. */
export const troubledStates: readonly PrintIntentState[] = ['unknown', 'stray', 'refused']

async function inState(data: StationData, state: PrintIntentState): Promise<PrintIntent[]> {
  const rows = await data.documents('printIntents').where('state').equals(state).toArray()
  return rows.sort(oldestFirst)
}

/** The order in which prints were asked for. */
export const oldestFirst = (a: PrintIntent, b: PrintIntent): number =>
  a.atMs - b.atMs || (a.id < b.id ? -1 : 1)

/** Every print of a number, in the order they were asked for. */
export async function readPrintsOf(data: StationData, no: string): Promise<PrintIntent[]> {
  const prints = await data.documents('printIntents').where('no').equals(no).toArray()
  return prints.sort(oldestFirst)
}
