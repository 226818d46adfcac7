import type { EvidenceKind, EvidenceSubject } from '@/domain/record/evidence.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import { PHOTO_ROWS_MAX } from '@/store/queries/evidence/readPhotos.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import type { PhotographedStock, StockState } from '@/workflow/stock/stockState.ts'
import { pictureOf } from '../../workflow/photoStep.ts'

/** Receipts of one purchase order that are looked through. */
const RECEIPTS_MAX = 100

/** What a photo taken here shows: the goods, as their picture, the parcel, or the delivery. */
export function stockPhoto(state: StockState): EvidenceSubject | null {
  const whole = { skuId: '', lot: '', finding: '' } as const
  switch (state.kind) {
    case 'skuShown':
      return pictureOf(skuIdOf(state.skuId))
    case 'labelShown':
      return state.label === 'carton' ? { docKind: 'parcel', docId: state.no, ...whole } : null
    case 'orderShown':
      return { docKind: 'purchaseOrder', docId: state.no, ...whole }
    default:
      return null
  }
}

/** Photos of what is shown that the screen draws: the ones that can be asked for by their number. */
export async function countPhotos(reader: LedgerReader, state: PhotographedStock): Promise<number> {
  const limit = PHOTO_ROWS_MAX
  const ofDoc = async (docKind: EvidenceKind, docId: string) => {
    const query = { index: 'docKind+docId', equals: [docKind, docId], limit } as const
    return (await reader.list('evidence', query)).length
  }
  if (state.kind === 'skuShown')
    return (await reader.list('evidence', { index: 'skuId', equals: state.skuId, limit })).length
  if (state.kind === 'labelShown') return state.label === 'carton' ? ofDoc('parcel', state.no) : 0
  const receipts = await reader.list('receipts', {
    index: 'purchaseOrderId',
    equals: state.no,
    limit: RECEIPTS_MAX,
  })
  const counts = [
    ofDoc('purchaseOrder', state.no),
    ...receipts.map(({ id }) => ofDoc('receipt', id)),
  ]
  const all = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  return Math.min(all, PHOTO_ROWS_MAX)
}
