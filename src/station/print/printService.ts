import { assert } from '@/kernel/assert.ts'
import type { Clock } from '@/kernel/clock.ts'
import { labelShape, type PrintRequest, printRequestShape } from '@/protocol/labelShape.ts'
import { checkRequest } from './checkRequest.ts'
import { noImages, openLabelImages } from './labelImages.ts'
import { openPress, type OpenPress } from './openPress.ts'
import { previewPng } from './previewPng.ts'
import type { PrinterSetup, PrinterStatus } from './printerSetup.ts'
import type { PrintJob, PrintNotice } from './printJob.ts'
import { openHeldPrinters } from './heldPrinters.ts'
import { type MovedWaiting, moveWaiting } from './moveWaiting.ts'
import { openPrintLog } from './printLog.ts'
import { createPrintStore, type PrintStore } from './printStore.ts'
import { settleInterrupted } from './settleInterrupted.ts'
import { type ServedPrinter, servePrinter } from './servedPrinter.ts'
import type { VirtualLabel } from './transport/virtualTransport.ts'

/** What changed: a job, a printer, or both. */
export interface PrintChange {
  readonly job?: PrintJob
  readonly printer?: PrinterStatus
}

/** All printing of this host. */
export interface PrintService {
  /** Queues a label. Resolves when it is safe on disk; the same paper again gives the first job. A
   *  label that must not be printed comes back as `failed` with its reasons and is not kept. */
  submit(request: PrintRequest): Promise<PrintJob>
  /** Oldest first. */
  jobs(): readonly PrintJob[]
  /** The paper with this number was seen: scanned back by a person. Says how many jobs it settled. */
  markProved(no: string): Promise<number>
  /** A person says that a label of unknown fate did not come out, so it may be printed again. */
  markMissing(jobId: string): Promise<PrintJob | undefined>
  /** Nobody needs this label: it leaves the line unless its sending has begun. Says how it stands then. */
  cancel(jobId: string): Promise<PrintJob | undefined>
  /** Stops a printer, or lets it go on; a label that is under way is ended first. False where there is
   *  no such printer. */
  hold(printerId: string, isHeld: boolean): Promise<boolean>
  /** Gives what waits for one printer to another; undefined where one of them is not known. */
  moveWaiting(fromPrinterId: string, toPrinterId: string): Promise<MovedWaiting | undefined>
  /** The bitmap that would be printed, and what speaks against printing it; undefined where label or
   *  printer are not known. */
  preview(label: unknown, printerId: string): Promise<LabelPreview | undefined>
  status(): PrinterStatus[]
  setup(printerId: string): PrinterSetup | undefined
  /** What a printer on the screen has in its tray, newest first. */
  virtualLabels(printerId: string): readonly VirtualLabel[]
  /** Returns the way to stop listening. */
  onChange(listener: (change: PrintChange) => void): () => void
  close(): Promise<void>
}

export interface LabelPreview {
  readonly png: Uint8Array
  readonly notices: readonly PrintNotice[]
}

export interface PrintServiceParts {
  /** Folder of the write-ahead file, this service's own. */
  readonly dir: string
  /** Folder of the pictures labels may show; left out where there are none. */
  readonly imageDir?: string
  readonly clock: Clock
  readonly printers: readonly PrinterSetup[]
}

interface Desk {
  readonly store: PrintStore
  readonly press: OpenPress
  readonly clock: Clock
  readonly printers: ReadonlyMap<string, ServedPrinter>
}

/** Opens the queue in `dir`. What was queued is printed now. Of what was being sent when the host died
 *  the printer is asked; where it proves nothing the label is `unknown`: it may have come out, so it
 *  waits for a scan-back or a person. */
