import { frameReaderOf } from '@/domain/weighing/frameReaderOf.ts'
import type { ScaleEars, ScalePort } from './scalePort.ts'

/** Scales, in the table of USB usage pages. */
const SCALE_USAGE_PAGE = 0x8d
/** A scale that went to sleep or was pulled out is looked for again after this, ms. */
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

/** The package is optional: a station without a USB scale works without it. */
const loadReader = async (): Promise<UsbReader> => (await import('node-hid')).default

/** Reads a USB scale until closed. `path` '' = the first scale that is plugged in. */
export function openHidScale(
  path: string,
  { onReadings, onFault }: ScaleEars,
  load: () => Promise<UsbReader> = loadReader,
): ScalePort {
  let ended = false
  let device: HidDevice | undefined
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const hid = await load()
    const found = path === '' ? await findScale(hid) : path
    if (found === undefined) throw new Error('no USB scale is plugged in')
    const opened = await hid.HIDAsync.open(found)
    if (ended) return opened.close()
    device = opened
    const read = frameReaderOf('hid', 'g')
    opened.on('data', (report) => onReadings(read(report)))
    opened.on('error', (fault) => {
      device = undefined
      opened.close().catch(() => undefined)
      again(fault)
    })
  }

  function again(fault: unknown): void {
    onFault('scale', fault)
    if (!ended) retry = setTimeout(start, REOPEN_MS)
  }

  const start = () => void connect().catch(again)
  start()
  return {
    load: () => false,
    async close() {
      ended = true
      clearTimeout(retry)
      await device?.close()
    },
  }
}

async function findScale(hid: UsbReader): Promise<string | undefined> {
  const devices = await hid.devicesAsync()
  return devices.find((device) => device.usagePage === SCALE_USAGE_PAGE)?.path
}
