import type { EvidenceSubject } from '@/domain/record/evidence.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import type { StockState } from '@/workflow/stock/stockWorkflow.ts'
import { pictureOf } from '../../workflow/photoStep.ts'

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
