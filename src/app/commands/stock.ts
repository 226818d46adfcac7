import type { TableName, Tables } from '@/domain/record/tables.ts'
import {
  type ReverseArgs,
  type ReversedRow,
  reverseCommand,
} from '@/domain/stock/reverseCommand.ts'
import { type AskPrintsArgs, askPrints } from '@/domain/stock/askPrints.ts'
import { handler } from '../command.ts'
import type { LedgerReader, Reversal } from '../ports/ledger.ts'

/** Loads what a command wrote beside what stands there now. */
async function loadRows(reader: LedgerReader, reversal: Reversal): Promise<ReversedRow[]> {
  const rows: ReversedRow[] = []
  for (const { table, id, before } of reversal.rows) {
    const current = (await reader.get(table, id)) ?? null
    rows.push({ table, id, before: before as Tables[TableName] | null, current })
  }
  return rows
}

export const stockCommands = {
  'stock.askPrints': handler({
    version: 1,
    facts: async (_reader, _args: AskPrintsArgs) => null,
    decide: askPrints,
  }),
  'stock.reverseCommand': handler({
    version: 1,
    async facts(reader, args: ReverseArgs) {
      const stored = await reader.findOutcome(args.commandId)
      const reversal = stored?.reversal ?? null
      return {
        known: reversal !== null,
        rows: reversal ? await loadRows(reader, reversal) : [],
      }
    },
    decide: reverseCommand,
  }),
}
