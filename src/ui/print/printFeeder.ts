import type { LabelModel } from '@/document/labelModel.ts'
import type { WaybillParty } from '@/document/waybill/waybillFacts.ts'
import { type PaperKind, type PrintIntent, paperKinds } from '@/domain/record/outbound.ts'
import type { Timers } from '@/kernel/timers.ts'
import { readQueuedPrints, readWaybillPrint } from '@/store/queries/packing/readPrints.ts'
import { type StationData, watchQuery } from '@/store/queries/stationData.ts'
import type { PrintedWords } from '../paper/readPaperWords.ts'
import { type LabelPrinter, type LabelRequest, labelRequest } from './labelRequest.ts'
import { thingLabel } from './thingLabels.ts'
import { waybillModel } from './waybillModel.ts'

/** What the host says to a request: taken (also when it knows it already), or why not. */
export type PrintAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly code: string
      readonly params?: Readonly<Record<string, string | number>> | undefined
    }

/** Why labels do not come out now; null = they do. Words are `notice.<code>`. */
export type PrintFault = Extract<PrintAnswer, { ok: false }> | null

export interface PrintFeederPorts {
  readonly data: StationData
  readonly timers: Timers
  /** The label printer, or null where none is set up. */
  printer(): LabelPrinter | null
  words(): PrintedWords
  sender(): WaybillParty
  operatorId(): string
  /** The host's `print.submit`. */
  submit(request: LabelRequest): Promise<PrintAnswer>
  /** Makes a paper as PDF; null = what it is about is gone. */
  filePaper(paper: { readonly kind: PaperKind; readonly no: string }): Promise<PrintAnswer | null>
  /** Runs `packing.recordPrint`: the host has this label. */
  record(intentId: string): Promise<void>
  /** Told when labels stop coming out, and when they come again. */
  heard(fault: PrintFault): void
}

export interface PrintFeeder {
  /** Tries again now: a printer was set up, the host is back. */
  poke(): void
  stop(): void
}

/** A label the host did not take is offered again after this long. */
export const PRINT_RETRY_MS = 2_000

/** No printer is set up on this station. */
const NO_PRINTER: PrintFault = { ok: false, code: 'PRN-060' }

/** Hands each queued label to the host, in order, one at a time. A command only writes that a label is to
 *  be printed; this sends it. After a crash it is sent again under the same key, and the host prints
 *  a key once. */
export function createPrintFeeder(ports: PrintFeederPorts): PrintFeeder {
  let stopped = false
  let running: Promise<void> | null = null
  let again = false
  let cancelRetry: () => void = () => undefined

  function pump(): void {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    cancelRetry()
    running = feed(ports)
      .catch((): PrintFault => ({ ok: false, code: 'PRN-061' }))
      .then((fault) => {
        running = null
        if (stopped) return
        ports.heard(fault)
        if (fault) cancelRetry = ports.timers.after(PRINT_RETRY_MS, pump)
        else if (again) pump()
        again = false
      })
  }

  const unwatch = watchQuery(
    () => readQueuedPrints(ports.data),
    (rows) => {
      if (rows.length > 0) pump()
    },
    () => undefined,
  )
  return {
    poke: pump,
    stop() {
      stopped = true
      cancelRetry()
      unwatch()
    },
  }
}

/** Sends what is queued. A printer that is missing or a host that is away stops the line, for order is
 *  kept; a label that the host refuses for itself lets the next ones pass. */
async function feed(ports: PrintFeederPorts): Promise<PrintFault> {
  let fault: PrintFault = null
  for (const intent of await readQueuedPrints(ports.data)) {
    const answer = await doOne(ports, intent)
    if (!answer) continue
    if (answer.ok) await ports.record(intent.id)
    else if (answer.code.startsWith('BRG-')) return answer
    else fault ??= answer
  }
  return fault
}

/** A paper needs no label printer. */
async function doOne(ports: PrintFeederPorts, intent: PrintIntent): Promise<PrintAnswer | null> {
  const { no, kind } = intent
  if (isPaper(kind)) return ports.filePaper({ kind, no })
  const printer = ports.printer()
  return printer ? submitOne(ports, { ...intent, kind }, printer) : NO_PRINTER
}

const isPaper = (kind: PrintIntent['kind']): kind is PaperKind =>
  (paperKinds as readonly string[]).includes(kind)

/** An intent for a label. */
type LabelIntent = PrintIntent & { readonly kind: Exclude<PrintIntent['kind'], PaperKind> }

/** Null where what it stands for is gone: nothing to print. */
async function submitOne(
  ports: PrintFeederPorts,
  intent: LabelIntent,
  printer: LabelPrinter,
): Promise<PrintAnswer | null> {
  const label = await labelOf(ports, intent, printer)
  if (!label) return null
  return ports.submit(labelRequest(intent, label, { printer, operatorId: ports.operatorId() }))
}

async function labelOf(
  { data, words, sender }: PrintFeederPorts,
  intent: LabelIntent,
  printer: LabelPrinter,
): Promise<LabelModel | null> {
  const { kind } = intent
  if (kind !== 'waybill') return thingLabel({ ...intent, kind }, { data, words: words(), printer })
  const print = await readWaybillPrint(data, intent.docRef)
  const form = { printer, words: words().waybill, sender: sender() }
  return print && waybillModel({ ...form, print }, intent.revision - 1)
}
