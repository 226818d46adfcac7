import type { LedgerReader } from '@/app/ports/ledger.ts'
import { recordCode } from '@/app/resolveScan.ts'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import { readPrint, readPrintOf } from '@/store/queries/printing/readPrintList.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import {
  type ListedPrint,
  type PrintsEvent,
  type PrintsState,
  printsWorkflow,
} from '@/workflow/printing/printsWorkflow.ts'
import { refused } from '@/workflow/workflow.ts'
import { type Answer, answer, type Job, type JobInput, refuseUnfit } from '../../workflow/job.ts'
import type { RowNumbers } from '../../workflow/rowNumbers.ts'
import { PRINTS, readNumberedPrints } from './numberedPrints.ts'

/** The print list over this station's data: a waybill or another code, a number of the list as `numbers` gave
 *  it, a command. */
export function createPrintsJob(
  data: StationData,
  numbers: RowNumbers,
): Job<PrintsState, PrintsEvent> {
  const rows: SeenRows = { data, numbers }
  return {
    workflow: printsWorkflow,
    async toEvent(_reader: LedgerReader, input, state) {
      // From here the list is opened anew.
      if (state.kind !== 'list') numbers.restart()
      switch (input.kind) {
        case 'verb':
          return { kind: 'verbGiven', verb: input.verb, print: await meant(rows, state) }
        case 'number':
          if (state.kind === 'reason') return { kind: 'reasonTyped', no: input.qty }
          return state.kind === 'list'
            ? chosen(await rowOf(rows, input.qty), input.text)
            : answer(refused('PRN-090', { no: input.qty }))
        case 'record':
          return toScanned(data, input)
        case 'multiply':
          return answer(refused('PRN-055'))
      }
    },
    verbs: (state) => verbs[state.kind],
    preferred: () => [],
  }
}

const verbs: Readonly<Record<PrintsState['kind'], readonly string[]>> = {
  list: ['YES', 'NO'],
  shown: ['YES', 'NO', 'OK', 'SKIP', 'REPRN', 'BACK'],
  reason: ['NO', 'BACK'],
  saving: [],
}

/** The list as a person sees it. */
interface SeenRows {
  readonly data: StationData
  readonly numbers: RowNumbers
}

/** The print a command is about, as it stands now: it may have moved on since it was shown. On the list that
 *  is the first in doubt; one that came in its place meanwhile is not meant. */
async function meant(rows: SeenRows, state: PrintsState): Promise<ListedPrint | null> {
  if (state.kind !== 'list') return listed(await readPrint(rows.data, state.print.id))
  const first = await rowOf(rows, (seen) => seen[0])
  return first?.state === 'unknown' ? listed(first) : null
}

/** The print with this number in the list that was seen, wherever it stands now. */
async function rowOf(
  { data, numbers }: SeenRows,
  of: number | ((seen: readonly string[]) => string | undefined),
): Promise<PrintIntent | null> {
  const seen = numbers.seen(PRINTS) ?? (await readNumberedPrints(data, numbers)).map(({ id }) => id)
  const id = typeof of === 'number' ? numbers.idOf(PRINTS, of) : of(seen)
  return id === undefined ? null : readPrint(data, id)
}

async function toScanned(
  data: StationData,
  input: Extract<JobInput, { kind: 'record' }>,
): Promise<PrintsEvent | Answer> {
  const unfit = refuseUnfit(input)
  if (unfit) return unfit
  const record = input.resolved.kind === 'one' ? input.resolved.record : null
  const print = record && (await readPrintOf(data, recordCode(record)))
  // The code of a bin or of goods is also read from older labels: only a waybill proves itself.
  if (print?.state === 'unknown' && print.kind === 'waybill')
    return { kind: 'printSeen', print: listed(print) }
  return chosen(print, input.resolved.raw)
}

function chosen(print: PrintIntent | null | undefined, raw: string): PrintsEvent | Answer {
  return print ? { kind: 'printChosen', print: listed(print) } : answer(refused('PRN-057', { raw }))
}

function listed(print: PrintIntent): ListedPrint
function listed(print: PrintIntent | null): ListedPrint | null
function listed(print: PrintIntent | null): ListedPrint | null {
  if (!print) return null
  const { id, no, kind, state } = print
  return { id, no, kind, state }
}
