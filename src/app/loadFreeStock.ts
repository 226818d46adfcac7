import { isOutside, type SkuId } from '@/domain/record/place.ts'
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
  const balances = (await reader.balances({ skuIds })).filter(isStored)
  const stored = [...new Set(balances.map((row) => row.skuId))]
  const [promised, counted, binOf, expiryOf] = await Promise.all([
    loadPromised(reader, stored),
    loadCounted(reader, stored),
    loadBins(reader, balances),
    loadExpiry(reader, balances),
  ])
  const free = new Map<string, FreeStock[]>(skuIds.map((skuId) => [skuId, []]))
  for (const row of balances) {
    const bin = binOf.get(row.placeId)
    if (bin?.zone !== 'storage' || bin.role === 'staging') continue
    if (counted.has(`${row.skuId}|${bin.id}`)) continue
    const expiresOn = expiryOf.get(lotIdOf(row.skuId, row.lot)) ?? ''
    const freeQty = balanceQty(row) - (promised.get(stockKey(row)) ?? 0)
    free.get(row.skuId)?.push({ binId: bin.id, role: bin.role, lot: row.lot, expiresOn, freeQty })
  }
  return Object.fromEntries(free)
}

const isStored = (row: Balance): boolean =>
  row.state === 'available' && !isOutside(row.placeId) && row.placeId.startsWith('bin:')

const stockKey = (of: Pick<Balance, 'placeId' | 'skuId' | 'lot'>): string =>
  `${of.placeId}|${of.skuId}|${of.lot}`

/** Pieces promised to orders, by place, SKU and lot. */
async function loadPromised(
  reader: LedgerReader,
  skuIds: readonly SkuId[],
): Promise<ReadonlyMap<string, number>> {
  const of = { index: 'openSku', anyOf: skuIds, limit: PROMISES_MAX } as const
  const open = await reader.listMany('allocations', of)
  const promised = new Map<string, number>()
  for (const row of open) promised.set(stockKey(row), (promised.get(stockKey(row)) ?? 0) + row.qty)
  return promised
}

/** SKU and bin of each open count: its stock there is in doubt. */
async function loadCounted(
  reader: LedgerReader,
  skuIds: readonly SkuId[],
): Promise<ReadonlySet<string>> {
  const of = { index: 'openSku', anyOf: skuIds, limit: COUNTS_MAX } as const
  const counts = await reader.listMany('countTasks', of)
  return new Set(counts.map((task) => `${task.openSku}|${task.binId}`))
}

async function loadBins(reader: LedgerReader, balances: readonly Balance[]) {
  const ids = [...new Set<string>(balances.map((row) => row.placeId))]
  const bins = await reader.getMany('bins', ids)
  return new Map(ids.map((id, i) => [id, bins[i]]))
}

/** The last day of each lot that has a record; stock without a lot has none. */
async function loadExpiry(reader: LedgerReader, balances: readonly Balance[]) {
  const lots = balances.filter((row) => row.lot !== '')
  const ids = [...new Set(lots.map((row) => lotIdOf(row.skuId, row.lot)))]
  const rows = await reader.getMany('lots', ids)
  return new Map(ids.map((id, i) => [id, rows[i]?.expiresOn]))
}
