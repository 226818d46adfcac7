import { createContext, useContext, useSyncExternalStore } from 'react'
import { NO_SCALE, type StationScale } from '@/device/scale/stationScale.ts'
import type { ScaleView } from '@/domain/weighing/scaleView.ts'

/** The scale of this station; in the gallery, where screens are drawn from samples, there is none. */
export const ScaleContext = createContext<StationScale>(NO_SCALE)

/** What the scale shows, drawn anew when it changes; null = the station has none. */
export function useScale(): ScaleView | null {
  const scale = useContext(ScaleContext)
  return useSyncExternalStore(scale.subscribe, scale.view)
}
