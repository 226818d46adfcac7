import type { PrintIntent, PrintWhy } from '@/domain/record/outbound.ts'
import type { RecordPrintArgs } from '@/domain/printing/recordPrint.ts'
import type { Timers } from '@/kernel/timers.ts'
import { readQueuedPrints } from '@/store/queries/packing/readPrints.ts'
import { watchQuery } from '@/store/queries/stationData.ts'
import type { AskedIntent } from './askedPaper.ts'
import { intentLabel } from './intentLabel.ts'
import type { LabelSource } from './labelSource.ts'
import {
  isPaperKind,
  type LabelIntent,
  type LabelPrinter,
  type LabelRequest,
  labelRequest,
} from './labelRequest.ts'
import {
  fateOf,
  isHostBroke,
  type PrintAnswer,
  type PrintFate,
  type PrintFault,
  UNREADABLE,
} from './printAnswer.ts'
import { NO_COMPONENT, NO_PAPER } from './readmit.ts'

export interface PrintFeederPorts extends LabelSource {
  readonly timers: Timers
  /** The label printers, in the order of the settings; null = the host has not told them yet. */
  printers(): readonly LabelPrinter[] | null
  operatorId(): string
  /** The host's `print.submit`. */
  submit(request: LabelRequest): Promise<PrintAnswer>
  /** Makes a paper as PDF; null = what it is about is gone. */
  filePaper(asked: AskedIntent): Promise<PrintAnswer | null>
  /** Runs `printing.recordPrint`. */
  record(args: RecordPrintArgs): Promise<void>
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
const NO_PRINTER: PrintWhy = { code: 'PRN-060', params: {} }
/** Something failed on this side; it is tried again. */
const NOT_SENT: PrintWhy = { code: 'PRN-061', params: {} }

/** Hands each queued label to the host, in order, one at a time. A command only writes that a label is to
 *  be printed; this sends it. After a crash it is sent again under the same key, and the host prints
 *  a key once. */
export function createPrintFeeder(ports: PrintFeederPorts): PrintFeeder {
  const broke = new Map<string, number>()
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
    running = feed(ports, broke)
      .catch((): PrintFault => NOT_SENT)
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

/** What came of one intent: something to write down, or that its line stands for now. */
type Outcome =
  | { readonly kind: 'told'; readonly args: Omit<RecordPrintArgs, 'intentId'> }
  | { readonly kind: 'printerStands' | 'hostStands'; readonly why: PrintFault }

/** Sends what is queued. A host that is away stops everything and a printer that takes none stops its own
 *  line, for order is kept; a label that can never be printed is set aside, and what nobody needs any more
 *  ends, so that neither holds up those behind it. */
async function feed(ports: PrintFeederPorts, broke: Map<string, number>): Promise<PrintFault> {
  const standing = new Set<string>()
  let fault: PrintFault = null
  const queued = await readQueuedPrints(ports.data)
  forgetOthers(broke, queued)
  for (const intent of queued) {
    const answered = (answer: PrintAnswer) => countBroke(broke, intent.id, answer)
    const outcome = isPaperKind(intent.kind)
      ? await doPaper(ports, { ...intent, kind: intent.kind }, answered)
      : await doLabel(ports, { ...intent, kind: intent.kind }, { standing, answered })
    if (outcome.kind === 'told') {
      await ports.record({ intentId: intent.id, ...outcome.args })
      broke.delete(intent.id)
    } else fault ??= outcome.why
    if (outcome.kind === 'hostStands') return fault
  }
  return fault
}

/** A print that left the queue some other way (cancelled, voided) is counted no more. */
function forgetOthers(broke: Map<string, number>, queued: readonly { readonly id: string }[]) {
  const ids = new Set(queued.map(({ id }) => id))
  for (const id of broke.keys()) if (!ids.has(id)) broke.delete(id)
}

/** What follows from an answer, once it is counted how often the host broke on this one. */
type Answered = (answer: PrintAnswer) => Outcome

function countBroke(broke: Map<string, number>, id: string, answer: PrintAnswer): Outcome {
  const before = broke.get(id) ?? 0
  if (isHostBroke(answer)) broke.set(id, before + 1)
  return outcomeOf(fateOf(answer, before))
}

/** A paper needs no label printer. */
async function doPaper(
  ports: PrintFeederPorts,
  asked: AskedIntent,
  answered: Answered,
): Promise<Outcome> {
  const answer = await ports.filePaper(asked)
  return answer ? answered(answer) : gone(asked.no)
}

interface LabelRound {
  /** Printers that take nothing in this round. */
  readonly standing: Set<string>
  readonly answered: Answered
}

async function doLabel(
  ports: PrintFeederPorts,
  intent: LabelIntent,
  { standing, answered }: LabelRound,
): Promise<Outcome> {
  const printers = ports.printers()
  // Nothing is wrong yet: the host tells its printers when it is connected.
  if (!printers) return { kind: 'printerStands', why: null }
  if (printers.length === 0) return { kind: 'printerStands', why: NO_PRINTER }
  // What cannot be drawn (a code that no symbol holds) will not be drawn the next time either.
  const drawn = await intentLabel(ports, intent, printers).catch(() => null)
  if (!drawn) return told('refused', UNREADABLE)
  if (drawn.kind === 'gone') return gone(intent.no)
  if (drawn.kind === 'noPaper')
    return told('refused', { code: NO_PAPER, params: { no: intent.no, ...drawn.paper } })
  if (drawn.kind === 'noComponent')
    return told('refused', {
      code: NO_COMPONENT,
      params: { no: intent.no, platform: drawn.platform },
    })
  if (drawn.kind === 'noPrinter') return told('refused', { code: drawn.code, params: {} })
  const { printer, label } = drawn
  if (standing.has(printer.printerId)) return { kind: 'printerStands', why: null }
  const operatorId = ports.operatorId()
  const outcome = answered(await ports.submit(labelRequest(intent, label, { printer, operatorId })))
  if (outcome.kind === 'printerStands') standing.add(printer.printerId)
  return outcome
}

function outcomeOf(fate: PrintFate): Outcome {
  switch (fate.kind) {
    case 'taken':
      return told('accepted')
    case 'refused':
      return told('refused', fate.why)
    default:
      return fate
  }
}

const told = (state: RecordPrintArgs['state'], why?: PrintWhy): Outcome => ({
  kind: 'told',
  args: why ? { state, why } : { state },
})

/** Its parcel, bin or goods are gone: the label is nobody's any more. */
const gone = (no: PrintIntent['no']): Outcome =>
  told('cancelled', { code: 'PRN-044', params: { no } })
