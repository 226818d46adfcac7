import type { Steps } from '@/kernel/steps.ts'
import type { Finding } from './finding.ts'
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
export function* closeReading<Draft>(
  rows: TableRows,
  drafts: readonly Draft[],
  extra: readonly Finding[] = [],
): Steps<TableReading<Draft>> {
  const findings = [...rows.fileFindings, ...extra]
  const counts = { in: 0, held: 0, refused: 0, leftOut: 0, skipped: 0 }
  for (const reader of rows.readers) {
    for (const finding of reader.findings()) findings.push(finding)
    counts[reader.becomes] += 1
    yield
  }
  return { drafts, findings, counts: { rows: rows.rowCount, ...counts } }
}
