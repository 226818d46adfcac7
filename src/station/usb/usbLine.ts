/** A device that was pulled out or went to sleep is looked for again after this, ms. */
const REOPEN_MS = 3_000

/** What is needed of the package that reads USB devices. */
export interface UsbReader {
  devicesAsync(): Promise<
    readonly { readonly path?: string | undefined; readonly usagePage?: number | undefined }[]
  >
  readonly HIDAsync: { open(path: string): Promise<HidDevice> }
}

interface HidDevice {
  on(event: 'data', heard: (report: Uint8Array) => void): unknown
  on(event: 'error', heard: (fault: unknown) => void): unknown
  close(): Promise<void>
}

export interface UsbLineOptions {
  /** Name of the device in the log. */
  readonly what: string
  /** From the settings, never from the page; '' = the first device of the page that is plugged in. */
  readonly path: string
  /** Its kind, in the table of USB usage pages. */
  readonly usagePage: number
  /** Makes the reader of one connection: what was half read before means nothing any more. */
  readonly onOpen: () => (report: Uint8Array) => void
  /** Told when the device is there and when it went away. */
  readonly onState?: (state: 'ready' | 'gone') => void
  readonly onFault: (what: string, fault: unknown) => void
  /** The package is optional: a station without such a device works without it. */
  readonly load?: (() => Promise<UsbReader>) | undefined
}

const loadReader = async (): Promise<UsbReader> => (await import('node-hid')).default

/** A USB device that sends reports, until closed; it is opened again when it went away. */
export function openUsbLine(options: UsbLineOptions): { close(): Promise<void> } {
  const { what, onOpen, onState, onFault } = options
  let ended = false
  let device: HidDevice | undefined
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const opened = await openDevice(options)
    if (ended) return opened.close()
    device = opened
    onState?.('ready')
    opened.on('data', onOpen())
    opened.on('error', (fault) => {
      device = undefined
      opened.close().catch(() => undefined)
      again(fault)
    })
  }

  function again(fault: unknown): void {
    if (ended) return
    onState?.('gone')
    onFault(what, fault)
    retry = setTimeout(start, REOPEN_MS)
  }

  const start = () => void connect().catch(again)
  start()
  return {
    async close() {
      ended = true
      clearTimeout(retry)
      await device?.close()
    },
  }
}

async function openDevice({ what, path, usagePage, load }: UsbLineOptions): Promise<HidDevice> {
  const hid = await (load ?? loadReader)()
  const found = path === '' ? await findPath(hid, usagePage) : path
  if (found === undefined) throw new Error(`no USB ${what} is plugged in`)
  return hid.HIDAsync.open(found)
}

async function findPath(hid: UsbReader, usagePage: number): Promise<string | undefined> {
  const devices = await hid.devicesAsync()
  return devices.find((device) => device.usagePage === usagePage)?.path
}
