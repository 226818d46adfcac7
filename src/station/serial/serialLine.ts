import { SerialPort } from 'serialport'

/** A device that was pulled out is looked for again after this, ms. */
const REOPEN_MS = 1_000

export interface SerialLineOptions {
  /** Name of the device in the log. */
  readonly what: string
  /** `/dev/ttyACM0`, `COM3`: from the settings, never from the page. */
  readonly path: string
  readonly baudRate: number
  /** Makes the reader of one connection: what was half read before means nothing any more. */
  readonly onOpen: () => (bytes: Uint8Array) => void
  /** Told when the device is there and when it went away. */
  readonly onState?: (state: 'ready' | 'gone') => void
  readonly onFault: (what: string, fault: unknown) => void
}

export interface SerialLine {
  /** Sends a text; does nothing while the device is away. */
  write(text: string): void
  close(): Promise<void>
}

/** A serial port until closed; it is opened again when the device went away. The port is named by the
 *  settings: listing ports needs a system tool that is not everywhere. */
export function openSerialLine(options: SerialLineOptions): SerialLine {
  const { what, path, baudRate, onOpen, onState, onFault } = options
  let ended = false
  let port = connect()
  let retry: NodeJS.Timeout | undefined

  function connect(): SerialPort {
    const read = onOpen()
    const next = new SerialPort({ path, baudRate, autoOpen: false, hupcl: false })
    next.on('data', (bytes: Buffer) => read(bytes))
    next.on('error', (fault: unknown) => onFault(what, fault))
    next.on('close', reopen)
    next.open((fault) => {
      if (!fault) return onState?.('ready')
      onFault(what, fault)
      reopen()
    })
    return next
  }

  function reopen(): void {
    if (ended) return
    onState?.('gone')
    retry = setTimeout(() => {
      port = connect()
    }, REOPEN_MS)
  }

  return {
    write(text) {
      if (port.isOpen) port.write(text)
    },
    close: () =>
      new Promise((resolve) => {
        ended = true
        clearTimeout(retry)
        if (port.isOpen) port.close(() => resolve())
        else resolve()
      }),
  }
}
