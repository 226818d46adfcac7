import type { PrintIntent, PrintIntentState } from '@/domain/record/outbound.ts'
import type { StationData } from '../stationData.ts'

/** Prints that need a person, oldest first: in doubt, and set aside. */
export interface PrintTroubles {
  readonly doubts: readonly PrintIntent[]
  readonly setAside: readonly PrintIntent[]
}

/** Prints of which a person must say something. */
export async function readPrintTroubles(data: StationData): Promise<PrintTroubles> {
  const [doubts, setAside] = await Promise.all([inState(data, 'unknown'), inState(data, 'refused')])
  return { doubts, setAside }
}

async function inState(data: StationData, state: PrintIntentState): Promise<PrintIntent[]> {
  const rows = await data.documents('printIntents').where('state').equals(state).toArray()
  return rows.sort(oldestFirst)
}

/** The order in which prints were asked for. */
export const oldestFirst = (a: PrintIntent, b: PrintIntent): number =>
  a.atMs - b.atMs || (a.id < b.id ? -1 : 1)

/** True while nobody knows whether a label with this number came out. */
export async function readIsInDoubt(data: StationData, no: string): Promise<boolean> {
  const prints = await data.documents('printIntents').where('no').equals(no).toArray()
  return prints.some(({ state }) => state === 'unknown')
}
