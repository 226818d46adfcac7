import { systemClock } from '@/kernel/clock.ts'
import type { Notice } from '@/kernel/notice.ts'
import { systemTimers } from '@/kernel/timers.ts'
import { takePhoto } from '@/device/camera/takePhoto.ts'
import type { ScanRouter } from '@/device/scan/scanRouter.ts'
import { readScannerFile, writeScannerFile } from '@/device/scan/scannerFile.ts'
import type { ScannerProfile } from '@/device/scan/scannerProfile.ts'
import type { StationClient } from '@/device/stationClient.ts'
import type { BridgeResult } from '@/protocol/bridge.ts'
import type { PrintedWords } from '@/ui/paper/readPaperWords.ts'
import type { StationPrinters } from '@/ui/print/stationPrinters.ts'
import type { Plugged } from '@/ui/screens/devices/deviceCards.ts'
import {
  createDevicesDesk,
  createPlugged,
  createScanners,
  type DevicesDesk,
} from '@/ui/screens/devices/devicesDesk.ts'
import { cameraRefusal } from '@/ui/workflow/photoStep.ts'
import { printerQueue } from './printerQueue.ts'
import type { Warehouse } from './openWarehouse.ts'
import { accepted, refused } from '@/workflow/workflow.ts'

const SCANNERS_KEY = 'packline.scanners'

/** The scanners of this station as they were set up here; what cannot be understood counts as none. */
const readScanners = (): readonly ScannerProfile[] =>
  readScannerFile(localStorage.getItem(SCANNERS_KEY) ?? '') ?? []

export interface DevicesOf {
  readonly client: StationClient
  readonly hello: BridgeResult<'host.hello'>
  readonly router: ScanRouter
  readonly words: PrintedWords
  readonly warehouse: Pick<Warehouse, 'operatorId' | 'ctx'>
  readonly printers: StationPrinters
  /** Shows an answer to something that was no scan. */
  readonly tell: (notice: Notice) => void
}

/** The work behind the Devices screen: keeps what the host tells of scanner and scale, and the profiles of
 *  the scanners, which the router reads by from the moment they are kept. */
export function openDevices(of: DevicesOf): DevicesDesk {
  const { client, hello, router, printers } = of
  const facts = createPlugged(pluggedOf(hello))
  const profiles = createScanners(readScanners())
  router.use(profiles.getState())
  profiles.subscribe((kept) => {
    localStorage.setItem(SCANNERS_KEY, writeScannerFile(kept))
    router.use(kept)
  })
  client.on('scanner', (now) => facts.setState({ scanner: now }))
  client.on('scale', (now) => facts.setState({ scale: now }))
  let wasLost = false
  client.onState((state) => {
    if (state === 'open' && wasLost) void readAgain(client, (now) => facts.setState(now))
    wasLost = state !== 'open'
  })
  return createDevicesDesk({
    clock: systemClock,
    facts,
    printers,
    profiles,
    sample: router.sample,
    testPrint: (printerId) => testPrint(of, printerId),
    ...printerQueue({ client, ctx: of.warehouse.ctx }),
    testCamera,
    async saveFile(name, text) {
      const answer = await client.request('files.save', { name, bytes: encode(text) })
      return answer.ok ? { path: answer.result.path } : { code: answer.code }
    },
    tell: of.tell,
  })
}

const encode = (text: string) => new TextEncoder().encode(text)

function pluggedOf({ scanner, scale }: BridgeResult<'host.hello'>): Plugged {
  return { scanner: scanner ?? null, scale: scale ?? null }
}

async function readAgain(client: StationClient, set: (now: Plugged) => void): Promise<void> {
  const answer = await client.request('host.hello', {})
  if (answer.ok) set(pluggedOf(answer.result))
}

/** The host draws the label: it alone knows how the printer is set. */
async function testPrint(
  { client, words, warehouse, printers }: DevicesOf,
  printerId: string,
): Promise<Notice> {
  const answer = await client.request('print.testLabel', {
    key: `test-${warehouse.ctx.newId()}`,
    printerId,
    operatorId: warehouse.operatorId(),
    words: words.ruler,
  })
  if (!answer.ok) return refused(answer.code, answer.params)
  const [why] = answer.result.notices
  if (answer.result.state === 'failed' && why) return refused(why.code, why.params)
  const printer = printers.getState().printers?.find((each) => each.printerId === printerId)
  return accepted('DEV-004', { name: printer?.name ?? printerId })
}

async function testCamera(): Promise<Notice> {
  const taken = await takePhoto(window, systemTimers)
  if (taken.kind === 'failed') return cameraRefusal(taken.fault)
  const { widthPx, heightPx } = taken.photo
  return accepted('DEV-035', { widthPx, heightPx })
}
