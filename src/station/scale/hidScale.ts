import { frameReaderOf } from '@/domain/weighing/frameReaderOf.ts'
import { openUsbLine, type UsbReader } from '../usb/usbLine.ts'
import type { ScaleEars, ScalePort } from './scalePort.ts'

/** Scales, in the table of USB usage pages. */
const SCALE_USAGE_PAGE = 0x8d

/** Reads a USB scale until closed. `path` '' = the first scale that is plugged in. */
export function openHidScale(
  path: string,
  { onReadings, onFault }: ScaleEars,
  load?: () => Promise<UsbReader>,
): ScalePort {
  const line = openUsbLine({
    what: 'scale',
    path,
    usagePage: SCALE_USAGE_PAGE,
    load,
    onFault,
    onOpen() {
      const read = frameReaderOf('hid', 'g')
      return (report) => onReadings(read(report))
    },
  })
  return { load: () => false, close: line.close }
}
