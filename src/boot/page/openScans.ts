import { systemClock } from '@/kernel/clock.ts'
import type { Notice } from '@/kernel/notice.ts'
import { systemTimers } from '@/kernel/timers.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { SCAN_QUEUE_MAX } from '@/device/scan/scanQueue.ts'
import { type ScanRouter, createScanRouter } from '@/device/scan/scanRouter.ts'
import type { Frame } from '@/ui/shell/createFrame.ts'

/** Where scans come in, from the first key on; what answers for the router is there later. */
export interface OpenScans {
  readonly router: ScanRouter
  /** Who shows an answer that no screen gave, and the frame with the field for typed codes. */
  later(tell: (notice: Notice, raw: string) => void, frame: Frame): void
}

export function openScans(client: StationClient): OpenScans {
  let tell: (notice: Notice, raw: string) => void = () => undefined
  let frame: Frame | null = null
  const router = createScanRouter(window, {
    clock: systemClock,
    timers: systemTimers,
    onOverflow: ({ raw }) => {
      const params = { count: SCAN_QUEUE_MAX, raw }
      tell({ level: 'refused', code: 'SCAN-014', params }, raw)
    },
    onOpenField: () => frame?.openField(true),
    onFailed: (error, { scan }) => {
      console.error(error)
      tell({ level: 'refused', code: 'SCAN-015', params: { raw: scan.raw } }, scan.raw)
    },
  })
  client.on('scan', (scan) => router.push(scan))
  return {
    router,
    later(nextTell, nextFrame) {
      tell = nextTell
      frame = nextFrame
    },
  }
}
