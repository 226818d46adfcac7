import type { PurchaseOrder, PurchaseOrderLine, PurchaseOrderState } from '../record/inbound.ts'
import type { SkuId } from '../record/place.ts'

/** Pieces that have come for one line, whatever their quality. */
export const lineReceivedQty = (line: PurchaseOrderLine): number => line.goodQty + line.damagedQty

/** Pieces still to come for one line, never below zero. Example: ordered 20, good 7, damaged 1 -> 12. */
export function lineOpenQty(line: PurchaseOrderLine): number {
  return Math.max(0, line.orderedQty - lineReceivedQty(line) - (line.shortQty ?? 0))
}

/** What one order wants of one SKU; an order may name a SKU in several lines. */
export interface SkuDemand {
  readonly orderedQty: number
  readonly receivedQty: number
  /** Pieces that will not come. */
  readonly shortQty: number
  readonly openQty: number
  readonly casePackQty: number
}

/** Null = the SKU is not on this order: wrong found. */
export function skuDemand(order: PurchaseOrder, skuId: SkuId): SkuDemand | null {
  const lines = order.lines.filter((line) => line.skuId === skuId)
  const [first] = lines
  if (!first) return null
  const sum = (of: (line: PurchaseOrderLine) => number) =>
    lines.reduce((total, line) => total + of(line), 0)
  return {
    orderedQty: sum((line) => line.orderedQty),
    receivedQty: sum(lineReceivedQty),
    shortQty: sum((line) => line.shortQty ?? 0),
    openQty: sum(lineOpenQty),
    casePackQty: first.casePackQty,
  }
}

/** How far an order is: pieces that came or never will, of pieces ordered, and lines still open. */
export interface OrderProgress {
  readonly doneQty: number
  readonly totalQty: number
  readonly openLines: number
}

export function orderProgress(lines: readonly PurchaseOrderLine[]): OrderProgress {
  const totalQty = lines.reduce((sum, line) => sum + line.orderedQty, 0)
  const openQty = lines.reduce((sum, line) => sum + lineOpenQty(line), 0)
  const openLines = lines.filter((line) => lineOpenQty(line) > 0).length
  return { doneQty: totalQty - openQty, totalQty, openLines }
}

/** The state follows from the lines, so that it cannot disagree with them. */
export function orderStateOf(lines: readonly PurchaseOrderLine[]): PurchaseOrderState {
  const isOpen = lines.some((line) => lineOpenQty(line) > 0)
  if (isOpen) return lines.some((line) => lineReceivedQty(line) > 0) ? 'receiving' : 'open'
  return lines.some((line) => (line.shortQty ?? 0) > 0) ? 'closedShort' : 'received'
}

export type ItemFinding = 'good' | 'damaged' | 'wrongItem'

/** Adds pieces to the lines of one SKU: open lines first, in order; what is over goes to the last one.
 *  A negative qty takes pieces off again, from the last line back. Wrong goods touch no line. */
export function addToLines(
  lines: readonly PurchaseOrderLine[],
  of: { readonly skuId: SkuId; readonly qty: number; readonly finding: ItemFinding },
): PurchaseOrderLine[] {
  if (of.finding === 'wrongItem') return [...lines]
  const field = of.finding === 'good' ? 'goodQty' : 'damagedQty'
  const next = [...lines]
  const own = next.flatMap((line, i) => (line.skuId === of.skuId ? [i] : []))
  if (of.qty < 0) own.reverse()
  let left = of.qty
  own.forEach((at, nth) => {
    const line = next[at]
    if (!line || left === 0) return
    const isLast = nth === own.length - 1
    const share = left < 0 ? Math.max(left, -line[field]) : shareOf(line, left, isLast)
    next[at] = withoutShort({ ...line, [field]: line[field] + share })
    left -= share
  })
  return next
}

function shareOf(line: PurchaseOrderLine, left: number, isLast: boolean): number {
  return isLast ? left : Math.min(left, lineOpenQty(line))
}

/** Goods that came after the line was closed short are no longer short. */
function withoutShort(line: PurchaseOrderLine): PurchaseOrderLine {
  if (!line.shortQty) return line
  const missingQty = Math.max(0, line.orderedQty - lineReceivedQty(line))
  return { ...line, shortQty: Math.min(line.shortQty, missingQty) }
}
