import type { SkuId } from '@/domain/record/place.ts'
import type { Order } from '@/domain/record/order.ts'
import type { Committed, Journal } from './ports/ledger.ts'
import { type RunContext, runCommand } from './runCommand.ts'

/** Orders per command: enough to share what a command costs by itself, few enough that a scan in between
 *  hardly waits. */
const RESERVE_CHUNK = 50
/** Held orders looked at for one SKU that arrived. */
const WAITING_MAX = 500

export interface ReserveContext extends RunContext {
  newId(): string
  /** Resolves when no scan waits for its answer; absent where nobody scans. */
  giveWay?(): Promise<void>
}

/** Reserves stock for every paid order that waits for it, the most urgent first, in small commands.
 *  Ends when no order is left to try; returns how many were tried. */
export async function reserveOrders(ctx: ReserveContext): Promise<number> {
  let tried = 0
  for (;;) {
    const open = await mostUrgent(ctx)
    if (open.length === 0) return tried
    await reserveChunk(ctx, open)
    tried += open.length
  }
}

/** The first orders that may be reserved. Intercepted ones stand in the same queue, however many: they are
 *  looked past. */
async function mostUrgent({ ledger }: ReserveContext): Promise<Order[]> {
  for (let limit = RESERVE_CHUNK; ; limit *= 2) {
    const waiting = await ledger.reader.list('orders', {
      index: 'state+shipByMs',
      equals: ['toShip'],
      limit,
    })
    const open = waiting.filter((order) => order.intercept === 'none').slice(0, RESERVE_CHUNK)
    if (open.length > 0 || waiting.length < limit) return open
  }
}

/** Tries again the orders that were held because one of these SKUs was missing. */
export async function reserveArrived(
  ctx: ReserveContext,
  skuIds: readonly SkuId[],
): Promise<number> {
  const waiting = new Map<string, Order>()
  for (const skuId of skuIds) {
    const rows = await ctx.ledger.reader.list('orders', {
      index: 'missingSkus',
      equals: skuId,
      limit: WAITING_MAX,
    })
    for (const row of rows) waiting.set(row.id, row)
  }
  const urgent = [...waiting.values()].sort((a, b) => a.shipByMs - b.shipByMs)
  for (let i = 0; i < urgent.length; i += RESERVE_CHUNK)
    await reserveChunk(ctx, urgent.slice(i, i + RESERVE_CHUNK))
  return urgent.length
}

async function reserveChunk(ctx: ReserveContext, orders: readonly Order[]): Promise<void> {
  await ctx.giveWay?.()
  const orderIds = orders.map((order) => order.id)
  await runCommand(ctx, ctx.newId(), 'allocation.allocateOrders', { orderIds })
}

/** Keeps the reservations up with the work: hears of every commit through the journal, and reserves
 *  whenever orders came in or stock arrived. `settle` resolves when nothing is left to do. */
export interface Reserver extends Journal {
  settle(): Promise<void>
  /** Starts no run while `work` goes on: an import and the reservations for it would hold each other
   *  up, and the scans between them. */
  restDuring<T>(work: () => Promise<T>): Promise<T>
}

/** `ctx` writes through the same door; its own commits come back through `append` and end there.
 *  Starts with a run over everything that waits. `onFault` gets what a run threw; the next commit
 *  tries again. */
export function createReserver(ctx: ReserveContext, onFault: (fault: unknown) => void): Reserver {
  const arrived = new Set<SkuId>()
  let hasOrders = true
  let isRunning = false
  let rests = 0
  let latest: Promise<void> = Promise.resolve()

  /** `isRunning` ends in the same breath as the last look at what is left: nothing is missed between. */
  async function drain(): Promise<void> {
    isRunning = true
    try {
      while (hasOrders || arrived.size > 0) {
        const skuIds = [...arrived]
        arrived.clear()
        hasOrders = false
        if (skuIds.length > 0) await reserveArrived(ctx, skuIds)
        await reserveOrders(ctx)
      }
    } catch (fault) {
      hasOrders = true
      onFault(fault)
    }
    isRunning = false
  }
  const run = (): Promise<void> => {
    if (!isRunning) latest = drain()
    return latest
  }
  return {
    append(committed) {
      if (committed.command.name === 'allocation.allocateOrders') return
      for (const skuId of arrivedSkus(committed)) arrived.add(skuId)
      if (committed.puts.some((item) => item.table === 'orders' && item.row.state === 'toShip'))
        hasOrders = true
      if (rests === 0 && (hasOrders || arrived.size > 0)) void run()
    },
    settle: run,
    async restDuring(work) {
      rests += 1
      try {
        return await work()
      } finally {
        rests -= 1
        if (rests === 0) void run()
      }
    },
  }
}

function arrivedSkus(committed: Committed): SkuId[] {
  const into = committed.movements.filter(
    ({ to }) => to.state === 'available' && to.placeId.startsWith('bin:'),
  )
  const freed = committed.puts.flatMap((item) =>
    item.table === 'allocations' && item.row.state === 'released' ? [item.row.skuId] : [],
  )
  return [...new Set([...into.map((movement) => movement.skuId), ...freed])]
}
