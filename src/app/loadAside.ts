import type { Bin, ToteId, ZoneKind } from '@/domain/record/place.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import type { ToteItem } from '@/domain/picking/stopOrder.ts'
import type { LedgerReader } from './ports/ledger.ts'

/** Where goods of a stopped order are put aside: at the packing tables, where most of them turn up and
 *  nobody sorts for other orders; the further zones serve a warehouse that has no bin there. */
const asideZones: readonly ZoneKind[] = ['pack', 'sort', 'returns', 'ship']
/** Bins of one zone that are asked for at first; mostly the first of them is one. */
const ZONE_BINS = 100

/** Code of the bin where a stopped order's goods go, whichever job meets them: the first staging bin of
 *  the packing zone, else any bin of it, else one of the next zone; '' where the warehouse has none. */
export async function loadAsideBin(reader: LedgerReader): Promise<string> {
  for (const zone of asideZones) {
    const bin = await findAsideBin(reader, zone)
    if (bin) return bin.code
  }
  return ''
}

/** Looks on until a staging bin is found or the zone has no more: goods put into a bin that is picked
 *  from would be promised again. */
async function findAsideBin(reader: LedgerReader, zone: ZoneKind): Promise<Bin | undefined> {
  for (let limit = ZONE_BINS; ; limit *= 2) {
    const bins = await reader.list('bins', { index: 'zone', equals: zone, limit })
    const staging = bins.find((bin) => bin.role === 'staging')
    if (staging || bins.length < limit) return staging ?? bins[0]
  }
}

/** What lies in a tote. */
export async function loadToteItems(reader: LedgerReader, toteId: ToteId): Promise<ToteItem[]> {
  const balances = await reader.balances({ placeId: toteId })
  return balances
    .filter((row) => row.state === 'available' && balanceQty(row) > 0)
    .map((row) => ({ skuId: row.skuId, lot: row.lot, qty: balanceQty(row) }))
}
