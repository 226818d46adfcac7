import type { EvidenceSubject } from '@/domain/record/evidence.ts'
import type { PackingState } from '@/workflow/packing/packingState.ts'
import { openParcel } from '@/workflow/packing/packPlan.ts'

/** What a photo taken at the packing table shows: the parcel in work, also before its first item. */
export function packingPhoto(state: PackingState): EvidenceSubject | null {
  if (!('plan' in state) || state.kind === 'intercepted' || state.kind === 'staging') return null
  const docId = 'parcelId' in state ? state.parcelId : openParcel(state.plan).id
  return { docKind: 'parcel', docId, skuId: '', lot: '', finding: '' }
}
