import type { StationScale } from '@/device/scale/stationScale.ts'
import type { ScanRouter } from '@/device/scan/scanRouter.ts'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import { autoWeigh } from '@/ui/screens/packing/autoWeigh.ts'
import type { StatusStore } from '@/ui/shell/stationStatus.ts'
import type { Desk } from '@/ui/workflow/createDesk.ts'
import type { StartedScreens } from './stationScreens.tsx'

export interface WeighingParts {
  readonly scale: StationScale
  readonly started: StartedScreens
  readonly desk: Desk
  readonly router: ScanRouter
  readonly status: StatusStore
}

/** Shows the light of the scale, and weighs the parcel that the packing screen waits for. The command goes
 *  the way of a scan: it waits its turn, and is answered. */
export function startWeighing({ scale, started, desk, router, status }: WeighingParts): void {
  const view = scale.view()
  if (!view) return
  const { scaleId } = view
  const tell = () => {
    const isLive = scale.view()?.state === 'live'
    const light = isLive ? 'ready' : 'fault'
    // Twenty readings a second must not draw the bar anew.
    if (status.getState().scale.light !== light)
      status.setState({ scale: { light, name: scaleId } })
  }
  tell()
  scale.subscribe(tell)
  const runner = started.runners.get('pack')
  if (!runner) return
  autoWeigh({
    scale,
    runner,
    isOpen: () => desk.view().screen === 'pack',
    weigh: () => router.push({ raw: commandCodeOf('WEIGH'), source: 'scale', deviceId: scaleId }),
  })
}
