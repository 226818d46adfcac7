import { systemClock } from '@/kernel/clock.ts'
import type { Notice } from '@/kernel/notice.ts'
import { systemTimers } from '@/kernel/timers.ts'
import { takePhoto } from '@/device/camera/takePhoto.ts'
import type { ScanRouter } from '@/device/scan/scanRouter.ts'
import { readScannerFile, writeScannerFile } from '@/device/scan/scannerFile.ts'
import type { ScannerProfile } from '@/device/scan/scannerProfile.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { testLabel } from '@/document/labels/testLabel.ts'
import type { BridgeResult } from '@/protocol/bridge.ts'
import type { PrintedWords } from '@/ui/paper/readPaperWords.ts'
import type { DeviceFacts } from '@/ui/screens/devices/deviceCards.ts'
import {
  createDeviceFacts,
  createDevicesDesk,
  createScanners,
  type DevicesDesk,
} from '@/ui/screens/devices/devicesDesk.ts'
import type { Warehouse } from './openWarehouse.ts'
import { accepted, refused } from '@/workflow/workflow.ts'

const SCANNERS_KEY = 'packline.scanners'
/** What a test label is drawn on where nobody said what is loaded. */
const TEST_PAPER = { widthMm: 60, heightMm: 40 }

/** The scanners of this station as they were set up here; what cannot be understood counts as none. */
const readScanners = (): readonly ScannerProfile[] =>
  readScannerFile(localStorage.getItem(SCANNERS_KEY) ?? '') ?? []

export interface DevicesOf {
  readonly client: StationClient
  readonly hello: BridgeResult<'host.hello'>
  readonly router: ScanRouter
  readonly words: PrintedWords
  readonly warehouse: Pick<Warehouse, 'operatorId' | 'ctx'>
  /** Shows an answer to something that was no scan. */
  readonly tell: (notice: Notice) => void
}

/** The work behind the Devices screen: keeps what the host tells of its devices, and the profiles of the
 *  scanners, which the router reads by from the moment they are kept. */
export function openDevices(of: DevicesOf): DevicesDesk {
  const { client, hello, router } = of
  const { printers, scanner = null, scale = null } = hello
  const facts = createDeviceFacts({ printers, scanner, scale })
  const profiles = createScanners(readScanners())
  router.use(profiles.getState())
  profiles.subscribe((kept) => {
    localStorage.setItem(SCANNERS_KEY, writeScannerFile(kept))
    router.use(kept)
  })
  client.on('scanner', (now) => facts.setState({ scanner: now }))
  client.on('scale', (now) => facts.setState({ scale: now }))
  client.on('printer', (now) =>
    facts.setState((known) => ({
      printers: known.printers.map((each) => (each.printerId === now.printerId ? now : each)),
    })),
  )
  client.onState((state) => {
    if (state === 'open') void readAgain(client, (now) => facts.setState(now))
  })
  return createDevicesDesk({
    clock: systemClock,
    facts,
    profiles,
    sample: router.sample,
    testPrint: (printerId) => testPrint(of, printerId),
    testCamera,
    async saveFile(name, text) {
      const answer = await client.request('files.save', { name, bytes: encode(text) })
      return answer.ok ? { path: answer.result.path } : { code: answer.code }
    },
    tell: of.tell,
  })
}

const encode = (text: string) => new TextEncoder().encode(text)

async function readAgain(client: StationClient, set: (facts: DeviceFacts) => void): Promise<void> {
  const answer = await client.request('host.hello', {})
  if (!answer.ok) return
  const { printers, scanner = null, scale = null } = answer.result
  set({ printers, scanner, scale })
}

async function testPrint(of: DevicesOf, printerId: string): Promise<Notice> {
  const { client, words, warehouse } = of
  const status = await client.request('print.status', {})
  if (!status.ok) return refused(status.code)
  const printer = status.result.printers.find((each) => each.printerId === printerId)
  if (!printer) return refused('DEV-031', { name: printerId })
  const label = testLabel(
    {
      title: words.label.test,
      printerName: printer.name,
      paper: printer.paper ?? TEST_PAPER,
    },
    printer,
  )
  const key = `test-${warehouse.ctx.newId()}`
  const answer = await client.request('print.submit', {
    key,
    printerId,
    label: { ...label, nodes: [...label.nodes] },
    document: { kind: 'test', no: key, revision: 0 },
    operatorId: warehouse.operatorId(),
  })
  if (!answer.ok) return refused(answer.code, answer.params)
  return accepted('DEV-004', { name: printer.name })
}

async function testCamera(): Promise<Notice> {
  const photo = await takePhoto(window, systemTimers)
  if (photo === null) return refused('DEV-034')
  const { widthPx, heightPx } = photo
  return accepted('DEV-035', { widthPx, heightPx })
}
