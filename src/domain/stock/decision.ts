import type { Json } from '@/kernel/json.ts'
import type { TableName, Tables } from '../record/tables.ts'
import type { MovementDraft } from './movement.ts'

/** One document row to write; `id` is its key. `isNew`: the decision knows that there is no such row,
 *  so the ledger need not look; one that is there all the same is a broken promise. */
export type Put = {
  [T in TableName]: { readonly table: T; readonly row: Tables[T]; readonly isNew?: true }
}[TableName]

/** What a command decides: stock lines and documents to write, or a refusal with its reason. */
export type Decision<Reason extends string = string> = Accept | Reject<Reason>

export interface Accept {
  readonly kind: 'accept'
  readonly movements: readonly MovementDraft[]
  readonly puts: readonly Put[]
  /** Set when this takes another command back: that command cannot be taken back again, and the
   *  document rows it had made go (its movements and its place in the history stay). */
  readonly reverses: {
    readonly commandId: string
    readonly removes: readonly { readonly table: TableName; readonly id: string }[]
  } | null
  /** What the screen needs to know to go on; stored with the outcome. */
  readonly result: Json
}

export interface Reject<Reason extends string = string> {
  readonly kind: 'reject'
  readonly reason: Reason
  /** True where the same person may try the same again later; false where something must change. */
  readonly retryable: boolean
  readonly params: Readonly<Record<string, string | number>>
}

export function put<T extends TableName>(table: T, row: Tables[T]): Put {
  return { table, row } as Put
}

/** A row that is not there yet: its id is fresh, or the facts say so. */
export function putNew<T extends TableName>(table: T, row: Tables[T]): Put {
  return { table, row, isNew: true } as Put
}

export function accept(
  movements: readonly MovementDraft[],
  puts: readonly Put[] = [],
  result: Json = null,
): Accept {
  return { kind: 'accept', movements, puts, reverses: null, result }
}

export function reject<Reason extends string>(
  reason: Reason,
  params: Readonly<Record<string, string | number>> = {},
  retryable = false,
): Reject<Reason> {
  return { kind: 'reject', reason, retryable, params }
}
