import type { TableName, Tables } from '@/domain/record/tables.ts'
import type { MovementDraft } from '@/domain/stock/movement.ts'
import {
  type ReverseArgs,
  type ReverseFacts,
  type ReversedRow,
  loweredBy,
} from '@/domain/stock/reverseCommand.ts'
import type { LedgerReader, Reversal, StoredOutcome } from './ports/ledger.ts'

/** What taking one command back asks for; `voidLabel`: also where its label may be on paper. */
export function reverseArgsOf(stored: StoredOutcome, voidLabel: boolean): ReverseArgs {
  const movements = (stored.reversal?.movements ?? []).map(toDraft)
  return { commandId: stored.id, movements, voidLabel }
}

/** What a movement says, without who wrote it. */
const toDraft = ({ skuId, lot, qty, from, to, reason, docRef }: MovementDraft): MovementDraft => ({
  skuId,
  lot,
  qty,
  from,
  to,
  reason,
  docRef,
})

/** What must be known to take a command back: its rows as they were and are, and what lies where it laid
 *  goods. */
export async function loadReverseFacts(
  reader: LedgerReader,
  args: ReverseArgs,
): Promise<ReverseFacts> {
  const stored = await reader.findOutcome(args.commandId)
  const reversal = stored?.reversal ?? null
  if (!reversal) return { known: false, rows: [], balances: [] }
  const keys = loweredBy(args).map(({ key }) => key)
  const [rows, balances] = await Promise.all([
    loadRows(reader, reversal),
    keys.length > 0 ? reader.balances({ keys }) : [],
  ])
  return { known: true, rows, balances }
}

/** What a command wrote beside what stands there now. */
function loadRows(reader: LedgerReader, { rows }: Reversal): Promise<ReversedRow[]> {
  return Promise.all(
    rows.map(async ({ table, id, before }) => {
      const current = (await reader.get(table, id)) ?? null
      return { table, id, before: before as Tables[TableName] | null, current }
    }),
  )
}
