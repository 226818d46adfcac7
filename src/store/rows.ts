import type { Json } from '@/kernel/json.ts'

/** The head of the station's history, in one row: every commit reads and moves it, so two tabs can
 *  never take the same number. A `storeEpoch` that is not the code's stops the write. */
export interface HeadRow {
  readonly key: 'head'
  readonly storeEpoch: number
  readonly station: string
  readonly incarnation: string
  readonly seq: number
  readonly auditSeq: number
  readonly auditHash: string
}

/** The bytes of one photo under their SHA-256; what it shows stands in the table `evidence`. */
export interface PhotoRow {
  readonly id: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

/** One line of the access log, chained to the one before by its hash. */
export interface AuditRow {
  readonly seq: number
  readonly atMs: number
  readonly who: string
  readonly what: string
  readonly ref: string
  readonly hash: string
}

/** A command waiting for the hub; `text` is sent unchanged, however often. */
export interface OutboxRow {
  readonly incarnation: string
  readonly seq: number
  readonly id: string
  readonly version: number
  readonly text: string
}

/** Where a person is in a job, so that a crash resumes exactly there. `steps` = undo depth. */
export interface WorkSessionRow {
  readonly workflowId: string
  readonly state: Json
  readonly inFlight: { readonly id: string; readonly name: string; readonly args: Json } | null
  readonly steps: number
}

export interface WorkStepRow {
  readonly workflowId: string
  readonly n: number
  readonly before: Json
  readonly commandId: string | null
}
