import type { PileRow } from '@/store/queries/shipping/readHandover.ts'
import type { Asked, Hand, ShippingState } from '@/workflow/shipping/shippingState.ts'

/** The one thing to do now: words (`ship.<key>`), and the code asked for. */
export interface ShipNow {
  readonly key: 'scanFirst' | 'scanParcel' | 'scanBadge' | 'confirmClose' | 'saving'
  readonly params: Readonly<Record<string, string | number>>
  readonly code: string | undefined
}

/** While a pile is in hand the machine names the next code, but parcels go on being packed: the live pile
 *  has the last word on whether any is left. Before the first scan the piles say what comes first. */
export function shipNow(state: ShippingState, piles: readonly PileRow[]): ShipNow {
  if (state.kind === 'confirmClose') {
    const { leftQty, carrierName: carrier } = state.badge
    const count = livePile(state.hand, piles)?.leftQty ?? leftQty
    return { key: 'confirmClose', params: { count, carrier }, code: undefined }
  }
  if (state.kind !== 'scanParcel') return { key: 'saving', params: {}, code: undefined }
  const { hand, asked } = state
  if (hand) {
    const params = { carrier: hand.carrierName, count: hand.countQty + 1 }
    const code = nextParcel(asked, livePile(hand, piles))
    // A badge is a person's proof: it is asked for in words, its code never stands on a screen.
    return { key: code === undefined ? 'scanBadge' : 'scanParcel', params, code }
  }
  const waiting = piles.find((pile) => pile.left.length > 0)
  return { key: 'scanFirst', params: {}, code: asked?.code ?? waiting?.left[0] }
}

/** The pile in hand as it is now; undefined while it still shows the moment before the last scan. */
function livePile(hand: Hand | null, piles: readonly PileRow[]): PileRow | undefined {
  const pile = piles.find((row) => row.carrierId === hand?.carrierId)
  return pile && hand && pile.scannedQty >= hand.countQty ? pile : undefined
}

function nextParcel(asked: Asked | null, pile: PileRow | undefined): string | undefined {
  const named = asked?.kind === 'parcel' ? asked.code : undefined
  if (!pile) return named
  return named !== undefined && pile.left.includes(named) ? named : pile.left[0]
}

/** Parcels scanned of the pile in hand, and all it has by now. */
export function shipProgress(
  state: ShippingState,
  piles: readonly PileRow[],
): { done: number; total: number } | undefined {
  const hand = 'hand' in state ? state.hand : null
  if (!hand) return undefined
  const { scannedQty: done, leftQty } = livePile(hand, piles) ?? {
    scannedQty: hand.countQty,
    leftQty: hand.leftQty,
  }
  return { done, total: done + leftQty }
}
