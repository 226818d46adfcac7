import type { StationAlert, StationStatus } from '../shell/stationStatus.ts'

/** A printer as the host tells it, as far as its light follows from it. */
export interface LitPrinter {
  readonly name: string
  readonly state: 'ready' | 'printing' | 'paused' | 'offline'
  readonly notice?: StationAlert | undefined
}

/** True for a printer that takes labels. */
export const isWorking = ({ state }: LitPrinter): boolean =>
  state === 'ready' || state === 'printing'

/** One light for all printers: a fault of one of them is a fault, with its name and its reason. */
export function printerLight(printers: readonly LitPrinter[]): {
  readonly printer: StationStatus['printer']
  readonly why: StationAlert | null
} {
  const faulty = printers.find((printer) => !isWorking(printer))
  if (faulty) return { printer: { light: 'fault', name: faulty.name }, why: faulty.notice ?? null }
  const name = printers.map((printer) => printer.name).join(' · ')
  return { printer: { light: printers.length === 0 ? 'unset' : 'ready', name }, why: null }
}
