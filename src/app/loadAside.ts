import type { ToteId, ZoneKind } from '@/domain/record/place.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import type { ToteItem } from '@/domain/picking/stopOrder.ts'
import type { LedgerReader } from './ports/ledger.ts'

/** Where goods of a stopped order are put aside: at the packing tables, where most of them turn up and
 *  nobody sorts for other orders; the further zones serve a warehouse that has no bin there. */
const asideZones: readonly ZoneKind[] = ['pack', 'sort', 'returns', 'ship']
/** Bins of one zone looked through for a staging bin. */
const ZONE_BINS_MAX = 100

/** Code of the bin where a stopped order's goods go, whichever job meets them: the first staging bin of
 *  the packing zone, else any bin of it, else one of the next zone; '' where the warehouse has none. */
export async function loadAsideBin(reader: LedgerReader): Promise<string> {
  const lists = await Promise.all(
    asideZones.map((zone) =>
      reader.list('bins', { index: 'zone', equals: zone, limit: ZONE_BINS_MAX }),
    ),
  )
  const bins = lists.find((list) => list.length > 0) ?? []
  const aside = bins.find((bin) => bin.role === 'staging') ?? bins[0]
  return aside?.code ?? ''
}

/** What lies in a tote. */
export async function loadToteItems(reader: LedgerReader, toteId: ToteId): Promise<ToteItem[]> {
  const balances = await reader.balances({ placeId: toteId })
  return balances
    .filter((row) => row.state === 'available' && balanceQty(row) > 0)
    .map((row) => ({ skuId: row.skuId, lot: row.lot, qty: balanceQty(row) }))
}
