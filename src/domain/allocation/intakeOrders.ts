import type { Allocation, Order } from '../record/order.ts'
import { orderIdOf, shippableLines } from '../record/order.ts'
import type { ImportRun } from '../record/person.ts'
import { type Decision, type Put, accept, put, putNew, reject } from '../stock/decision.ts'
import { type DraftFacts, draftOrder } from './draftOrder.ts'
import { INTAKE_MAX, type OrderDraft } from './orderDraft.ts'
import { releaseAllocation } from './releaseAllocation.ts'

export interface IntakeArgs {
  readonly orders: readonly OrderDraft[]
  /** How far the file has come with these orders. */
  readonly run?: ImportRun
}

export interface IntakeFacts extends DraftFacts {
  readonly known: ReadonlyMap<string, Order>
  /** Allocations of the known orders that the drafts change. */
  readonly allocations: readonly Allocation[]
  /** Orders whose goods lie in a tote already. */
  readonly inTote: ReadonlySet<string>
}

/** How many orders of one intake ended where. */
export type IntakeCounts = {
  added: number
  changed: number
  unchanged: number
  held: number
  intercepted: number
}

/** Takes orders in: new ones are filed, unchanged ones left alone, changed ones adapted. What was
 *  reserved for an order that is cancelled, held or has other lines is released; where work has begun
 *  the order is intercepted instead. Reservation follows as a command of its own. */
export function intakeOrders(facts: IntakeFacts, args: IntakeArgs): Decision<'order.tooMany'> {
  if (args.orders.length > INTAKE_MAX) return reject('order.tooMany', { max: INTAKE_MAX })
  const rows = new Map<string, Order>()
  const puts = new Map<string, Put>()
  const counts: IntakeCounts = { added: 0, changed: 0, unchanged: 0, held: 0, intercepted: 0 }
  for (const draft of args.orders) {
    const id = orderIdOf(draft.shop, draft.orderNo)
    const known = rows.get(id) ?? facts.known.get(id)
    const next = takeIn(draft, known, facts)
    counts[next ? (known ? 'changed' : 'added') : 'unchanged'] += 1
    if (!next) continue
    if (next.state === 'held') counts.held += 1
    if (next.intercept !== 'none' && known?.intercept === 'none') counts.intercepted += 1
    rows.set(id, next)
    if (draft.pii) puts.set(`pii:${draft.pii.id}`, putNew('pii', draft.pii))
  }
  const released = facts.allocations.filter((row) => isLost(row, rows.get(row.orderId)))
  return accept(
    [],
    [
      ...[...rows.values()].map((row) => (facts.known.has(row.id) ? put : putNew)('orders', row)),
      ...puts.values(),
      ...released.map((row) => put('allocations', releaseAllocation(row))),
      ...(args.run ? [put('importRuns', args.run)] : []),
    ],
    counts,
  )
}

const isLost = (row: Allocation, order: Order | undefined): boolean =>
  row.state === 'open' && order !== undefined && waits.has(order.state)

/** States an order has while nothing is reserved for it. */
const waits: ReadonlySet<Order['state']> = new Set([
  'unpaid',
  'held',
  'toShip',
  'cancelled',
  'closed',
])
const begun: ReadonlySet<Order['state']> = new Set(['picking', 'picked', 'packed'])

/** The order after this draft; null = the draft says nothing new. */
function takeIn(draft: OrderDraft, known: Order | undefined, facts: IntakeFacts): Order | null {
  if (!known) return draftOrder(draft, facts)
  if (known.revision === draft.revision) return null
  if (known.state === 'handedOver') return { ...known, revision: draft.revision }
  if (begun.has(known.state) || facts.inTote.has(known.id)) return takeInBegun(draft, known, facts)
  const fresh = keepIssued(freshOrder(draft, known, facts), known)
  const keeps = known.state === 'allocated' && fresh.state === 'toShip' && sameLines(known, fresh)
  return keeps ? { ...fresh, state: 'allocated' } : fresh
}

/** The platform's number goes on standing for the order as long as it goes to the same receiver. */
function keepIssued(fresh: Order, known: Order): Order {
  const { issuedWaybillNo } = known
  if (issuedWaybillNo === undefined || !sameReceiver(known, fresh)) return fresh
  const holds = fresh.holds.filter((hold) => hold !== 'printComponent')
  const isFree = fresh.state === 'held' && holds.length === 0
  return { ...fresh, holds, issuedWaybillNo, state: isFree ? 'toShip' : fresh.state }
}

/** A term that was counted from when the order first came in is not put off by a later word of it. */
function freshOrder(draft: OrderDraft, known: Order, facts: IntakeFacts): Order {
  const fresh = draftOrder(draft, facts)
  const isToldWhen = draft.shipByMs > 0 || draft.paidAtMs > 0 || draft.placedAtMs > 0
  return isToldWhen ? fresh : { ...fresh, shipByMs: known.shipByMs }
}

/** Goods are in somebody's hands: they are stopped by the intercept, the state stays what it is. */
function takeInBegun(draft: OrderDraft, known: Order, facts: IntakeFacts): Order {
  // Shipped, says the shop: that was us.
  if (draft.state === 'closed') return { ...known, revision: draft.revision }
  const fresh = keepIssued(freshOrder(draft, known, facts), known)
  const { state, holds, missingSkus } = known
  const kept = { ...fresh, state, holds, ...(missingSkus ? { missingSkus } : {}) }
  if (fresh.state === 'cancelled' || fresh.state === 'unpaid')
    return { ...kept, lines: known.lines, totalQty: known.totalQty, intercept: 'cancelled' }
  const asksRefund = draft.holds.includes('refund')
  const differs = asksRefund || !sameLines(known, fresh) || !sameReceiver(known, fresh)
  // What the shop's new word asks for (a refund, a risk check) has to hold it after it was stopped.
  return differs
    ? { ...kept, holds: [...new Set([...holds, ...fresh.holds])], intercept: 'changed' }
    : kept
}

function sameLines(a: Order, b: Order): boolean {
  const text = (order: Order) =>
    JSON.stringify(shippableLines(order).map(({ line, skuId, qty }) => [line, skuId, qty]))
  return text(a) === text(b)
}

/** The masked text only: the encrypted row gets a new name with every import. */
function sameReceiver(a: Order, b: Order): boolean {
  const text = ({ receiver }: Order) => JSON.stringify({ ...receiver, piiId: null })
  return text(a) === text(b)
}
