import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StationAlert } from '../shell/stationStatus.ts'
import type { LabelPrinter } from './labelRequest.ts'
import { isWorking, type LitPrinter } from './printerLight.ts'

/** A printer of this station, as the host told it last. */
export interface StationPrinter extends LabelPrinter, LitPrinter {
  /** Labels that wait for it. */
  readonly waiting: number
  /** A person has stopped it. */
  readonly isHeld?: boolean | undefined
}

/** What is known of the way labels take. */
export interface PrintersView {
  /** In the order of the settings; null = the host has not told them yet. */
  readonly printers: readonly StationPrinter[] | null
  /** Why labels do not reach the host; null = they do. */
  readonly fault: StationAlert | null
}

/** The printers of this station, kept current. */
export type StationPrinters = StoreApi<PrintersView>

/** Nothing known, until the host tells. */
export function createStationPrinters(): StationPrinters {
  return createStore<PrintersView>(() => ({ printers: null, fault: null }))
}

/** The host told all of its printers: one that is gone from the settings is gone here too. */
export function meetPrinters(store: StationPrinters, printers: readonly StationPrinter[]): void {
  store.setState({ printers })
}

/** The host told how one printer stands now. */
export function hearPrinter(store: StationPrinters, told: StationPrinter): void {
  const printers = store.getState().printers ?? []
  const isKnown = printers.some(({ printerId }) => printerId === told.printerId)
  const next = printers.map((each) => (each.printerId === told.printerId ? told : each))
  store.setState({ printers: isKnown ? next : [...printers, told] })
}

/** Why a printer prints nothing now, naming it; null = it works. */
export function printerTrouble(printer: StationPrinter): StationAlert | null {
  if (isWorking(printer)) return null
  return printer.notice ?? { code: 'PRN-001', params: { printer: printer.name } }
}
