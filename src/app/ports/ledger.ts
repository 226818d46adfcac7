import type { Json } from '@/kernel/json.ts'
import type { IndexName, TableName, Tables } from '@/domain/record/tables.ts'
import type { PlaceId, SkuId } from '@/domain/record/place.ts'
import type { Balance } from '@/domain/stock/balance.ts'
import type { Movement } from '@/domain/stock/movement.ts'
import type { Accept, Put, Reject } from '@/domain/stock/decision.ts'

/** Reads for decisions and screens. A reader cannot write. */
export interface LedgerReader {
  get<T extends TableName>(table: T, id: string): Promise<Tables[T] | undefined>
  /** Rows in the order of `ids`; a missing row is undefined. */
  getMany<T extends TableName>(table: T, ids: readonly string[]): Promise<(Tables[T] | undefined)[]>
  list<T extends TableName>(table: T, query: ListQuery<T>): Promise<Tables[T][]>
  /** Rows whose index is one of `anyOf`, at most `limit` for each, in no order that counts. */
  listMany<T extends TableName>(table: T, query: ListManyQuery<T>): Promise<Tables[T][]>
  balances(of: BalanceQuery): Promise<Balance[]>
  /** Ledger lines, newest last; the last `limit` of them. */
  movements(of: MovementQuery, limit: number): Promise<Movement[]>
  findOutcome(commandId: string): Promise<StoredOutcome | undefined>
  /** Many reads of one moment, at the cost of one. `work` waits for nothing but the reader it is given. */
  together<T>(work: (reader: LedgerReader) => Promise<T>): Promise<T>
}

/** Rows whose index equals `equals` (an array for a compound index, which may be a prefix), in index
 *  order; without `index` all rows by id. Never without a limit. */
export interface ListQuery<T extends TableName> {
  readonly index?: IndexName<T>
  readonly equals?: string | readonly (string | number)[]
  /** Only rows whose last part of the compound index is greater: the next page. */
  readonly after?: string | number
  readonly limit: number
}

/** Several values of one plain index at once. */
export interface ListManyQuery<T extends TableName> {
  readonly index: IndexName<T> & keyof Tables[T] & string
  readonly anyOf: readonly string[]
  readonly limit: number
}

export type BalanceQuery =
  | { readonly placeId: PlaceId }
  | { readonly placeIds: readonly PlaceId[] }
  | { readonly skuId: SkuId }
  | { readonly skuIds: readonly SkuId[] }
  | { readonly keys: readonly string[] }

export type MovementQuery =
  | { readonly skuId: SkuId }
  | { readonly docRef: string }
  | { readonly commandId: string }

/** Who did it, where, when: everything of a command but what it asks for. */
export interface CommandStamp {
  readonly id: string
  readonly station: string
  readonly incarnation: string
  readonly name: string
  readonly version: number
  readonly args: Json
  readonly baseG: number
  readonly atMs: number
  readonly monoMs: number
  readonly operatorId: string
  readonly lease: { readonly id: string; readonly fence: number } | null
}

/** A command as it is stored and will be sent: with its place in the station's gapless order. */
export interface Command extends CommandStamp {
  readonly seq: number
  readonly bodyHash: string
}

/** What a command did, so that it can be taken back: its movements and the rows it replaced. */
export interface Reversal {
  readonly movements: readonly Movement[]
  readonly rows: readonly { table: TableName; id: string; before: Json }[]
}

export type Outcome =
  | { readonly kind: 'accepted'; readonly seq: number; readonly result: Json }
  | {
      readonly kind: 'rejected'
      readonly reason: string
      readonly retryable: boolean
      readonly params: Readonly<Record<string, string | number>>
    }

export interface StoredOutcome {
  readonly id: string
  readonly name: string
  readonly argsHash: string
  readonly outcome: Outcome
  readonly reversal: Reversal | null
}

/** Where a person is in a job, saved with the command that moved it on. */
export interface SessionSave {
  readonly workflowId: string
  readonly state: Json
  readonly inFlight: { readonly id: string; readonly name: string; readonly args: Json } | null
  /** The step just taken (its state before and its command), or how many steps were undone. */
  readonly step:
    | { readonly kind: 'push'; readonly before: Json; readonly commandId: string | null }
    | { readonly kind: 'pop' }
    | { readonly kind: 'none' }
}

export interface LedgerTx extends LedgerReader {
  /** Writes everything of one accepted command at once: the command with the next `seq` (outbox),
   *  movements, balances, documents, outcome, audit row, and the session where one is given. */
  commit(stamp: CommandStamp, decision: Accept, session: SessionSave | null): Promise<Committed>
  /** Stores a refusal under the command's id: it takes no `seq` and goes to no outbox. */
  refuse(stamp: CommandStamp, decision: Reject): Promise<StoredOutcome>
}

export interface Committed {
  readonly command: Command
  readonly stored: StoredOutcome
  readonly movements: readonly Movement[]
  readonly puts: readonly Put[]
}

/** The one place where stock lives. Implemented on IndexedDB, later on PostgreSQL. */
export interface Ledger {
  /** `workflowId`: the job whose session will be saved with it; what stands there is read ahead. */
  transact<R>(work: (tx: LedgerTx) => Promise<R>, workflowId?: string): Promise<R>
  readonly reader: LedgerReader
  /** The hash a stored command's args are compared by. */
  argsHash(args: Json): string
}

/** Told of each commit after it is durable; the second copy of the station's work hangs here. */
export interface Journal {
  append(committed: Committed): void
}
