import type { ToteId, ZoneKind } from '@/domain/record/place.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import type { ToteItem } from '@/domain/picking/stopOrder.ts'
import type { LedgerReader } from './ports/ledger.ts'

/** Where goods of a stopped order are put aside, in this order of preference. */
const asideZones: readonly ZoneKind[] = ['sort', 'pack', 'returns', 'ship']

/** Code of the bin where a stopped order's goods go; '' where the warehouse has none. */
export async function loadAsideBin(reader: LedgerReader): Promise<string> {
  const lists = await Promise.all(
    asideZones.map((zone) => reader.list('bins', { index: 'zone', equals: zone, limit: 1 })),
  )
  return lists.flat()[0]?.code ?? ''
}

/** What lies in a tote. */
export async function loadToteItems(reader: LedgerReader, toteId: ToteId): Promise<ToteItem[]> {
  const balances = await reader.balances({ placeId: toteId })
  return balances
    .filter((row) => row.state === 'available' && balanceQty(row) > 0)
    .map((row) => ({ skuId: row.skuId, lot: row.lot, qty: balanceQty(row) }))
}
