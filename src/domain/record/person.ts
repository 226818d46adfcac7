export type Role = 'clerk' | 'packer' | 'counter' | 'supervisor' | 'administrator' | 'auditor'

export interface Operator {
  readonly id: string
  readonly name: string
  readonly badge: string
  readonly roles: readonly Role[]
  readonly rev?: string
}

/** An encrypted personal record; only its key id, nonce and text are stored. */
export interface PiiRow {
  readonly id: string
  readonly k: string
  readonly iv: string
  readonly ct: string
  readonly rev?: string
}

/** One shop (sales channel) and its rules. */
export interface Shop {
  readonly id: string
  readonly name: string
  readonly shipWithinHours: number
  readonly rev?: string
}

/** A file that was imported: the same content twice changes nothing; `doneRows` resumes. */
export interface ImportRun {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly profile: string
  readonly rows: number
  readonly doneRows: number
  readonly refusedRows: number
  readonly state: 'running' | 'done'
  readonly atMs: number
  readonly rev?: string
}

/** What a bin held of one SKU, lot and state on the first day; imported once, whatever file says it. */
export interface Opening {
  readonly id: string
  readonly qty: number
  readonly rev?: string
}
