import type { HoldReason, Order } from '../record/order.ts'
import { orderIdOf, shippableLines } from '../record/order.ts'
import type { OrderDraft } from './orderDraft.ts'

/** When the shop sets no rule of its own. */
export const SHIP_WITHIN_HOURS = 24
const HOUR_MS = 3_600_000

export interface DraftFacts {
  /** SKUs of the drafts that the catalogue knows. */
  readonly knownSkus: ReadonlySet<string>
  /** Hours from payment to handover, per shop that has a rule. */
  readonly shipWithinHours: Readonly<Record<string, number>>
  /** When the drafts came in: what a term is counted from where the shop says nothing else. */
  readonly atMs: number
}

/** The order a draft makes when nothing has been done for it yet. */
export function draftOrder(draft: OrderDraft, facts: DraftFacts): Order {
  const { pii: _, holds: __, ...said } = draft
  const holds = draft.state === 'toShip' ? holdsOf(draft, facts.knownSkus) : []
  return {
    ...said,
    id: orderIdOf(draft.shop, draft.orderNo),
    state: stateOf(draft, holds),
    holds,
    intercept: 'none',
    shipByMs: shipByOf(draft, facts),
    totalQty: shippableLines(draft).reduce((sum, line) => sum + line.qty, 0),
  }
}

function stateOf(draft: OrderDraft, holds: readonly HoldReason[]): Order['state'] {
  if (draft.state !== 'toShip') return draft.state
  // All lines refunded: there is nothing left to ship, whatever the order's own state says.
  if (shippableLines(draft).length === 0 && holds.length === 0) return 'cancelled'
  return holds.length > 0 ? 'held' : 'toShip'
}

/** Example: paid at 10:00, shop rule 24 h -> 10:00 the day after. Not paid: from when it was placed; one
 *  of which neither is known: from now, so that it does not stand before every other order. */
export function shipByOf(draft: OrderDraft, { shipWithinHours, atMs }: DraftFacts): number {
  if (draft.shipByMs > 0) return draft.shipByMs
  const hours = shipWithinHours[draft.shop] ?? SHIP_WITHIN_HOURS
  return (draft.paidAtMs || draft.placedAtMs || atMs) + hours * HOUR_MS
}

function holdsOf(draft: OrderDraft, knownSkus: ReadonlySet<string>): HoldReason[] {
  const holds = new Set(draft.holds)
  if (shippableLines(draft).some((line) => !knownSkus.has(line.skuId))) holds.add('unknownSku')
  if (draft.receiver.kind !== 'plain') holds.add('printComponent')
  return [...holds]
}
