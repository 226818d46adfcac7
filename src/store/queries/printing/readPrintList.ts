import type { PrintIntent } from '@/domain/record/outbound.ts'
import type { StationData } from '../stationData.ts'
import { readPrintsOf, readPrintTroubles, troubledStates } from './readPrintTroubles.ts'

/** Prints shown in the list: those that need a person are always among them. */
export const PRINTS_LISTED_MAX = 60

/** The print list: doubts, then what came out too late, then what was set aside, then everything else, newest first. */
export async function readPrintList(data: StationData): Promise<PrintIntent[]> {
  const { doubts, strays, setAside } = await readPrintTroubles(data)
  const newest = data.documents('printIntents').orderBy('atMs').reverse()
  const recent = await newest.limit(PRINTS_LISTED_MAX).toArray()
  const others = recent.filter(({ state }) => !troubledStates.includes(state))
  return [...doubts, ...strays, ...setAside, ...others].slice(0, PRINTS_LISTED_MAX)
}

/** The newest print of a number or code; a print in doubt comes before all others. */
export async function readPrintOf(data: StationData, no: string): Promise<PrintIntent | null> {
  const byAge = await readPrintsOf(data, no)
  return byAge.find(({ state }) => state === 'unknown') ?? byAge.at(-1) ?? null
}

/** One print as it stands now. */
export async function readPrint(data: StationData, id: string): Promise<PrintIntent | null> {
  return (await data.documents('printIntents').get(id)) ?? null
}
