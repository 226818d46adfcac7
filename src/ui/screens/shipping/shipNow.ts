import type { PileRow } from '@/store/queries/shipping/readHandover.ts'
import type { Asked, ShippingState } from '@/workflow/shipping/shippingState.ts'

/** The one thing to do now: words (`ship.<key>`), and the code asked for. */
export interface ShipNow {
  readonly key: 'scanFirst' | 'scanParcel' | 'scanBadge' | 'confirmClose' | 'saving'
  readonly params: Readonly<Record<string, string | number>>
  readonly code: string | undefined
}

/** While a pile is in hand the machine names the next code; before the first scan the piles do. */
export function shipNow(state: ShippingState, piles: readonly PileRow[]): ShipNow {
  if (state.kind === 'confirmClose') {
    const { leftQty: count, carrierName: carrier } = state.badge
    return { key: 'confirmClose', params: { count, carrier }, code: undefined }
  }
  if (state.kind !== 'scanParcel') return { key: 'saving', params: {}, code: undefined }
  const { hand, asked } = state
  if (hand) {
    const params = { carrier: hand.carrierName, count: hand.countQty + 1 }
    // A badge is a person's proof: it is asked for in words, its code never stands on a screen.
    return { key: keyOf(asked), params, code: asked?.kind === 'badge' ? undefined : asked?.code }
  }
  const waiting = piles.find((pile) => pile.left.length > 0)
  return { key: 'scanFirst', params: {}, code: asked?.code ?? waiting?.left[0] }
}

const keyOf = (asked: Asked | null) => (asked?.kind === 'badge' ? 'scanBadge' : 'scanParcel')

/** Parcels scanned of the pile in hand. */
export function shipProgress(state: ShippingState): { done: number; total: number } | undefined {
  const hand = 'hand' in state ? state.hand : null
  return hand ? { done: hand.countQty, total: hand.countQty + hand.leftQty } : undefined
}
