import { type PlaceId, type SkuId, isOutside } from '@/domain/record/place.ts'
import { lotIdOf } from '@/domain/record/sku.ts'
import { type Balance, balanceQty } from '@/domain/stock/balance.ts'
import type { FreeStock } from '@/domain/stock/chooseStock.ts'
import type { LedgerReader } from './ports/ledger.ts'

/** Open promises of one SKU that are looked at; more than a day's orders of one SKU. */
const PROMISES_MAX = 5_000
const COUNTS_MAX = 200

/** What is free to reserve of each SKU: available stock in storage bins less open promises. A bin where
 *  a picker just missed the SKU gives nothing until it was counted. */
export async function loadFreeStock(
  reader: LedgerReader,
  skuIds: readonly SkuId[],
): Promise<Record<string, readonly FreeStock[]>> {
  const loaded = await Promise.all(skuIds.map((skuId) => loadOne(reader, skuId)))
  return Object.fromEntries(skuIds.map((skuId, i) => [skuId, loaded[i] ?? []]))
}

async function loadOne(reader: LedgerReader, skuId: SkuId): Promise<FreeStock[]> {
  const all = await reader.balances({ skuId })
  const balances = all.filter((row) => isStored(row))
  if (balances.length === 0) return []
  const [promises, counts, bins, lots] = await Promise.all([
    reader.list('allocations', { index: 'openSku', equals: skuId, limit: PROMISES_MAX }),
    reader.list('countTasks', { index: 'openSku', equals: skuId, limit: COUNTS_MAX }),
    reader.getMany(
      'bins',
      balances.map((row) => row.placeId),
    ),
    reader.getMany(
      'lots',
      balances.map((row) => lotIdOf(skuId, row.lot)),
    ),
  ])
  const counted = new Set<PlaceId>(counts.map((task) => task.binId))
  return balances.flatMap((row, i): FreeStock[] => {
    const bin = bins[i]
    if (bin?.zone !== 'storage' || bin.role === 'staging' || counted.has(bin.id)) return []
    const promised = promises
      .filter((promise) => promise.placeId === row.placeId && promise.lot === row.lot)
      .reduce((sum, promise) => sum + promise.qty, 0)
    const expiresOn = lots[i]?.expiresOn ?? ''
    const freeQty = balanceQty(row) - promised
    return [{ binId: bin.id, role: bin.role, lot: row.lot, expiresOn, freeQty }]
  })
}

const isStored = (row: Balance): boolean =>
  row.state === 'available' && !isOutside(row.placeId) && row.placeId.startsWith('bin:')
