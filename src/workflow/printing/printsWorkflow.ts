import { assertNever } from '@/kernel/assert.ts'
import { type JudgePrintArgs, type PrintVerdict, judgedIn } from '@/domain/printing/judgePrint.ts'
import {
  type ReprintPrintArgs,
  type ReprintReason,
  reprintReasons,
} from '@/domain/printing/reprint.ts'
import type { PrintIntent } from '@/domain/record/outbound.ts'
import {
  type CommandEvent,
  type Step,
  type Workflow,
  accepted,
  ask,
  attention,
  go,
  refused,
  stay,
} from '../workflow.ts'

/** A print as the machine knows it; its state is that of the moment it was looked up. */
export type ListedPrint = Pick<PrintIntent, 'id' | 'no' | 'kind' | 'state'>

/** What a person does about a print. */
export type PrintAct = PrintVerdict | 'reprint'

export type PrintsState =
  | { readonly kind: 'list' }
  | { readonly kind: 'shown'; readonly print: ListedPrint }
  | { readonly kind: 'reason'; readonly print: ListedPrint }
  | { readonly kind: 'saving'; readonly print: ListedPrint; readonly act: PrintAct }

export type PrintsEvent =
  | { readonly kind: 'printChosen'; readonly print: ListedPrint }
  /** Its waybill was scanned: it is on paper. */
  | { readonly kind: 'printSeen'; readonly print: ListedPrint }
  /** `print`: the one that is shown, else the first in doubt, as it stands now. */
  | { readonly kind: 'verbGiven'; readonly verb: string; readonly print: ListedPrint | null }
  | { readonly kind: 'reasonTyped'; readonly no: number }

export type PrintsCommand =
  | { readonly name: 'printing.judgePrint'; readonly args: JudgePrintArgs }
  | { readonly name: 'printing.reprint'; readonly args: ReprintPrintArgs }

type PrintsStep = Step<PrintsState, PrintsCommand>
type AnyEvent = PrintsEvent | CommandEvent
type In<K extends PrintsState['kind']> = Extract<PrintsState, { readonly kind: K }>

const any = ['waybill', 'tote', 'bin', 'sku'] as const

/** The print list: what came out, what did not, what waits. The scan of a waybill in doubt proves it;
 *  all else is said about the print that is shown, or about the first in doubt. */
export const printsWorkflow: Workflow<PrintsState, PrintsEvent, PrintsCommand> = {
  id: 'prints',
  initial: { kind: 'list' },
  transitions: {
    list: ['shown', 'saving'],
    shown: ['list', 'reason', 'saving'],
    reason: ['shown', 'saving'],
    saving: ['list'],
  },
  expects: { list: any, shown: any, reason: [], saving: [] },
  step(state, event) {
    switch (state.kind) {
      case 'list':
      case 'shown':
        return onList(state, event)
      case 'reason':
        return onReason(state, event)
      case 'saving':
        return onSaving(state, event)
      default:
        return assertNever(state)
    }
  },
}

function onList(state: In<'list' | 'shown'>, event: AnyEvent): PrintsStep {
  switch (event.kind) {
    case 'printChosen':
      return go({ kind: 'shown', print: event.print }, accepted('PRN-050', { no: event.print.no }))
    case 'printSeen':
      return judge(event.print, 'cameOut')
    case 'verbGiven':
      return onVerb(state, event.verb, event.print)
    default:
      return stay(state)
  }
}

/** What each command says of a print, by its state. */
const verbVerdicts: Readonly<Record<string, PrintVerdict>> = {
  YES: 'cameOut',
  NO: 'missing',
  OK: 'retry',
  SKIP: 'cancel',
}

/** States of a print that may be printed once more. A label in doubt is answered first. */
const AGAIN_IN: readonly PrintIntent['state'][] = ['accepted', 'proved', 'missing', 'cancelled']

/** Commands that mean something for a print in this state, most used first. */
export function printVerbs(print: ListedPrint): ('YES' | 'NO' | 'OK' | 'SKIP' | 'REPRN')[] {
  const verbs = ['YES', 'NO', 'OK', 'REPRN', 'SKIP'] as const
  return verbs.filter((verb) =>
    verb === 'REPRN' ? AGAIN_IN.includes(print.state) : verdictOf(verb, print) !== null,
  )
}

function verdictOf(verb: string, { state }: ListedPrint): PrintVerdict | null {
  // A label that came out too late is only ever torn up.
  if (state === 'stray') return verb === 'OK' ? 'tornUp' : null
  const verdict = verbVerdicts[verb]
  // Only a label in doubt is asked about: of one that was sent well, the reprint says why.
  if (!verdict || (verdict === 'cameOut' && state !== 'unknown')) return null
  return judgedIn[verdict].includes(state) ? verdict : null
}

function onVerb(state: In<'list' | 'shown'>, verb: string, print: ListedPrint | null): PrintsStep {
  if (verb === 'BACK') return go({ kind: 'list' }, accepted('PRN-049'))
  if (!print) return stay(state, refused('PRN-055'))
  if (verb === 'REPRN')
    return AGAIN_IN.includes(print.state)
      ? go({ kind: 'reason', print }, attention('PACK-027'))
      : stay(state, refused('PRN-054', { no: print.no }))
  const verdict = verdictOf(verb, print)
  return verdict ? judge(print, verdict) : stay(state, refused('PRN-054', { no: print.no }))
}

function judge(print: ListedPrint, verdict: PrintVerdict): PrintsStep {
  return ask(
    { kind: 'saving', print, act: verdict },
    { name: 'printing.judgePrint', args: { intentId: print.id, verdict } },
  )
}

/** The reason is a number of the list on the screen; NO goes back. */
function onReason(state: In<'reason'>, event: AnyEvent): PrintsStep {
  const { print } = state
  const { no } = print
  if (event.kind === 'verbGiven') return go({ kind: 'shown', print }, attention('PACK-036', { no }))
  if (event.kind !== 'reasonTyped') return stay(state, refused('PACK-027'))
  const reason: ReprintReason | undefined = reprintReasons[event.no - 1]
  if (!reason)
    return stay(state, refused('PACK-031', { no: event.no, count: reprintReasons.length }))
  return ask(
    { kind: 'saving', print, act: 'reprint' },
    { name: 'printing.reprint', args: { intentId: print.id, reason } },
  )
}

const actCodes: Readonly<Record<PrintAct, string>> = {
  cameOut: 'PRN-047',
  missing: 'PRN-048',
  retry: 'PRN-051',
  cancel: 'PRN-043',
  tornUp: 'PRN-059',
  reprint: 'PRN-052',
}

function onSaving(state: In<'saving'>, event: AnyEvent): PrintsStep {
  const { print, act } = state
  const { no } = print
  if (event.kind === 'commandRejected')
    return go({ kind: 'list' }, refused('PRN-053', { ...event.params, no, reason: event.reason }))
  if (event.kind !== 'commandAccepted') return stay(state)
  const isNotAgain = act === 'missing' && Object(event.result).again === 0
  return go({ kind: 'list' }, accepted(isNotAgain ? 'PRN-056' : actCodes[act], { no }))
}
