import {
  type PutawayArgs,
  type PutawayFacts,
  confirmPutaway,
} from '@/domain/putaway/confirmPutaway.ts'
import { balanceKey, balanceQty } from '@/domain/stock/balance.ts'
import { handler } from '../command.ts'
import { loadRooms } from '../loadPutaway.ts'
import type { LedgerReader } from '../ports/ledger.ts'

async function loadFacts(reader: LedgerReader, args: PutawayArgs): Promise<PutawayFacts> {
  const place = { placeId: args.fromPlaceId, state: 'available' } as const
  const keys = args.lines.map((line) => balanceKey(place, line.skuId, line.lot))
  const [bin, balances, skus] = await Promise.all([
    reader.get('bins', args.binId),
    reader.balances({ keys }),
    reader.getMany(
      'skus',
      args.lines.map((line) => line.skuId),
    ),
  ])
  const qtyOf = new Map(balances.map((balance) => [balance.key, balanceQty(balance)]))
  const [room] = bin ? await loadRooms(reader, [bin]) : []
  const pieces = args.lines.flatMap(({ lot, qty }, i) => {
    const sku = skus[i]
    return sku ? [{ sku, lot, qty }] : []
  })
  return { room, pieces, stagedQty: keys.map((key) => qtyOf.get(key) ?? 0) }
}

export const putawayCommands = {
  'putaway.confirmPutaway': handler({ version: 1, facts: loadFacts, decide: confirmPutaway }),
}
