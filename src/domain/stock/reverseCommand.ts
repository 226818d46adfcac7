import type { PrintIntentState } from '../record/outbound.ts'
import type { TableName, Tables } from '../record/tables.ts'
import { type Accept, type Decision, type Put, put, reject } from './decision.ts'
import { type MovementDraft, reverseOf } from './movement.ts'

/** One row a command wrote: as it was before (null = it did not exist) and as it is now. */
export interface ReversedRow<T extends TableName = TableName> {
  readonly table: T
  readonly id: string
  readonly before: Tables[T] | null
  readonly current: Tables[T] | null
}

export interface ReverseFacts {
  readonly known: boolean
  readonly rows: readonly ReversedRow[]
}

export interface ReverseArgs {
  readonly commandId: string
  /** The movements to take back, as the reversed command made them: args alone decide stock. */
  readonly movements: readonly MovementDraft[]
  /** A printed label cannot be unprinted: true = its number is voided with it. */
  readonly voidLabel: boolean
}

export type ReverseRefusal = 'undo.unknown' | 'undo.changedSince' | 'undo.labelPrinted'

/** Takes one command back: its movements the other way round, its documents as they were. Refused when
 *  another command has worked on one of the documents since; a printed label asks to be voided first. */
export function reverseCommand(facts: ReverseFacts, args: ReverseArgs): Decision<ReverseRefusal> {
  if (!facts.known) return reject('undo.unknown')
  // The host moves a print on by itself: that is no other person's work on the document.
  const changed = facts.rows.find(
    (row) => row.table !== 'printIntents' && row.current?.rev !== args.commandId,
  )
  if (changed) return reject('undo.changedSince', { id: changed.id })
  const printed = printedNo(facts.rows)
  if (printed !== null && !args.voidLabel) return reject('undo.labelPrinted', { no: printed }, true)
  return restore(facts.rows, args)
}

/** States in which no paper can have come out. */
const NOT_ON_PAPER: readonly PrintIntentState[] = ['queued', 'refused']

/** The number on a label that the printer already has, or null. */
function printedNo(rows: readonly ReversedRow[]): string | null {
  for (const row of rows) {
    if (row.table !== 'printIntents' || !row.current || row.before) continue
    const intent = row.current as Tables['printIntents']
    if (intent.kind === 'waybill' && !NOT_ON_PAPER.includes(intent.state)) return intent.no
  }
  return null
}

function restore(rows: readonly ReversedRow[], args: ReverseArgs): Accept {
  const puts: Put[] = []
  const removes: { table: TableName; id: string }[] = []
  for (const row of rows) {
    const voided = voidedRow(row)
    if (voided) puts.push(voided)
    else if (row.before) puts.push(put(row.table, row.before))
    else removes.push({ table: row.table, id: row.id })
  }
  const movements = args.movements.map(reverseOf)
  const reverses = { commandId: args.commandId, removes }
  return { kind: 'accept', movements, puts, reverses, result: null }
}

/** A number once bound is never used again, and its print is kept as void: the host may have it on
 *  paper before this station knows. */
function voidedRow({ table, before, current }: ReversedRow): Put | null {
  if (table === 'waybills' && current) {
    const waybill = current as Tables['waybills']
    const wasFree = (before as Tables['waybills'] | null)?.state === 'pooled'
    return wasFree ? put('waybills', { ...waybill, state: 'voided' }) : null
  }
  if (table === 'printIntents' && current && !before)
    return put('printIntents', { ...(current as Tables['printIntents']), state: 'voided' })
  return null
}
