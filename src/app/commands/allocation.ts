import { dayOf } from '@/kernel/day.ts'
import { type AllocateArgs, allocateOrders } from '@/domain/allocation/allocateOrders.ts'
import { type CancelOrderArgs, cancelOrder } from '@/domain/allocation/cancelOrder.ts'
import { type IssueWaybillsArgs, issueWaybills } from '@/domain/allocation/issueWaybills.ts'
import { type IntakeArgs, intakeOrders } from '@/domain/allocation/intakeOrders.ts'
import type { OrderDraft } from '@/domain/allocation/orderDraft.ts'
import { type ReleaseHoldArgs, releaseHold } from '@/domain/allocation/releaseHold.ts'
import type { Allocation, Order } from '@/domain/record/order.ts'
import { orderIdOf, shippableLines } from '@/domain/record/order.ts'
import { handler } from '../command.ts'
import { loadFreeStock } from '../loadFreeStock.ts'
import type { LedgerReader } from '../ports/ledger.ts'

/** Promises of one order that are looked at: its lines, each from a few bins. */
const ORDER_PROMISES_MAX = 1_000

/** From so many orders on they are looked for in the queue. */
const RUN_MIN = 20

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]
const isRow = <T>(row: T | undefined): row is T => row !== undefined

async function allocationsOf(
  reader: LedgerReader,
  orderIds: readonly string[],
): Promise<Allocation[]> {
  const of = { index: 'orderId', anyOf: orderIds, limit: ORDER_PROMISES_MAX } as const
  return reader.listMany('allocations', of)
}

async function ordersInTotes(
  reader: LedgerReader,
  orderIds: readonly string[],
): Promise<Set<string>> {
  const totes = await reader.listMany('totes', { index: 'orderId', anyOf: orderIds, limit: 1 })
  return new Set(totes.flatMap((tote) => tote.orderId ?? []))
}

/** Orders whose reservation or tote the intake must know: known, and really changed. */
async function loadKnown(reader: LedgerReader, drafts: readonly OrderDraft[]) {
  const ids = unique(drafts.map((draft) => orderIdOf(draft.shop, draft.orderNo)))
  const rows = (await reader.getMany('orders', ids)).filter(isRow)
  const revisions = new Map(drafts.map((d) => [orderIdOf(d.shop, d.orderNo), d.revision]))
  const changed = rows.filter((row) => row.revision !== revisions.get(row.id)).map((row) => row.id)
  const [allocations, inTote] = await Promise.all([
    allocationsOf(reader, changed),
    ordersInTotes(reader, changed),
  ])
  return { known: new Map(rows.map((row) => [row.id, row])), allocations, inTote }
}

async function loadRules(reader: LedgerReader, drafts: readonly OrderDraft[]) {
  const skuIds = unique(drafts.flatMap((draft) => draft.lines.map((line) => line.skuId)))
  const shopIds = unique(drafts.map((draft) => draft.shop))
  const [skus, shops] = await Promise.all([
    reader.getMany('skus', skuIds),
    reader.getMany('shops', shopIds),
  ])
  const rules = shops.filter(isRow).map((shop) => [shop.id, shop.shipWithinHours] as const)
  return {
    knownSkus: new Set<string>(skus.filter(isRow).map((sku) => sku.id)),
    shipWithinHours: Object.fromEntries(rules),
  }
}

/** The orders the numbers are for, these numbers, and those the orders had before. */
async function loadIssued(reader: LedgerReader, { waybills }: IssueWaybillsArgs) {
  const orderIds = unique(waybills.map(({ shop, orderNo }) => orderIdOf(shop, orderNo)))
  const orders = (await reader.getMany('orders', orderIds)).filter(isRow)
  const before = orders.flatMap(({ issuedWaybillNo }) => issuedWaybillNo ?? [])
  const nos = unique([...waybills.map(({ waybillNo }) => waybillNo), ...before])
  const known = (await reader.getMany('waybills', nos)).filter(isRow)
  return {
    orders: new Map(orders.map((row) => [row.id, row])),
    waybills: new Map(known.map((row) => [row.id, row])),
  }
}

/** A whole run of orders is mostly the head of the queue, which is read in one request; the rest one by
 *  one. */
async function loadWaiting(reader: LedgerReader, orderIds: readonly string[]): Promise<Order[]> {
  const limit = orderIds.length
  const index = 'state+shipByMs'
  const queue =
    limit < RUN_MIN ? [] : await reader.list('orders', { index, equals: ['toShip'], limit })
  const known = new Map(queue.map((order) => [order.id, order]))
  const others = orderIds.filter((id) => !known.has(id))
  const found = others.length === 0 ? [] : await reader.getMany('orders', others)
  for (const row of found.filter(isRow)) known.set(row.id, row)
  return orderIds.flatMap((id) => known.get(id) ?? [])
}

const skusOf = (orders: readonly Order[]) =>
  unique(orders.flatMap((order) => shippableLines(order).map((line) => line.skuId)))

export const allocationCommands = {
  'allocation.intakeOrders': handler({
    version: 1,
    async facts(reader, args: IntakeArgs, context) {
      const [known, rules] = await Promise.all([
        loadKnown(reader, args.orders),
        loadRules(reader, args.orders),
      ])
      return { ...known, ...rules, atMs: context.atMs }
    },
    decide: intakeOrders,
  }),
  'allocation.issueWaybills': handler({
    version: 1,
    facts: (reader, args: IssueWaybillsArgs) => loadIssued(reader, args),
    decide: issueWaybills,
  }),
  'allocation.allocateOrders': handler({
    version: 1,
    async facts(reader, args: AllocateArgs, context) {
      const orders = await loadWaiting(reader, unique(args.orderIds))
      const [allocations, free] = await Promise.all([
        allocationsOf(
          reader,
          orders.map((order) => order.id),
        ),
        loadFreeStock(reader, skusOf(orders)),
      ])
      const today = dayOf(context.atMs)
      return { orders, allocations, free, today, commandId: context.id }
    },
    decide: allocateOrders,
  }),
  'allocation.releaseHold': handler({
    version: 1,
    facts: async (reader, args: ReleaseHoldArgs) => ({
      order: await reader.get('orders', args.orderId),
    }),
    decide: releaseHold,
  }),
  'allocation.cancelOrder': handler({
    version: 1,
    async facts(reader, args: CancelOrderArgs) {
      const [order, allocations, inTote] = await Promise.all([
        reader.get('orders', args.orderId),
        allocationsOf(reader, [args.orderId]),
        ordersInTotes(reader, [args.orderId]),
      ])
      return { order, allocations, inTote: inTote.size > 0 }
    },
    decide: cancelOrder,
  }),
}
