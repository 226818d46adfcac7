import { basename } from 'node:path'
import type { UsbReader } from '../scale/hidScale.ts'
import { createHidScanReader } from './hidScanReader.ts'
import type { OpenScanner, ScannerEars } from './scannerEars.ts'

/** Barcode scanners, in the table of USB usage pages. */
const SCANNER_USAGE_PAGE = 0x8c
/** A scanner that was pulled out is looked for again after this, ms. */
const REOPEN_MS = 3_000

/** The package is optional: a station without a USB scanner works without it. */
const loadReader = async (): Promise<UsbReader> => (await import('node-hid')).default

/** Reads a USB scanner in POS mode until closed. `path` '' = the first one that is plugged in. */
export function openHidScanner(
  path: string,
  { onScan, onState, onFault }: ScannerEars,
  load: () => Promise<UsbReader> = loadReader,
): OpenScanner {
  const deviceId = `hid:${path === '' ? 'scanner' : basename(path)}`
  let ended = false
  let device: Awaited<ReturnType<UsbReader['HIDAsync']['open']>> | undefined
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const hid = await load()
    const found = path === '' ? await findScanner(hid) : path
    if (found === undefined) throw new Error('no USB scanner is plugged in')
    const opened = await hid.HIDAsync.open(found)
    if (ended) return opened.close()
    device = opened
    onState('ready')
    const read = createHidScanReader()
    opened.on('data', (report) => {
      for (const raw of read(report)) onScan(raw, deviceId)
    })
    opened.on('error', (fault) => {
      device = undefined
      opened.close().catch(() => undefined)
      again(fault)
    })
  }

  function again(fault: unknown): void {
    if (ended) return
    onState('gone')
    onFault('scanner', fault)
    retry = setTimeout(start, REOPEN_MS)
  }

  const start = () => void connect().catch(again)
  start()
  return {
    deviceId,
    kind: 'hid',
    async close() {
      ended = true
      clearTimeout(retry)
      await device?.close()
    },
  }
}

async function findScanner(hid: UsbReader): Promise<string | undefined> {
  const devices = await hid.devicesAsync()
  return devices.find((device) => device.usagePage === SCANNER_USAGE_PAGE)?.path
}
