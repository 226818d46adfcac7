import type { ReactNode } from 'react'
import type { Settings } from '../shell/settings.ts'
import type { StationStatus } from '../shell/stationStatus.ts'

/** One state of a screen, drawn from made-up data. Each screen lists its samples beside it:
 *  `export const pickSamples: readonly Sample[]`, and `samples.ts` collects them. */
export interface Sample {
  /** `screen/state`, such as `pick/scanBin`: unique, and the name of its picture. */
  readonly id: string
  /** What the bar at the foot says besides the usual: a fault of the printer. */
  readonly status?: Partial<StationStatus>
  /** settings: how the gallery is looked at, for the sample that shows them. */
  render(settings?: Settings): ReactNode
}
