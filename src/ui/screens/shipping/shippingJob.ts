import { attention, refused } from '@/workflow/workflow.ts'
import type { ShippingEvent, ShippingState } from '@/workflow/shipping/shippingState.ts'
import { shippingWorkflow } from '@/workflow/shipping/shippingWorkflow.ts'
import { loadScannedBadge, loadScannedParcel } from './loadHandover.ts'
import { answer, type Job, refuseUnfit } from '../../workflow/job.ts'

/** The handover screen: waybills, then the courier's badge. */
export const shippingJob: Job<ShippingState, ShippingEvent> = {
  workflow: shippingWorkflow,
  async toEvent(reader, input) {
    if (input.kind === 'verb') return { kind: 'printGiven' }
    if (input.kind !== 'record') return answer(refused('SHIP-016'))
    const { resolved } = input
    // A number of nobody is an answer of the handover: the parcel may not leave.
    if (resolved.kind === 'none')
      return { kind: 'parcelScanned', parcel: await loadScannedParcel(reader, resolved.raw, null) }
    const unfit = refuseUnfit(input)
    if (unfit) return unfit
    const record = resolved.kind === 'one' ? resolved.record : null
    if (record?.kind === 'waybill') {
      const parcel = await loadScannedParcel(reader, record.waybill.id, record.waybill)
      return { kind: 'parcelScanned', parcel }
    }
    if (record?.kind === 'carrier')
      return { kind: 'badgeScanned', badge: await loadScannedBadge(reader, record.carrier) }
    return answer(refused('SHIP-016'))
  },
  verbs: ({ kind }) => (kind === 'scanParcel' ? ['PRINT'] : []),
  // The manifest and the shops' files lie in the folder of exports by now: nobody may use them.
  undone: ({ name, result }) =>
    name === 'shipping.closeManifest'
      ? attention('SHIP-017', { no: String(Object(result).manifestId) })
      : null,
  preferred: () => [],
}
