import type { PurchaseOrder } from '../record/inbound.ts'
import type { SkuId } from '../record/place.ts'
import { LARGE_QTY } from './doubtQty.ts'
import { lineOpenQty } from './orderLines.ts'

/** What a person gives: a code scanned, or digits typed and confirmed. */
export interface GivenCode {
  readonly kind: 'scan' | 'keys'
  readonly text: string
}

/** What of a SKU the scans depend on. */
export interface ScannableItem {
  /** Must mean one SKU of the order only: the SKU's own code where a barcode means several. */
  readonly code: string
  /** Lot and day (YYMMDD) on the goods, asked for once; null = the goods have no lots. `day` is ''
   *  where the lot's day is known already or the goods do not expire. */
  readonly lot: { readonly lot: string; readonly day: string } | null
}

/** Everything that has to be given to receive what is open of an order in full: its number, then one scan
 *  and one number a line; a large number takes the same code once more. Used to work a day without
 *  hands. `itemOf` must know every SKU of the order. */
export function receivingScans(
  order: PurchaseOrder,
  itemOf: (skuId: SkuId) => ScannableItem,
): GivenCode[] {
  const given: GivenCode[] = [scan(order.id)]
  for (const line of order.lines) {
    const qty = lineOpenQty(line)
    if (qty > 0) given.push(...lineScans(itemOf(line.skuId), qty))
  }
  return given
}

function lineScans({ code, lot }: ScannableItem, qty: number): GivenCode[] {
  const given = [scan(code)]
  if (lot) given.push(scan(lot.lot))
  if (lot && lot.day !== '') given.push(keys(lot.day))
  if (qty > 1) given.push(keys(String(qty)))
  if (qty > LARGE_QTY) given.push(scan(code))
  return given
}

const scan = (text: string): GivenCode => ({ kind: 'scan', text })
const keys = (text: string): GivenCode => ({ kind: 'keys', text })
