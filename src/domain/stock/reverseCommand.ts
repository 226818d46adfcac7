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
  const changed = facts.rows.find((row) => row.current?.rev !== args.commandId)
  if (changed) return reject('undo.changedSince', { id: changed.id })
  const printed = printedNo(facts.rows)
  if (printed !== null && !args.voidLabel) return reject('undo.labelPrinted', { no: printed }, true)
  return restore(facts.rows, args, printed !== null)
}

/** The number on a label that the printer already has, or null. */
function printedNo(rows: readonly ReversedRow[]): string | null {
  for (const row of rows) {
    if (row.table !== 'printIntents' || !row.current || row.before) continue
    const intent = row.current as Tables['printIntents']
    if (intent.kind === 'waybill' && intent.state !== 'queued') return intent.no
  }
  return null
}

function restore(rows: readonly ReversedRow[], args: ReverseArgs, voidLabel: boolean): Accept {
  const puts: Put[] = []
  const removes: { table: TableName; id: string }[] = []
  for (const row of rows) {
    const voided = voidLabel ? voidedRow(row) : null
    if (voided) puts.push(voided)
    else if (row.before) puts.push(put(row.table, row.before))
    else removes.push({ table: row.table, id: row.id })
  }
  const movements = args.movements.map(reverseOf)
  const reverses = { commandId: args.commandId, removes }
  return { kind: 'accept', movements, puts, reverses, result: null }
}

/** A number that is on paper is never used again, and its print is kept as void. */
function voidedRow(row: ReversedRow): Put | null {
  if (row.table === 'waybills' && row.current)
    return put('waybills', { ...(row.current as Tables['waybills']), state: 'voided' })
  if (row.table === 'printIntents' && row.current)
    return put('printIntents', { ...(row.current as Tables['printIntents']), state: 'voided' })
  return null
}
