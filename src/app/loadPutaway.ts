import type { BinRoom, PutawayPiece } from '@/domain/putaway/binRoom.ts'
import { skuVolumeMm3 } from '@/domain/putaway/binRoom.ts'
import { isGoodBin, rankedLevels, SUGGESTIONS_MAX } from '@/domain/putaway/suggestBins.ts'
import type { Bin, PlaceId } from '@/domain/record/place.ts'
import type { Sku } from '@/domain/record/sku.ts'
import { type Balance, balanceQty } from '@/domain/stock/balance.ts'
import type { LedgerReader } from './ports/ledger.ts'

/** Bins looked at together. */
const PAGE_BINS = 48
/** Bins looked at for one suggestion at most: the time of a scan does not grow with the warehouse. */
const LOOK_BINS_MAX = 192
const HOLDING_BINS_MAX = 24

/** What lies in each bin, in the order of the bins. */
export async function loadRooms(reader: LedgerReader, bins: readonly Bin[]): Promise<BinRoom[]> {
  const placeIds: PlaceId[] = bins.map((bin) => bin.id)
  const balances = await reader.balances({ placeIds })
  const skuIds = [...new Set(balances.map((balance) => balance.skuId))]
  const found = await reader.getMany('skus', skuIds)
  const skus = new Map(skuIds.map((id, i) => [id, found[i]]))
  const byBin = new Map<PlaceId, Balance[]>(placeIds.map((id) => [id, []]))
  for (const balance of balances) byBin.get(balance.placeId)?.push(balance)
  return bins.map((bin) => toRoom(bin, byBin.get(bin.id) ?? [], (id) => skus.get(id)))
}

function toRoom(
  bin: Bin,
  balances: readonly Balance[],
  skuOf: (id: Balance['skuId']) => Sku | undefined,
): BinRoom {
  let usedMm3 = 0
  let usedG = 0
  for (const balance of balances) {
    const sku = skuOf(balance.skuId)
    if (!sku) continue
    usedMm3 += skuVolumeMm3(sku) * balanceQty(balance)
    usedG += sku.weightG * balanceQty(balance)
  }
  const skuIds = [...new Set(balances.map((balance) => balance.skuId))]
  const lotIds = [...new Set(balances.map(({ skuId, lot }) => `${skuId}|${lot}`))]
  return { bin, usedMm3, usedG, skuIds, lotIds }
}

/** Rooms worth ranking for the pieces: bins that hold the SKU already, then bins of the levels that fit
 *  its ABC class, page by page, until enough are good. `nearCode`: the bin put into last; the pages
 *  begin there, so that full bins at the front are not looked at again for every item. */
export async function loadCandidates(
  reader: LedgerReader,
  piece: PutawayPiece,
  nearCode: string,
): Promise<BinRoom[]> {
  const rooms = await loadHolding(reader, piece.sku)
  const isEnough = () => rooms.filter((room) => isGoodBin(room, piece)).length >= SUGGESTIONS_MAX
  let looked = 0
  for (const level of rankedLevels(piece.sku.abcClass))
    for (const start of nearCode === '' ? [''] : [nearCode, '']) {
      let after = start
      while (!isEnough() && looked < LOOK_BINS_MAX) {
        const page = await loadPage(reader, level, after)
        looked += page.length
        const known = new Set(rooms.map((room) => room.bin.id))
        rooms.push(
          ...(await loadRooms(
            reader,
            page.filter((bin) => !known.has(bin.id)),
          )),
        )
        after = page.at(-1)?.code ?? ''
        if (page.length < PAGE_BINS) break
      }
    }
  return rooms
}

const loadPage = (reader: LedgerReader, level: number, after: string): Promise<Bin[]> =>
  reader.list('bins', {
    index: 'zone+level+code',
    equals: ['storage', level],
    after,
    limit: PAGE_BINS,
  })

async function loadHolding(reader: LedgerReader, sku: Sku): Promise<BinRoom[]> {
  const balances = await reader.balances({ skuId: sku.id })
  const binIds = balances
    .filter(({ placeId, state }) => placeId.startsWith('bin:') && state === 'available')
    .map(({ placeId }) => placeId)
  const bins = await reader.getMany('bins', [...new Set(binIds)].slice(0, HOLDING_BINS_MAX))
  return loadRooms(
    reader,
    bins.filter((bin): bin is Bin => bin !== undefined && bin.role !== 'staging'),
  )
}
