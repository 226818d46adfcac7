import type { LedgerReader } from '@/app/ports/ledger.ts'
import { recordCode } from '@/app/resolveScan.ts'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import { readPrint, readPrintList, readPrintOf } from '@/store/queries/printing/readPrintList.ts'
import type { StationData } from '@/store/queries/stationData.ts'
import {
  type ListedPrint,
  type PrintsEvent,
  type PrintsState,
  printsWorkflow,
} from '@/workflow/printing/printsWorkflow.ts'
import { refused } from '@/workflow/workflow.ts'
import { type Answer, answer, type Job, type JobInput, refuseUnfit } from '../../workflow/job.ts'

/** The print list over this station's data: a waybill or another code, a number of the list, a command. */
export function createPrintsJob(data: StationData): Job<PrintsState, PrintsEvent> {
  return {
    workflow: printsWorkflow,
    async toEvent(_reader: LedgerReader, input, state) {
      switch (input.kind) {
        case 'verb':
          return { kind: 'verbGiven', verb: input.verb, print: await meant(data, state) }
        case 'number':
          return state.kind === 'reason'
            ? { kind: 'reasonTyped', no: input.qty }
            : chosen((await readPrintList(data))[input.qty - 1], input.text)
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

/** The print a command is about, as it stands now: it may have moved on since it was shown. */
async function meant(data: StationData, state: PrintsState): Promise<ListedPrint | null> {
  if (state.kind !== 'list') return listed(await readPrint(data, state.print.id))
  const [first] = await readPrintList(data)
  return first?.state === 'unknown' ? listed(first) : null
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
