import { createContext, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createHostJobs, type HostJobs } from './hostJobs.ts'
import type { HostJob } from './matchPrints.ts'
import {
  createStationPrinters,
  type PrintersView,
  type StationPrinters,
} from './stationPrinters.ts'

/** What the print list needs of the station's host. */
export interface PrintsPorts {
  readonly hostJobs: HostJobs
  readonly printers: StationPrinters
  /** The bitmap of a print as it would come out, PNG; null for papers and for what is gone. */
  preview(intentId: string): Promise<Uint8Array | null>
}

/** Of this station; null in the gallery, where screens are drawn from samples. */
export const PrintsContext = createContext<PrintsPorts | null>(null)

const NO_JOBS = createHostJobs()

/** The host's jobs, kept current. */
export function useHostJobs(): ReadonlyMap<string, HostJob> {
  return useStore(useContext(PrintsContext)?.hostJobs ?? NO_JOBS)
}

const NO_PRINTERS = createStationPrinters()

/** The printers of this station, kept current. */
export function usePrinters(): PrintersView {
  return useStore(useContext(PrintsContext)?.printers ?? NO_PRINTERS)
}

/** The picture of a print; null until it is drawn, and where there is none. Asked for again
 *  when other printers become known: another one may have its paper. */
export function usePreview(intentId: string | null): Uint8Array | null {
  const ports = useContext(PrintsContext)
  const printerIds = usePrinters()
    .printers?.map(({ printerId }) => printerId)
    .join(' ')
  const [drawn, setDrawn] = useState<{ id: string; png: Uint8Array | null } | null>(null)
  useEffect(() => {
    if (!ports || intentId === null) return
    let isWanted = true
    const draw = (png: Uint8Array | null) => {
      if (isWanted) setDrawn({ id: intentId, png })
    }
    // Without a picture the list still tells what is known.
    ports.preview(intentId).then(draw, () => draw(null))
    return () => {
      isWanted = false
    }
    // Not used inside, but the picture depends on them.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ports, intentId, printerIds])
  return drawn !== null && drawn.id === intentId ? drawn.png : null
}
