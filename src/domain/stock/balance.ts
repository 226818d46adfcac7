import type { MovementDraft, StockPlace, StockState } from './movement.ts'
import type { PlaceId, SkuId } from '../record/place.ts'

/** How much of one SKU and lot, in one state, lies in one place: a projection of the movements.
 *  `qtyPending` is this station's own work that no hub has confirmed; both together are shown. */
export interface Balance {
  readonly key: string
  readonly placeId: PlaceId
  readonly skuId: SkuId
  readonly lot: string
  readonly state: StockState
  readonly qtyConfirmed: number
  readonly qtyPending: number
}

/** Example: `bin:A-01-1-01|BK000001||available`. */
export function balanceKey(place: StockPlace, skuId: SkuId, lot: string): string {
  return `${place.placeId}|${skuId}|${lot}|${place.state}`
}

export const balanceQty = (balance: Balance): number => balance.qtyConfirmed + balance.qtyPending

export interface BalanceDelta {
  readonly key: string
  readonly placeId: PlaceId
  readonly skuId: SkuId
  readonly lot: string
  readonly state: StockState
  readonly qty: number
}

/** The net change of every balance that these movements touch; sums to zero per SKU and lot. */
export function balanceDeltas(movements: readonly MovementDraft[]): BalanceDelta[] {
  const deltas = new Map<string, BalanceDelta>()
  const add = (place: StockPlace, movement: MovementDraft, qty: number) => {
    const key = balanceKey(place, movement.skuId, movement.lot)
    const { skuId, lot } = movement
    const known = deltas.get(key)
    deltas.set(key, { key, ...place, skuId, lot, qty: (known?.qty ?? 0) + qty })
  }
  for (const movement of movements) {
    add(movement.from, movement, -movement.qty)
    add(movement.to, movement, movement.qty)
  }
  return [...deltas.values()].filter((delta) => delta.qty !== 0)
}
