import type { BinId, SkuId } from '../record/place.ts'
import type { ImportRun } from '../record/person.ts'
import { balanceKey } from '../stock/balance.ts'
import { type Decision, type Put, accept, put } from '../stock/decision.ts'
import type { MovementDraft, StockState } from '../stock/movement.ts'

/** What one bin holds of one SKU, lot and state on the first day. `qty` in pieces, > 0. */
export interface OpeningRow {
  readonly binId: BinId
  readonly skuId: SkuId
  readonly lot: string
  readonly producedOn: string
  readonly expiresOn: string
  readonly state: StockState
  readonly qty: number
}

export interface OpeningStockArgs {
  readonly rows: readonly OpeningRow[]
  readonly docRef: string
  /** How far the file has come with these rows. */
  readonly run?: ImportRun
}

export interface OpeningStockFacts {
  /** Keys of balances that an earlier file has opened. */
  readonly opened: ReadonlySet<string>
}

/** The key an opening is known by: its place, SKU, lot and state. */
export const openingKey = (row: OpeningRow): string =>
  balanceKey({ placeId: row.binId, state: row.state }, row.skuId, row.lot)

/** Puts the first day's stock into the ledger, from `adjustment`. A place that was opened before is left
 *  alone: the same file twice, or an older file again, adds nothing. */
export function importOpeningStock(
  facts: OpeningStockFacts,
  args: OpeningStockArgs,
): Decision<never> {
  const movements: MovementDraft[] = []
  const puts: Put[] = []
  const seen = new Set(facts.opened)
  const lots = new Set<string>()
  for (const row of args.rows) {
    const id = openingKey(row)
    if (seen.has(id)) continue
    seen.add(id)
    movements.push(toMovement(row, args.docRef))
    puts.push(put('openings', { id, qty: row.qty }))
    const lotId = `${row.skuId}|${row.lot}`
    if (row.lot === '' || lots.has(lotId)) continue
    lots.add(lotId)
    const { skuId, lot, producedOn, expiresOn } = row
    puts.push(put('lots', { id: lotId, skuId, lot, producedOn, expiresOn }))
  }
  if (args.run) puts.push(put('importRuns', args.run))
  return accept(movements, puts, {
    written: movements.length,
    kept: args.rows.length - movements.length,
  })
}

function toMovement(row: OpeningRow, docRef: string): MovementDraft {
  const { skuId, lot, qty, state } = row
  return {
    skuId,
    lot,
    qty,
    from: { placeId: 'adjustment', state },
    to: { placeId: row.binId, state },
    reason: 'opening',
    docRef,
  }
}
