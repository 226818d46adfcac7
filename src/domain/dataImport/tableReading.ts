import type { Finding } from './finding.ts'
import type { RowFate } from './rowReader.ts'
import type { TableRows } from './readRows.ts'

/** How many rows went where. */
export interface RowCounts {
  /** Rows with data, repeats included. */
  readonly rows: number
  readonly in: number
  readonly held: number
  readonly refused: number
  readonly leftOut: number
  readonly skipped: number
}

/** What one table reads as. */
export interface TableReading<Draft> {
  readonly drafts: readonly Draft[]
  readonly findings: readonly Finding[]
  readonly counts: RowCounts
}

/** Puts the findings of a table in row order and counts what became of the rows. */
export function closeReading<Draft>(
  rows: TableRows,
  drafts: readonly Draft[],
  extra: readonly Finding[] = [],
): TableReading<Draft> {
  const findings = [
    ...rows.fileFindings,
    ...extra,
    ...rows.readers.flatMap((one) => one.findings()),
  ]
  const count = (fate: RowFate) => rows.readers.filter((one) => one.is(fate)).length
  return {
    drafts,
    findings,
    counts: {
      rows: rows.rowCount,
      in: count('in'),
      held: count('held'),
      refused: count('refused'),
      leftOut: count('leftOut'),
      skipped: count('skipped'),
    },
  }
}
