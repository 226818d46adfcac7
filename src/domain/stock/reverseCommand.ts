import type { PrintIntentState } from '../record/outbound.ts'
import type { TableName, Tables } from '../record/tables.ts'
import { isOutside, placeCode } from '../record/place.ts'
import { type Balance, type BalanceDelta, balanceDeltas, balanceQty } from './balance.ts'
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
  /** What lies now in the places of `loweredBy(args)`; one that is empty may be absent. */
  readonly balances: readonly Balance[]
}

export interface ReverseArgs {
  readonly commandId: string
  /** The movements to take back, as the reversed command made them: args alone decide stock. */
  readonly movements: readonly MovementDraft[]
  /** A printed label cannot be unprinted: true = its number is voided with it. */
  readonly voidLabel: boolean
}

export type ReverseRefusal =
  | 'undo.unknown'
  | 'undo.changedSince'
  | 'undo.movedOn'
  | 'undo.labelPrinted'

/** Takes one command back: its movements the other way round, its documents as they were. Refused when
 *  another command has worked on one of the documents since, or has moved the goods on; a printed label
 *  asks to be voided first. */
export function reverseCommand(facts: ReverseFacts, args: ReverseArgs): Decision<ReverseRefusal> {
  if (!facts.known) return reject('undo.unknown')
  // The host moves a print on by itself: that is no other person's work on the document.
  const changed = facts.rows.find(
    (row) => row.table !== 'printIntents' && row.current?.rev !== args.commandId,
  )
  if (changed) return reject('undo.changedSince', { id: changed.id })
  const gone = loweredBy(args).find((delta) => leftOf(facts.balances, delta) < -delta.qty)
  if (gone) {
    const { skuId: sku, placeId, qty } = gone
    const left = leftOf(facts.balances, gone)
    return reject('undo.movedOn', { sku, at: placeCode(placeId), qty: -qty, left })
  }
  const printed = printedNo(facts.rows)
  if (printed !== null && !args.voidLabel) return reject('undo.labelPrinted', { no: printed }, true)
  return restore(facts.rows, args)
}

/** The places inside the warehouse that lose goods when these movements are taken back; `qty` < 0. */
export function loweredBy({ movements }: Pick<ReverseArgs, 'movements'>): BalanceDelta[] {
  const deltas = balanceDeltas(movements.map(reverseOf))
  return deltas.filter(({ placeId, qty }) => qty < 0 && !isOutside(placeId))
}

function leftOf(balances: readonly Balance[], { key }: BalanceDelta): number {
  const balance = balances.find((row) => row.key === key)
  return balance ? balanceQty(balance) : 0
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
