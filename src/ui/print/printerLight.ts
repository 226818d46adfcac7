import type { StationAlert, StationStatus } from '../shell/stationStatus.ts'

/** A printer as the host tells it, as far as its light follows from it. */
export interface LitPrinter {
  readonly name: string
  readonly state: 'untried' | 'ready' | 'printing' | 'paused' | 'offline'
  readonly notice?: StationAlert | undefined
}

/** False for a printer that stands: what is sent to it waits. */
export const isWorking = ({ state }: LitPrinter): boolean =>
  state !== 'paused' && state !== 'offline'

/** The light of one printer; one that nothing was heard of yet is not called ready. */
export const lightOf = (printer: LitPrinter): 'ready' | 'fault' | 'untried' =>
  printer.state === 'untried' ? 'untried' : isWorking(printer) ? 'ready' : 'fault'

/** One light for all printers: a fault of one of them is a fault, with its name and its reason; else one that
 *  is untried is named. */
export function printerLight(printers: readonly LitPrinter[]): {
  readonly printer: StationStatus['printer']
  readonly why: StationAlert | null
} {
  const faulty = printers.find((printer) => !isWorking(printer))
  if (faulty) return { printer: { light: 'fault', name: faulty.name }, why: faulty.notice ?? null }
  const untried = printers.find((printer) => lightOf(printer) === 'untried')
  if (untried) return { printer: { light: 'untried', name: untried.name }, why: null }
  const name = printers.map((printer) => printer.name).join(' · ')
  return { printer: { light: printers.length === 0 ? 'unset' : 'ready', name }, why: null }
}
