import type { Allocation, Order, OrderLine } from '../record/order.ts'
import { shippableLines } from '../record/order.ts'
import type { SkuId } from '../record/place.ts'
import {
  type FreeStock,
  type StockChoice,
  chooseStock,
  withoutChoices,
} from '../stock/chooseStock.ts'
import { type Decision, type Put, accept, put, putNew, reject } from '../stock/decision.ts'

/** So many orders one command may reserve for: kept small, since scans wait for it to end. */
export const ALLOCATE_MAX = 50

export interface AllocateArgs {
  readonly orderIds: readonly string[]
}

export interface AllocateFacts {
  readonly orders: readonly Order[]
  /** All promises of these orders: what is picked already is not reserved again. */
  readonly allocations: readonly Allocation[]
  readonly free: Readonly<Record<string, readonly FreeStock[]>>
  readonly today: string
  readonly commandId: string
}

export type AllocateCounts = { allocated: number; missing: number; skipped: number }

interface LineChoice extends StockChoice {
  readonly line: number
  readonly skuId: SkuId
}

/** Reserves stock for whole orders, the most urgent first; never more than is free. An order that
 *  cannot be served whole reserves nothing and waits, held with `stockMissing`. */
export function allocateOrders(
  facts: AllocateFacts,
  args: AllocateArgs,
): Decision<'order.tooMany'> {
  if (args.orderIds.length > ALLOCATE_MAX) return reject('order.tooMany', { max: ALLOCATE_MAX })
  const free = new Map(Object.entries(facts.free))
  const puts: Put[] = []
  const counts: AllocateCounts = { allocated: 0, missing: 0, skipped: 0 }
  let made = 0
  for (const order of [...facts.orders].sort((a, b) => a.shipByMs - b.shipByMs)) {
    if (!waitsForStock(order)) {
      counts.skipped += 1
      continue
    }
    const { choices, missing } = chooseForOrder(order, facts, free)
    counts[missing.length > 0 ? 'missing' : 'allocated'] += 1
    puts.push(put('orders', missing.length > 0 ? heldForStock(order, missing) : reserved(order)))
    if (missing.length > 0) continue
    for (const choice of choices) {
      made += 1
      take(free, choice)
      puts.push(
        putNew('allocations', openAllocation(order.id, `${facts.commandId}#${made}`, choice)),
      )
    }
  }
  return accept([], puts, counts)
}

/** True for a paid order nothing holds, and for one that only stock was missing for. */
export function waitsForStock(order: Order): boolean {
  if (order.intercept !== 'none') return false
  if (order.state === 'toShip') return true
  return order.state === 'held' && order.holds.every((hold) => hold === 'stockMissing')
}

function chooseForOrder(
  order: Order,
  facts: AllocateFacts,
  free: ReadonlyMap<string, readonly FreeStock[]>,
): { choices: LineChoice[]; missing: SkuId[] } {
  const own = new Map(free)
  const choices: LineChoice[] = []
  const missing: SkuId[] = []
  for (const line of shippableLines(order)) {
    const need = openQty(line, order.id, facts.allocations)
    const found = chooseStock(need, own.get(line.skuId) ?? [], facts.today)
    const foundQty = found.reduce((sum, choice) => sum + choice.qty, 0)
    if (foundQty < need) missing.push(line.skuId)
    const named = found.map((choice) => ({ ...choice, line: line.line, skuId: line.skuId }))
    for (const choice of named) take(own, choice)
    choices.push(...named)
  }
  return { choices, missing: [...new Set(missing)] }
}

function openQty(line: OrderLine, orderId: string, allocations: readonly Allocation[]): number {
  const served = allocations.filter(
    (row) => row.orderId === orderId && row.orderLine === line.line && row.state !== 'released',
  )
  return Math.max(0, line.qty - served.reduce((sum, row) => sum + row.qty, 0))
}

function take(free: Map<string, readonly FreeStock[]>, choice: LineChoice): void {
  free.set(choice.skuId, withoutChoices(free.get(choice.skuId) ?? [], [choice]))
}

function reserved(order: Order): Order {
  const { missingSkus: _, ...rest } = order
  return { ...rest, state: 'allocated', holds: [] }
}

function heldForStock(order: Order, missingSkus: readonly SkuId[]): Order {
  return { ...order, state: 'held', holds: ['stockMissing'], missingSkus }
}

function openAllocation(orderId: string, id: string, choice: LineChoice): Allocation {
  const { skuId, binId: placeId, lot, qty, line: orderLine } = choice
  const open = { openSku: skuId, openPlace: placeId }
  return { id, orderId, orderLine, skuId, placeId, lot, qty, state: 'open', ...open }
}
