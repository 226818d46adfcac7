import { type BinFault, type PutawayPiece, fitPiece, fitPieces } from '@/domain/putaway/binRoom.ts'
import { type BinSuggestion, suggestBins } from '@/domain/putaway/suggestBins.ts'
import type { Bin, PlaceId, Tote } from '@/domain/record/place.ts'
import type { Sku } from '@/domain/record/sku.ts'
import { isReceivingStaging } from '@/domain/receiving/stagingBin.ts'
import { type Balance, balanceQty } from '@/domain/stock/balance.ts'
import { loadCandidates, loadRooms } from '@/app/loadPutaway.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { PutawayLoad } from '@/workflow/putaway/putawayWorkflow.ts'

/** One SKU and lot that waits in a staging bin. */
export interface StagedLot {
  readonly placeId: PlaceId
  readonly lot: string
  readonly qty: number
}

/** Where and how much of a SKU waits for put-away, in the order of its lots. */
export async function loadStagedLots(reader: LedgerReader, sku: Sku): Promise<StagedLot[]> {
  const inside = (await reader.balances({ skuId: sku.id })).filter(
    ({ placeId, state }) => placeId.startsWith('bin:') && state === 'available',
  )
  const bins = await reader.getMany(
    'bins',
    inside.map((balance) => balance.placeId),
  )
  const key = ({ lot, placeId }: StagedLot) => `${lot}|${placeId}`
  return inside
    .filter((_, i) => {
      const bin = bins[i]
      return bin !== undefined && isReceivingStaging(bin)
    })
    .map((balance) => ({
      placeId: balance.placeId,
      lot: balance.lot,
      qty: balanceQty(balance),
    }))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** All staged pieces of a SKU and lot, or `qty` of them, with the bins that suit. Where no bin takes
 *  all, as many as the best one takes. */
export async function loadItemLoad(
  reader: LedgerReader,
  of: { sku: Sku; code: string; staged: StagedLot; qty: number | null; nearCode: string },
): Promise<PutawayLoad> {
  const { sku, code, staged, nearCode } = of
  const piece: PutawayPiece = { sku, lot: staged.lot, qty: of.qty ?? staged.qty }
  const suggestions = suggestBins(piece, await loadCandidates(reader, piece, nearCode))
  const qty = of.qty ?? Math.min(staged.qty, suggestions[0]?.qty ?? staged.qty)
  return {
    kind: 'item',
    code,
    name: sku.name,
    lines: [{ skuId: sku.id, lot: staged.lot, qty }],
    fromPlaceId: staged.placeId,
    qty,
    stagedQty: staged.qty,
    suggestions,
  }
}

/** Everything in a tote, for one bin; null = nothing in it to put away. */
export async function loadToteLoad(
  reader: LedgerReader,
  tote: Tote,
  nearCode: string,
): Promise<PutawayLoad | null> {
  const balances = (await reader.balances({ placeId: tote.id })).filter(
    (balance) => balance.state === 'available',
  )
  const pieces = await loadPieces(reader, balances)
  const biggest = pieces.toSorted((a, b) => b.qty - a.qty)[0]
  if (!biggest || tote.orderId !== null) return null
  const qty = pieces.reduce((sum, piece) => sum + piece.qty, 0)
  return {
    kind: 'tote',
    code: tote.code,
    name: tote.code,
    lines: pieces.map((piece) => ({ skuId: piece.sku.id, lot: piece.lot, qty: piece.qty })),
    fromPlaceId: tote.id,
    qty,
    stagedQty: qty,
    suggestions: await suggestForAll(reader, pieces, biggest, nearCode),
  }
}

async function suggestForAll(
  reader: LedgerReader,
  pieces: readonly PutawayPiece[],
  biggest: PutawayPiece,
  nearCode: string,
): Promise<BinSuggestion[]> {
  const rooms = await loadCandidates(reader, biggest, nearCode)
  return suggestBins(
    biggest,
    rooms.filter((room) => fitPieces(room, pieces) === null),
  )
}

async function loadPieces(
  reader: LedgerReader,
  balances: readonly Balance[],
): Promise<PutawayPiece[]> {
  const skus = await reader.getMany(
    'skus',
    balances.map((balance) => balance.skuId),
  )
  return balances.flatMap((balance, i) => {
    const sku = skus[i]
    return sku ? [{ sku, lot: balance.lot, qty: balanceQty(balance) }] : []
  })
}

/** Whether a bin takes the load, and how many pieces of it. */
export async function checkBin(
  reader: LedgerReader,
  bin: Bin,
  load: PutawayLoad,
): Promise<{ fault: BinFault | null; freeQty: number }> {
  const [rooms, skus] = await Promise.all([
    loadRooms(reader, [bin]),
    reader.getMany(
      'skus',
      load.lines.map((line) => line.skuId),
    ),
  ])
  const pieces = load.lines.flatMap(({ lot, qty }, i) => {
    const sku = skus[i]
    return sku ? [{ sku, lot, qty }] : []
  })
  const [room] = rooms
  const [first] = pieces
  if (!room || !first) return { fault: 'notStorage', freeQty: 0 }
  return { fault: fitPieces(room, pieces), freeQty: fitPiece(room, first).qty }
}
