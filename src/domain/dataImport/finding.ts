import type { FindingCode } from './findingCodes.ts'

/** What the import does with the thing found.
 *  refuseFile: nothing is imported · refuseRow: this row is left out · ask: held until a person decides ·
 *  keep: taken over unchanged, with a notice · skip: not a data row or an exact repeat. */
export type FindingLevel = 'refuseFile' | 'refuseRow' | 'ask' | 'keep' | 'skip'

/** A person's answer to one `ask`: take the offered value, take it as it stands, or leave the row out. */
export type Choice = 'offer' | 'keep' | 'leaveOut'

export interface Decision {
  readonly row: number | null
  readonly column: string | null
  readonly code: FindingCode
  readonly choice: Choice
}

/** One thing a file's reader has to tell. row: record number from 1, null for the whole file; column:
 *  the heading as it stands in the file, null for the whole row. */
export interface Finding {
  readonly row: number | null
  readonly column: string | null
  readonly code: FindingCode
  readonly level: FindingLevel
  /** The cell as it stands in the file; long texts are cut. */
  readonly raw?: string
  /** The suggested value, in the unit of the column. */
  readonly offer?: string | number
  /** The earlier row this one repeats or contradicts. */
  readonly firstRow?: number
  /** Missing headings. */
  readonly columns?: readonly string[]
  /** What the words `finding.<code>` are filled with. */
  readonly params?: Readonly<Record<string, string | number>>
  /** Set when a person has already answered. */
  readonly choice?: Choice
}

/** The part of a finding that a field reader knows. `problem`: the order goes in, but is held in review. */
export interface Fault {
  readonly code: FindingCode
  readonly level: FindingLevel
  readonly offer?: string | number
  readonly params?: Readonly<Record<string, string | number>>
  readonly problem?: true
}

/** Decisions by place, as the readers look them up. */
export type DecisionIndex = ReadonlyMap<string, Choice>

/** Puts decisions in an index by row, column and code. */
export function indexDecisions(decisions: readonly Decision[]): DecisionIndex {
  return new Map(decisions.map((one) => [decisionKey(one), one.choice]))
}

/** The place of a decision or a finding as one string. */
export function decisionKey(place: Pick<Decision, 'row' | 'column' | 'code'>): string {
  return `${place.row ?? '-'}\n${place.column ?? '-'}\n${place.code}`
}