export async function createPrintService(parts: PrintServiceParts): Promise<PrintService> {
  const { clock } = parts
  const listeners = new Set<(change: PrintChange) => void>()
  const tell = (change: PrintChange) => {
    for (const listener of listeners) listener(change)
  }
  const log = await openPrintLog(parts.dir)
  const printers = new Map<string, ServedPrinter>()
  const store = createPrintStore(log, clock, (job) => {
    const printer = printers.get(job.printerId)?.status()
    tell(printer ? { job, printer } : { job })
  })
  await settleInterrupted(store, parts.printers)
  const images = parts.imageDir === undefined ? noImages : await openLabelImages(parts.imageDir)
  const held = await openHeldPrinters(parts.dir)
  const press = openPress(images)
  for (const setup of parts.printers) {
    const { printerId } = setup.profile
    const onStatus = (printer: PrinterStatus) => tell({ printer })
    const isHeld = () => held.has(printerId)
    printers.set(printerId, servePrinter({ setup, store, press, clock, onStatus, isHeld }))
  }
  const desk: Desk = { store, press, clock, printers }
  let lastSubmit: Promise<unknown> = Promise.resolve()
  return {
    submit(request) {
      // One at a time: two requests for one paper must not both find nothing.
      const submitted = lastSubmit.then(() => submitTo(desk, request))
      lastSubmit = submitted.catch(() => undefined)
      return submitted
    },
    jobs: () => store.all(),
    markProved: (no) => markProved(store, no),
    markMissing: (jobId) => markMissing(store, jobId),
    cancel: (jobId) => cancel(store, jobId),
    async hold(printerId, isHeld) {
      const printer = printers.get(printerId)
      if (printer && (await held.set(printerId, isHeld))) printer.heldChanged()
      return printer !== undefined
    },
    async moveWaiting(fromPrinterId, toPrinterId) {
      const [from, to] = [printers.get(fromPrinterId), printers.get(toPrinterId)]
      return from && to && from !== to ? moveWaiting({ store, press, from, to }) : undefined
    },
    preview: (label, printerId) => preview(desk, label, printerId),
    setup: (printerId) => printers.get(printerId)?.setup,
    status: () => [...printers.values()].map((printer) => printer.status()),
    virtualLabels: (printerId) => printers.get(printerId)?.tray.labels() ?? [],
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      await Promise.all([...printers.values()].map((printer) => printer.writer.stop()))
      await lastSubmit
      await log.close()
    },
  }
}

async function submitTo(desk: Desk, wanted: PrintRequest): Promise<PrintJob> {
  const { store, printers, press } = desk
  const parsed = printRequestShape.safeParse(wanted)
  if (!parsed.success) return refuse(desk, wanted, [{ code: 'PRN-031', params: {} }])
  const request = parsed.data
  const same = store.findSame({ jobId: request.key, document: request.document })
  if (same) return same
  const printer = printers.get(request.printerId)
  if (!printer)
    return refuse(desk, request, [{ code: 'PRN-030', params: { printer: request.printerId } }])
  const opened = await press()
  const place = { setup: printer.setup, waiting: printer.status().waiting }
  const notices = checkRequest(request, place, opened)
  if (notices.length > 0) return refuse(desk, request, notices)
  const job = jobOf(desk, request, { state: 'queued', notices: [] })
  await store.add(job, request.label)
  printer.writer.wake()
  return job
}

function refuse(desk: Desk, request: PrintRequest, notices: readonly PrintNotice[]): PrintJob {
  return jobOf(desk, request, { state: 'failed', notices })
}

function jobOf(
  { clock }: Desk,
  { key, printerId, document, operatorId, reason }: PrintRequest,
  outcome: Pick<PrintJob, 'state' | 'notices'>,
): PrintJob {
  const atMs = clock.nowMs()
  const changed = { createdAtMs: atMs, changedAtMs: atMs }
  return { jobId: key, printerId, document, operatorId, reason, ...outcome, ...changed }
}

async function markProved(store: PrintStore, no: string): Promise<number> {
  const named = store.all().filter((job) => job.document.no === no && job.state !== 'queued')
  const moved = await Promise.all(named.map(({ jobId }) => store.move(jobId, 'printed')))
  return moved.filter((job) => job !== undefined).length
}

async function markMissing(store: PrintStore, jobId: string): Promise<PrintJob | undefined> {
  const state = store.find(jobId)?.state
  if (state !== 'unknown' && state !== 'sent') return undefined
  return store.move(jobId, 'failed', [{ code: 'PRN-042', params: {} }])
}

async function cancel(store: PrintStore, jobId: string): Promise<PrintJob | undefined> {
  const job = store.find(jobId)
  if (job?.state !== 'queued') return job
  const why = { code: 'PRN-043', params: { no: job.document.no } }
  return (await store.move(jobId, 'failed', [why])) ?? store.find(jobId)
}

async function preview(
  { press, printers }: Desk,
  label: unknown,
  printerId: string,
): Promise<LabelPreview | undefined> {
  const parsed = labelShape.safeParse(label)
  const printer = printers.get(printerId)
  if (!parsed.success || !printer) return undefined
  const { profile } = printer.setup
  const opened = await press()
  const png = await previewPng(opened.draw(parsed.data, profile))
  assert(png.length > 0, 'a preview has a picture')
  return { png, notices: opened.check(parsed.data, profile) }
}
