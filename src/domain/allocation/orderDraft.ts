import type { HoldReason, OrderLine, OrderReceiver } from '../record/order.ts'
import type { PiiRow } from '../record/person.ts'

/** What a shop can say of an order: `closed` = shipped or received without us, so nothing to do. */
export type DraftState = 'unpaid' | 'toShip' | 'cancelled' | 'closed'

/** One order as a shop's file or interface tells it, checked and complete. `paidAtMs`, `placedAtMs`
 *  0 = not known; an order of which only the day is known was placed at its first moment;
 *  `shipByMs` 0 = by the shop's rule. `holds`: what the import found wrong with it; stock and print
 *  component are found by the intake itself. `revision`: content hash of all of it. */
export interface OrderDraft {
  readonly orderNo: string
  readonly shop: string
  readonly state: DraftState
  readonly holds: readonly HoldReason[]
  readonly placedAtMs: number
  readonly paidAtMs: number
  readonly shipByMs: number
  readonly buyerNote: string
  readonly shopNote: string
  readonly flag: string
  readonly receiver: OrderReceiver
  /** The encrypted personal record that `receiver.piiId` names, or null; its id is always a fresh one. */
  readonly pii: PiiRow | null
  readonly lines: readonly OrderLine[]
  readonly carrierId: string
  readonly revision: string
}

/** So many orders one command may bring. */
export const INTAKE_MAX = 200
