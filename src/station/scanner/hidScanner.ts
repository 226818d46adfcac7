import { basename } from 'node:path'
import { openUsbLine, type UsbReader } from '../usb/usbLine.ts'
import { createHidScanReader } from './hidScanReader.ts'
import type { OpenScanner, ScannerEars } from './scannerEars.ts'

/** Barcode scanners, in the table of USB usage pages. */
const SCANNER_USAGE_PAGE = 0x8c

/** Reads a USB scanner in POS mode until closed. `path` '' = the first one that is plugged in. */
export function openHidScanner(
  path: string,
  { onScan, onState, onFault }: ScannerEars,
  load?: () => Promise<UsbReader>,
): OpenScanner {
  const deviceId = `hid:${path === '' ? 'scanner' : basename(path)}`
  const line = openUsbLine({
    what: 'scanner',
    path,
    usagePage: SCANNER_USAGE_PAGE,
    load,
    onState,
    onFault,
    onOpen() {
      const read = createHidScanReader()
      return (report) => {
        for (const raw of read(report)) onScan(raw, deviceId)
      }
    },
  })
  return { deviceId, kind: 'hid', close: line.close }
}
