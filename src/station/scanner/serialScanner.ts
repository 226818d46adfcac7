import { basename } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { openSerialLine } from '../serial/serialLine.ts'
import type { OpenScanner, ScannerEars } from './scannerEars.ts'
import { createScanSplitter } from './splitScans.ts'

/** The usual speed of a scanner with a USB serial port; USB ignores it. */
const BAUD_RATE = 9600

/** Reads scans from a serial port until closed; opens it again when it went away. `path`:
 *  `/dev/ttyACM0`, `COM3`, from the settings, never from the page. */
export function openSerialScanner(
  path: string,
  { onScan, onState, onFault }: ScannerEars,
): OpenScanner {
  const deviceId = `serial:${basename(path)}`
  const line = openSerialLine({
    what: 'scanner',
    path,
    baudRate: BAUD_RATE,
    onState,
    onFault,
    onOpen() {
      const decoder = new StringDecoder('utf8')
      const split = createScanSplitter()
      return (bytes) => {
        for (const raw of split(decoder.write(Buffer.from(bytes)))) onScan(raw, deviceId)
      }
    },
  })
  return { deviceId, kind: 'serial', close: line.close }
}
