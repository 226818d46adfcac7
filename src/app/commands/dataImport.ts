import type { ImportRun } from '@/domain/record/person.ts'
import {
  type ImportRow,
  type ImportRowsArgs,
  type ImportableTable,
  importRows,
} from '@/domain/dataImport/mergeRows.ts'
import {
  type OpeningStockArgs,
  importOpeningStock,
  openingKey,
} from '@/domain/dataImport/importOpeningStock.ts'
import type { Tables } from '@/domain/record/tables.ts'
import { accept, put } from '@/domain/stock/decision.ts'
import { handler } from '../command.ts'
import type { LedgerReader } from '../ports/ledger.ts'

/** The stored rows beside the file's rows: one read a table, whatever the order of the rows. */
async function loadKnown(
  reader: LedgerReader,
  rows: readonly ImportRow[],
): Promise<(Tables[ImportableTable] | null)[]> {
  const known: (Tables[ImportableTable] | null)[] = rows.map(() => null)
  for (const table of new Set(rows.map((item) => item.table))) {
    const places = rows.flatMap((item, i) => (item.table === table ? [i] : []))
    const found = await reader.getMany(
      table,
      places.map((i) => rows[i]?.row.id ?? ''),
    )
    places.forEach((place, i) => {
      known[place] = found[i] ?? null
    })
  }
  return known
}

export const dataImportCommands = {
  'dataImport.importRows': handler({
    version: 1,
    facts: async (reader, args: ImportRowsArgs) => ({ known: await loadKnown(reader, args.rows) }),
    decide: importRows,
  }),
  'dataImport.importOpeningStock': handler({
    version: 1,
    async facts(reader, args: OpeningStockArgs) {
      const found = await reader.getMany('openings', args.rows.map(openingKey))
      return { opened: new Set(found.flatMap((row) => (row ? [row.id] : []))) }
    },
    decide: importOpeningStock,
  }),
  /** How far a file has come: an import that was cut off goes on there. */
  'dataImport.keepRun': handler({
    version: 1,
    facts: async () => null,
    decide: (_facts, args: { readonly run: ImportRun }) =>
      accept([], [put('importRuns', args.run)]),
  }),
}
