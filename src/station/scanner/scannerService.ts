import type { BridgeEvent } from '@/protocol/bridge.ts'
import { openHidScanner } from './hidScanner.ts'
import type { OpenScanner, ScannerEars } from './scannerEars.ts'
import type { ScanSource } from './scanSource.ts'
import { openSerialScanner } from './serialScanner.ts'

/** `hid`: the first USB scanner in POS mode; `hid:/dev/hidraw0`: that one; else a serial port. */
const HID = /^hid(?::(.+))?$/

type ScannerView = BridgeEvent<'scanner'>

/** The scanner the host reads itself. Keyboard scanners are the page's. */
export interface ScannerService {
  view(): ScannerView
  close(): Promise<void>
}

export interface ScannerServiceOptions {
  /** From the settings or the command line. */
  readonly path: string
  readonly scans: ScanSource
  readonly onChange: (view: ScannerView) => void
  readonly onFault: ScannerEars['onFault']
}

/** Opens the scanner of `path` and keeps telling how it is. */
export function createScannerService(options: ScannerServiceOptions): ScannerService {
  const { path, scans, onChange, onFault } = options
  const hid = HID.exec(path)
  const kind = hid ? 'hid' : 'serial'
  let state: ScannerView['state'] = 'gone'
  const view = (): ScannerView => ({ deviceId: scanner.deviceId, kind, state })
  const ears: ScannerEars = {
    onFault,
    onScan: (raw, deviceId) => void scans.scan(raw, kind, deviceId),
    onState(next) {
      if (next === state) return
      state = next
      onChange(view())
    },
  }
  const scanner: OpenScanner = hid
    ? openHidScanner(hid[1] ?? '', ears)
    : openSerialScanner(path, ears)
  return { view, close: scanner.close }
}
