import type { MovementId } from '@/kernel/ids.ts'
import { assert } from '@/kernel/assert.ts'
import type { PlaceId, SkuId } from '../record/place.ts'

export type StockState = 'available' | 'held' | 'returning' | 'defective' | 'quarantine'

export interface StockPlace {
  readonly placeId: PlaceId
  readonly state: StockState
}

export type MovementReason =
  | 'opening'
  | 'receive'
  | 'putaway'
  | 'transfer'
  | 'pick'
  | 'pack'
  | 'handover'
  | 'reverse'

/** What a decision asks for: `qty` pieces of one SKU and lot from one place to another. */
export interface MovementDraft {
  readonly skuId: SkuId
  /** '' where the goods have no lots. */
  readonly lot: string
  readonly qty: number
  readonly from: StockPlace
  readonly to: StockPlace
  readonly reason: MovementReason
  readonly docRef: string
}

/** One ledger line. Never changed, never deleted; a mistake is reversed by another line. */
export interface Movement extends MovementDraft {
  readonly id: MovementId
  readonly commandId: string
  readonly line: number
  readonly operatorId: string
  readonly station: string
  readonly seq: number
  readonly atMs: number
}

/** Throws unless the movement is one the ledger may hold: whole pieces, and really a move. */
export function assertMovement(movement: MovementDraft): void {
  assert(Number.isSafeInteger(movement.qty) && movement.qty > 0, `qty ${movement.qty}`)
  const { from, to } = movement
  assert(from.placeId !== to.placeId || from.state !== to.state, `moves nowhere: ${from.placeId}`)
}

/** The movement that takes another one back. */
export function reverseOf(movement: MovementDraft): MovementDraft {
  return { ...movement, from: movement.to, to: movement.from, reason: 'reverse' }
}
