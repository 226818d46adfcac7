/** Why the same code is asked for again before a number counts. */
export type QtyDoubt = 'over' | 'large'

/** More pieces than this at once are asked about. */
export const LARGE_QTY = 99
/** More than this over the order is asked about, whatever the tolerance: 1/100 of the ordered qty. */
export const OVER_PERCENT_MAX = 20
/** No number on a keypad is larger. */
export const RECEIVE_QTY_MAX = 99_999

const BP = 10_000

/** Whether `qty` more pieces of a SKU are believed at once; null = yes. All qty are pieces, integers
 *  >= 0; `toleranceBp`: how much more than ordered may come, in 1/10,000.
 *  Example: ordered 20, received 18, qty 3, tolerance 0 -> `over`. */
export function doubtQty(of: {
  readonly orderedQty: number
  readonly receivedQty: number
  readonly shortQty: number
  readonly toleranceBp: number
  readonly qty: number
  /** Pieces the person says at once: the number typed, the case times the multiplier. */
  readonly atOnceQty: number
}): QtyDoubt | null {
  const toleratedQty = Math.floor((of.orderedQty * of.toleranceBp) / BP)
  const totalQty = of.receivedQty + of.qty
  const isOver = totalQty > of.orderedQty - of.shortQty + toleratedQty
  const isFarOver = totalQty * 100 > of.orderedQty * (100 + OVER_PERCENT_MAX)
  if (isOver || isFarOver) return 'over'
  return of.atOnceQty > LARGE_QTY ? 'large' : null
}
