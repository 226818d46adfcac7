import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import type { PackingState } from '@/workflow/packing/packingState.ts'
import type { ShownNotice } from '../../scan/shownNotice.ts'
import { nextLine, type PackPlan } from '@/workflow/packing/packPlan.ts'

/** Commands that mean something in each state of the packing table. */
const packVerbs: Readonly<Record<PackingState['kind'], readonly CommandVerb[]>> = {
  scanTote: [],
  packedOrder: ['REPRN'],
  scanItem: ['OK', 'NEWBX', 'HOLD'],
  savingItem: [],
  needWaybill: ['OK', 'HOLD'],
  binding: [],
  scanBack: ['REPRN', 'NO', 'PRINT', 'HOLD'],
  weighing: ['WEIGH', 'HOLD'],
  closing: [],
  reprintReason: ['NO'],
  reprinting: [],
  intercepted: [],
  staging: [],
}

/** Commands taken in a state. The tray can be taken off whenever a person is asked for something; a table
 *  without a scale knows no tray. */
export function packVerbsOf({ kind }: PackingState, hasScale: boolean): readonly CommandVerb[] {
  const verbs = packVerbs[kind]
  return hasScale && !waitingKinds.includes(kind) ? [...verbs, 'TARE'] : verbs
}

/** States that wait for the store, not for a person. */
const waitingKinds: readonly PackingState['kind'][] = [
  'savingItem',
  'binding',
  'closing',
  'reprinting',
  'staging',
]

/** The one thing to do now: words (`pack.<key>`), the code asked for, pieces of it to come. */
export interface PackNow {
  readonly key:
    | 'scanTote'
    | 'scanItem'
    | 'saving'
    | 'needWaybill'
    | 'scanBack'
    | 'labelDoubt'
    | 'weigh'
    | 'weightDiff'
    | 'reason'
    | 'toBin'
  readonly code?: string
  readonly qty?: number
}

/** What the screen knows besides the state: the tote on top of the queue ('' = none), and whether nobody
 *  knows if the label that is asked for came out. */
export interface PackAround {
  readonly nextTote: string
  readonly isInDoubt: boolean
}

/** States in which the tray command is shown: before the parcel is on the scale. */
const trayKinds: readonly PackingState['kind'][] = ['scanTote', 'weighing']

/** Commands shown in a state: NO answers a doubt, so it is offered where there is one. */
export function shownVerbs(
  state: PackingState,
  { isInDoubt, hasScale }: { readonly isInDoubt: boolean; readonly hasScale: boolean },
): readonly CommandVerb[] {
  const { kind } = state
  const verbs = packVerbsOf(state, hasScale && trayKinds.includes(kind))
  return kind === 'scanBack' && !isInDoubt ? verbs.filter((verb) => verb !== 'NO') : verbs
}

/** Answers that say a waybill is being printed. */
const PRINTING_CODES: readonly string[] = ['PACK-011', 'PACK-023', 'PACK-032']

/** The last answer while the label cannot come out: it must not go on saying that it is printing. */
export function untilPrinted(shown: ShownNotice): ShownNotice {
  const { notice } = shown
  if (!notice || !PRINTING_CODES.includes(notice.code)) return shown
  return { ...shown, notice: { ...notice, level: 'attention', code: 'PACK-047' } }
}

/** The one thing to do now. */
export function packNow(state: PackingState, { nextTote, isInDoubt }: PackAround): PackNow {
  switch (state.kind) {
    case 'scanTote':
      return nextTote === '' ? { key: 'scanTote' } : { key: 'scanTote', code: nextTote }
    case 'packedOrder':
      return { key: 'scanTote' }
    case 'scanItem':
      return itemNow(state.plan)
    case 'needWaybill':
      return { key: 'needWaybill' }
    case 'scanBack':
      return { key: isInDoubt ? 'labelDoubt' : 'scanBack', code: state.waybillNo }
    case 'reprintReason':
      return { key: 'reason' }
    case 'weighing':
      return { key: state.diff ? 'weightDiff' : 'weigh' }
    case 'intercepted':
      return { key: 'toBin', code: state.plan.stagingCode }
    default:
      return { key: 'saving' }
  }
}

function itemNow(plan: PackPlan): PackNow {
  const line = nextLine(plan)
  return line
    ? { key: 'scanItem', code: line.code, qty: line.qty - line.packedQty }
    : { key: 'scanItem' }
}

/** Pieces packed of pieces ordered; undefined where no order is on the table. */
export function packProgress(state: PackingState): { done: number; total: number } | undefined {
  if (!('plan' in state)) return undefined
  const sum = (pick: (line: PackPlan['lines'][number]) => number) =>
    state.plan.lines.reduce((total, line) => total + pick(line), 0)
  return { done: sum((line) => line.packedQty), total: sum((line) => line.qty) }
}
