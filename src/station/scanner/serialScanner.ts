import { basename } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { openSerialLine } from '../serial/serialLine.ts'
import { createScanSplitter } from './splitScans.ts'

/** The usual speed of a scanner with a USB serial port; USB ignores it. */
const BAUD_RATE = 9600

export interface SerialScannerOptions {
  /** `/dev/ttyACM0`, `COM3`: from the settings, never from the page. */
  readonly path: string
  readonly onScan: (raw: string, deviceId: string) => void
  readonly onFault: (what: string, fault: unknown) => void
}

/** Reads scans from a serial port until closed; opens it again when it went away. */
export function openSerialScanner(options: SerialScannerOptions): { close(): Promise<void> } {
  const { path, onScan, onFault } = options
  const deviceId = `serial:${basename(path)}`
  return openSerialLine({
    what: 'scanner',
    path,
    baudRate: BAUD_RATE,
    onFault,
    onOpen() {
      const decoder = new StringDecoder('utf8')
      const split = createScanSplitter()
      return (bytes) => {
        for (const raw of split(decoder.write(Buffer.from(bytes)))) onScan(raw, deviceId)
      }
    },
  })
}
