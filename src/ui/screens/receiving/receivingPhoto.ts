import type { EvidenceSubject } from '@/domain/record/evidence.ts'
import { isWorking, type ReceivingState } from '@/workflow/receiving/receivingState.ts'

/** What a photo taken at receiving shows: the goods asked about, else the ones received last, else, where
 *  the next piece was said to be damaged or nothing came yet, the delivery. */
export function receivingPhoto(state: ReceivingState): EvidenceSubject | null {
  if (!isWorking(state)) return null
  const { order } = state
  const doc =
    order.receiptId === ''
      ? ({ docKind: 'purchaseOrder', docId: order.purchaseOrderId } as const)
      : ({ docKind: 'receipt', docId: order.receiptId } as const)
  if ('pending' in state) {
    const { item, lotDays, finding } = state.pending
    return { ...doc, skuId: item.skuId, lot: lotDays.lot, finding }
  }
  if (order.damaged) return { ...doc, skuId: '', lot: '', finding: 'damaged' }
  const { last } = order
  return last && state.kind !== 'bindBarcode'
    ? { ...doc, skuId: last.skuId, lot: last.lot, finding: last.finding }
    : { ...doc, skuId: '', lot: '', finding: '' }
}
