import { basename } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { SerialPort } from 'serialport'
import { createScanSplitter } from './splitScans.ts'

/** The usual speed of a scanner with a USB serial port; USB ignores it. */
const BAUD_RATE = 9600
/** A scanner that was pulled out is looked for again after this, ms. */
const REOPEN_MS = 1_000

export interface SerialScannerOptions {
  /** `/dev/ttyACM0`, `COM3`: from the settings, never from the page. */
  readonly path: string
  readonly onScan: (raw: string, deviceId: string) => void
  readonly onFault: (what: string, fault: unknown) => void
}

/** Reads scans from a serial port until closed; opens it again when it went away. The port is named
 *  by the settings: listing ports needs a system tool that is not everywhere. */
export function openSerialScanner(options: SerialScannerOptions): { close(): Promise<void> } {
  const { path, onScan, onFault } = options
  const deviceId = `serial:${basename(path)}`
  let ended = false
  let port = connect()
  let retry: NodeJS.Timeout | undefined

  function connect(): SerialPort {
    const decoder = new StringDecoder('utf8')
    const split = createScanSplitter()
    const next = new SerialPort({ path, baudRate: BAUD_RATE, autoOpen: false, hupcl: false })
    next.on('data', (bytes: Buffer) => {
      for (const raw of split(decoder.write(bytes))) onScan(raw, deviceId)
    })
    next.on('error', (fault: unknown) => onFault('scanner', fault))
    next.on('close', reopen)
    next.open((fault) => {
      if (!fault) return
      onFault('scanner', fault)
      reopen()
    })
    return next
  }

  function reopen(): void {
    if (ended) return
    retry = setTimeout(() => {
      port = connect()
    }, REOPEN_MS)
  }

  return {
    close: () =>
      new Promise((resolve) => {
        ended = true
        clearTimeout(retry)
        if (port.isOpen) port.close(() => resolve())
        else resolve()
      }),
  }
}
