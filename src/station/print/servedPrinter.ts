import { isComponentLabel, type PrintContent } from '@/document/componentLabel.ts'
import type { PrinterProfile } from '@/document/printerProfile.ts'
import type { Clock } from '@/kernel/clock.ts'
import { serveComponent } from './component/serveComponent.ts'
import { HELD } from './askCondition.ts'
import type { OpenPress } from './openPress.ts'
import type { LabelPress } from './labelPress.ts'
import { previewPng } from './previewPng.ts'
import type { PrinterSetup, PrinterState, PrinterStatus } from './printerSetup.ts'
import { type PrinterWriter, startPrinterWriter } from './printerWriter.ts'
import { isWaiting, type PrintJob, type PrintNotice } from './printJob.ts'
import type { PrintStore } from './printStore.ts'
import { createFileTransport } from './transport/fileTransport.ts'
import { createCupsTransport } from './transport/cupsTransport.ts'
import { createIppQueue } from './transport/ippQueue.ts'
import { createDeviceTransport } from './transport/deviceTransport.ts'
import { createSerialTransport } from './transport/serialTransport.ts'
import { createTcp9100 } from './transport/tcp9100.ts'
import type { Transport } from './transport/transport.ts'
import {
  createVirtualTransport,
  createVirtualTray,
  type VirtualTray,
} from './transport/virtualTransport.ts'
import { loadSpooler } from './transport/winspoolLibrary.ts'
import { createWinspoolTransport } from './transport/winspoolTransport.ts'

/** One printer with its writer, its present state and, on the screen, its tray. */
export interface ServedPrinter {
  readonly setup: PrinterSetup
  readonly tray: VirtualTray
  readonly writer: PrinterWriter
  status(): PrinterStatus
  /** It was stopped by a person, or is to go on. */
  heldChanged(): void
}

export interface ServedPrinterParts {
  readonly setup: PrinterSetup
  readonly store: PrintStore
  readonly press: OpenPress
  readonly clock: Clock
  onStatus(status: PrinterStatus): void
  /** A person has stopped this printer. */
  isHeld(): boolean
}

/** Starts the writer of a printer; `onStatus` hears when state or notice change. */
export function servePrinter(parts: ServedPrinterParts): ServedPrinter {
  const { setup, store, press } = parts
  const { printerId } = setup.profile
  const tray = createVirtualTray()
  let state: PrinterState = 'untried'
  let notice: PrintNotice | undefined
  const status = (): PrinterStatus => ({
    printerId,
    name: setup.name,
    dotsPerMm: setup.profile.dotsPerMm,
    paper: setup.paper,
    kinds: setup.kinds,
    sheet: setup.sheet,
    isDefault: setup.isDefault,
    platform: setup.transport.kind === 'component' ? setup.transport.platform : undefined,
    isHeld: parts.isHeld(),
    state,
    notice,
    waiting: store.all().filter((job) => job.printerId === printerId && isWaiting(job.state))
      .length,
  })
  const onState = (next: PrinterState, why?: PrintNotice) => {
    if (next === state && why?.code === notice?.code) return
    state = next
    notice = why && { ...why, params: { printer: setup.name, ...why.params } }
    parts.onStatus(status())
  }
  const { transport } = setup
  const component =
    transport.kind === 'component'
      ? serveComponent({ setup, component: transport, store, onState })
      : undefined
  const writer = startPrinterWriter({
    setup,
    store,
    clock: parts.clock,
    openTransport: (job) => component?.openTransport(job) ?? openTransport(parts, tray, job),
    async encode(job) {
      const label = await store.label(job.jobId)
      if (component) return label && component.encode(job, label)
      return label && pressed(await press(), job, { label, profile: setup.profile })
    },
    isHeld: parts.isHeld,
    onState,
  })
  const stop = () => component?.stop(writer) ?? writer.stop()
  return {
    setup,
    tray,
    writer: { wake: writer.wake, stop },
    status,
    heldChanged() {
      // What lacks paper lacks it still. Only a component's line is known to stand; others are looked at.
      if (!parts.isHeld() && notice?.code === HELD.code) onState(component ? 'ready' : 'untried')
      else parts.onStatus(status())
      writer.wake()
    },
  }
}

function openTransport(
  { setup, store, press }: ServedPrinterParts,
  tray: VirtualTray,
  job: PrintJob | undefined,
): Transport {
  const { transport, profile } = setup
  switch (transport.kind) {
    case 'tcp9100':
      return createTcp9100(transport)
    case 'device':
      return createDeviceTransport(transport.path)
    case 'cups':
      return createCupsTransport({
        queue: createIppQueue(transport.url, 'packline'),
        title: job?.jobId ?? '',
        format: profile.language === 'pdf' ? 'application/pdf' : 'application/vnd.cups-raw',
      })
    case 'winspool':
      return createWinspoolTransport({
        spooler: loadSpooler,
        printerName: transport.name,
        title: job?.jobId ?? '',
      })
    case 'serial':
      return createSerialTransport(transport)
    case 'file': {
      const ending = profile.language === 'pdf' ? 'pdf' : 'prn'
      return createFileTransport(transport.dir, `${encodeURIComponent(job?.jobId ?? '')}.${ending}`)
    }
    case 'component':
      throw new Error('a component has its own line')
    case 'virtual':
      return createVirtualTransport(tray, async () => {
        const label = job && (await store.label(job.jobId))
        if (!job || !label || isComponentLabel(label)) throw new Error('no label to show')
        const png = await previewPng((await press()).draw(label, profile))
        return { jobId: job.jobId, no: job.document.no, png }
      })
  }
}

function pressed(
  press: LabelPress,
  { document }: PrintJob,
  { label, profile }: { readonly label: PrintContent; readonly profile: PrinterProfile },
): Promise<Uint8Array> | undefined {
  if (isComponentLabel(label)) return undefined
  return document.kind === 'packReceipt'
    ? press.receipt(label, profile)
    : press.encode(label, profile)
}
