import { createContext, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createHostJobs, type HostJobs } from './hostJobs.ts'
import type { HostJob } from './matchPrints.ts'

/** What the print list needs of the station's host. */
export interface PrintsPorts {
  readonly hostJobs: HostJobs
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

/** The picture of a print; null until it is drawn, and where there is none. */
export function usePreview(intentId: string | null): Uint8Array | null {
  const ports = useContext(PrintsContext)
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
  }, [ports, intentId])
  return drawn !== null && drawn.id === intentId ? drawn.png : null
}
