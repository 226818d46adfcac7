import type { Allocation, CountTask, Order } from '../record/order.ts'
import type { Bin, BinId } from '../record/place.ts'
import { type FreeStock, type StockChoice, chooseStock } from '../stock/chooseStock.ts'
import { type Decision, type Put, accept, put, reject } from '../stock/decision.ts'
import {
  type PickArgs,
  type PickFacts,
  type PickRefusal,
  closeLine,
  closed,
  pickMovement,
  pickRefusal,
  pickedOrder,
} from './confirmPick.ts'
import type { PickSpot } from './pickStop.ts'
import { pickLineOf } from './takeOrder.ts'

export interface ShortFacts extends PickFacts {
  readonly free: readonly FreeStock[]
  readonly bins: ReadonlyMap<BinId, Bin>
  readonly today: string
  readonly commandId: string
  readonly atMs: number
}

export type ShortResult = {
  /** Other bins, or another lot of the same bin, that serve the rest. */
  readonly spots: readonly PickSpot[]
  /** Pieces nothing serves: the order is held for them. */
  readonly missingQty: number
}

/** The bin has less than promised: `args.qty` pieces (0 = none) are taken, the rest is promised from
 *  other stock or the order is held for it, and the bin is to be counted. */
export function shortPick(facts: ShortFacts, args: PickArgs): Decision<PickRefusal> {
  const refusal = pickRefusal(facts, args)
  if (refusal) return refusal
  const { task, order, allocation } = facts
  if (!task || !order || !allocation) return reject('pick.lineGone')
  const restQty = allocation.qty - args.qty
  if (restQty <= 0) return reject('pick.qtyWrong', { qty: allocation.qty })
  const others = facts.free.filter((o) => o.binId !== args.binId || o.lot !== args.lot)
  const choices = chooseStock(restQty, others, facts.today)
  const missingQty = restQty - choices.reduce((sum, choice) => sum + choice.qty, 0)
  const added = choices.map((choice, i) => promise(allocation, choice, `${facts.commandId}#${i}`))
  const line = { pickedQty: args.qty, state: 'short' } as const
  const result: ShortResult = { spots: added.map((row) => spotOf(row, facts)), missingQty }
  return accept(
    args.qty > 0 ? [pickMovement(args)] : [],
    [
      put('allocations', closed(allocation, args.qty > 0 ? 'consumed' : 'released', args.qty)),
      ...added.map((row) => put('allocations', row)),
      put('pickTasks', closeLine(task, allocation.id, line, added.map(pickLineOf))),
      put('countTasks', countTask(facts, args)),
      ...orderPut(facts, order, { missingQty, isOpen: added.length > 0 }),
    ],
    result,
  )
}

function orderPut(
  facts: ShortFacts,
  order: Order,
  rest: { missingQty: number; isOpen: boolean },
): Put[] {
  const skuId = facts.allocation?.skuId
  const held: Order =
    rest.missingQty > 0 && skuId
      ? {
          ...order,
          holds: ['stockMissing'],
          missingSkus: [...new Set([...(order.missingSkus ?? []), skuId])],
        }
      : order
  const isLast = !rest.isOpen && facts.openIds.every((id) => id === facts.allocation?.id)
  if (isLast) return [put('orders', pickedOrder(held))]
  return rest.missingQty > 0 ? [put('orders', held)] : []
}

function promise(from: Allocation, choice: StockChoice, id: string): Allocation {
  const { orderId, orderLine, skuId } = from
  const { binId: placeId, lot, qty } = choice
  const open = { openSku: skuId, openPlace: placeId }
  return { id, orderId, orderLine, skuId, placeId, lot, qty, state: 'open', ...open }
}

function spotOf(row: Allocation, facts: ShortFacts): PickSpot {
  const { binId } = pickLineOf(row)
  const bin = facts.bins.get(binId)
  const stock = facts.free.find((option) => option.binId === binId && option.lot === row.lot)
  return {
    allocationId: row.id,
    binId,
    corridor: bin?.corridor ?? '',
    rack: bin?.rack ?? 0,
    level: bin?.level ?? 0,
    position: bin?.position ?? 0,
    lot: row.lot,
    expiresOn: stock?.expiresOn ?? '',
    qty: row.qty,
  }
}

/** Until it is counted, nothing of this SKU is promised from the bin. */
function countTask(facts: ShortFacts, args: PickArgs): CountTask {
  return {
    id: `count:${facts.commandId}`,
    binId: args.binId,
    skuId: args.skuId,
    reason: 'shortPick',
    state: 'open',
    openedAtMs: facts.atMs,
    docRef: args.orderId,
    openSku: args.skuId,
  }
}
