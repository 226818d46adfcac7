import { systemTimers } from '@/kernel/timers.ts'
import { runCommand } from '@/app/runCommand.ts'
import type { Committed } from '@/app/ports/ledger.ts'
import type { RecordPrintArgs } from '@/domain/printing/recordPrint.ts'
import { isComponentLabel } from '@/document/componentLabel.ts'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import type { StationClient } from '@/device/stationClient.ts'
import type { Sender } from '@/protocol/senderShape.ts'
import type { PrintedWords } from '@/ui/paper/readPaperWords.ts'
import { readOldest, readPrintTroubles } from '@/store/queries/printing/readPrintTroubles.ts'
import { watchQuery } from '@/store/queries/stationData.ts'
import { type HostJobs, meetHostJobs, putHostJob } from '@/ui/print/hostJobs.ts'
import {
  type PrintFeeder,
  type PrintFeederPorts,
  createPrintFeeder,
} from '@/ui/print/printFeeder.ts'
import { intentLabel } from '@/ui/print/intentLabel.ts'
import type { LabelSource } from '@/ui/print/labelSource.ts'
import { isPaperKind } from '@/ui/print/labelRequest.ts'
import { isWorking, printerLight } from '@/ui/print/printerLight.ts'
import { createPrintSync } from '@/ui/print/printSync.ts'
import { readmit } from '@/ui/print/readmit.ts'
import { settledPrints } from '@/ui/print/settledPrints.ts'
import {
  hearPrinter,
  meetPrinters,
  type StationPrinter,
  type StationPrinters,
} from '@/ui/print/stationPrinters.ts'
import type { StationAlert, StatusStore } from '@/ui/shell/stationStatus.ts'
import type { Warehouse } from './openWarehouse.ts'
import { momentText } from '@/ui/words/momentText.ts'
import { createPrintHost } from './printHost.ts'

export interface PrintWorkPorts {
  readonly warehouse: Warehouse
  readonly client: StationClient
  readonly words: PrintedWords
  /** Who sends the parcels; empty texts where the shop has not said. */
  readonly sender: Sender
  readonly status: StatusStore
  readonly filePaper: PrintFeederPorts['filePaper']
  readonly hostJobs: HostJobs
  readonly printers: StationPrinters
}

export interface PrintWork {
  append(committed: Committed): void
  /** The bitmap of a print as its printer would make it, PNG; null where there is none. */
  preview(intentId: string): Promise<Uint8Array | null>
}

/** Sends queued labels to the host, keeps the printers' light and the words about labels current, and
 *  keeps intents and the host's jobs in step. */
export function startPrintWork(ports: PrintWorkPorts): PrintWork {
  const { warehouse, client, hostJobs, printers } = ports
  const alerts = createAlerts(ports.status)
  const { ctx } = warehouse
  const record = async (args: RecordPrintArgs) => {
    await runCommand(ctx, ctx.newId(), 'printing.recordPrint', args)
  }
  const sync = createPrintSync({
    reader: ctx.ledger.reader,
    host: createPrintHost(client),
    record,
  })
  const known = () => printers.getState().printers
  const source = labelSource(ports)
  const feeder = createPrintFeeder({
    ...source,
    timers: systemTimers,
    printers: known,
    operatorId: warehouse.operatorId,
    async submit(request) {
      const answer = await client.request('print.submit', request)
      return answer.ok ? { ok: true, job: answer.result } : answer
    },
    filePaper: ports.filePaper,
    record,
    heard: (fault) => {
      printers.setState({ fault })
      alerts.set({ feeder: fault })
    },
  })
  printers.subscribe((view) => {
    const { printer, why } = printerLight(view.printers ?? [])
    ports.status.setState({ printer })
    alerts.set({ printer: why })
  })
  client.on('printer', (printer) => {
    hearPrinter(printers, printer)
    if (isWorking(printer)) feeder.poke()
  })
  client.on('printJob', (job) => {
    putHostJob(hostJobs, job)
    void sync.jobChanged(job)
  })
  client.onState((state) => {
    if (state === 'open') void meetHost(ports, { sync, feeder })
  })
  watchTroubles(ports)
  return {
    append: (committed) => {
      for (const what of settledPrints(committed)) void sync.tell(what)
    },
    preview: (intentId) => drawPreview(source, client, { intentId, printers: known() ?? [] }),
  }
}

function labelSource({ warehouse, words, sender }: PrintWorkPorts): LabelSource {
  return {
    data: warehouse.db,
    words: () => words,
    sender: () => ({ ...sender, isMasked: false }),
    atText: momentText,
  }
}

async function drawPreview(
  source: LabelSource,
  client: StationClient,
  of: { readonly intentId: string; readonly printers: readonly StationPrinter[] },
): Promise<Uint8Array | null> {
  const intent = await source.data.documents('printIntents').get(of.intentId)
  if (!intent || isPaperKind(intent.kind)) return null
  const drawn = await intentLabel(source, { ...intent, kind: intent.kind }, of.printers)
  // A platform's waybill is a cipher here: only its component draws it.
  if (drawn.kind !== 'label' || isComponentLabel(drawn.label)) return null
  const label = { ...drawn.label, nodes: [...drawn.label.nodes] }
  const { printerId } = drawn.printer
  const answer = await client.request('print.preview', { label, printerId })
  return answer.ok ? answer.result.png : null
}

/** Words at the foot of the screen: the printer's own fault first, for it explains the others. */
interface Alerts {
  set(part: Partial<Record<'printer' | 'feeder', StationAlert | null>>): void
}

function createAlerts(status: StatusStore): Alerts {
  let known: Record<'printer' | 'feeder', StationAlert | null> = { printer: null, feeder: null }
  return {
    set(part) {
      known = { ...known, ...part }
      status.setState({ alert: known.printer ?? known.feeder })
    },
  }
}

interface Met {
  readonly sync: ReturnType<typeof createPrintSync>
  readonly feeder: PrintFeeder
}

/** The host is there (again): its printers, its jobs, and the labels that waited for a printer. */
async function meetHost(
  { warehouse, client, hostJobs, printers: known }: PrintWorkPorts,
  { sync, feeder }: Met,
): Promise<void> {
  const answer = await client.request('print.status', {})
  if (!answer.ok) return
  const { printers } = answer.result
  meetPrinters(known, printers)
  meetHostJobs(hostJobs, await sync.matchAll())
  // All of them: one that waits behind a thousand others may be the one this printer has the paper of.
  const setAside = await readOldest(warehouse.db, 'refused', Number.MAX_SAFE_INTEGER)
  const { ctx } = warehouse
  for (const intentId of readmit(setAside, printers)) {
    const args = { intentId, verdict: 'retry' } as const
    await runCommand(ctx, ctx.newId(), 'printing.judgePrint', args)
  }
  feeder.poke()
}

/** Labels that need a person are named until the person has seen to them. */
function watchTroubles({ warehouse, status }: PrintWorkPorts): void {
  watchQuery(
    () => readPrintTroubles(warehouse.db),
    ({ doubts, strays, setAside }) => {
      const toRow = ({ no, why }: PrintIntent) => ({ no, why: why ?? null })
      const prints = {
        doubts: doubts.map(toRow),
        strays: strays.map(toRow),
        setAside: setAside.map(toRow),
      }
      status.setState({ prints })
    },
    () => undefined,
  )
}
