import type { ShippedParcelDraft, TariffDraft } from '@/domain/dataImport/drafts.ts'
import type { ImportRow } from '@/domain/dataImport/mergeRows.ts'
import { type ShippedParcelState, tariffIdOf } from '@/domain/record/outbound.ts'

/** One price row of a carrier; its key is carrier and province, so a newer file replaces it. */
export function tariffRows(draft: TariffDraft): ImportRow[] {
  const { row: _row, carrierName, carrierCode, ...prices } = draft
  const carrierId = carrierCode ?? carrierName
  const row = { id: tariffIdOf(carrierId, draft.province), carrierId, ...prices }
  return [{ table: 'tariffs', row }]
}

const parcelStates: readonly ShippedParcelState[] = ['delivered', 'inTransit', 'sentBack', 'lost']

/** A parcel shipped before, and its waybill number as used: the pool never hands it out again. */
export function shippedParcelRows(draft: ShippedParcelDraft): ImportRow[] {
  const { row: _row, carrierName, carrierCode, packedAtMs, handedOverAtMs, ...told } = draft
  const carrierId = carrierCode ?? carrierName
  const row = {
    ...told,
    id: draft.waybillNo,
    carrierId,
    weightG: draft.weightG ?? 0,
    lengthMm: draft.lengthMm ?? 0,
    widthMm: draft.widthMm ?? 0,
    heightMm: draft.heightMm ?? 0,
    packedAtMs: packedAtMs ?? 0,
    handedOverAtMs: handedOverAtMs ?? 0,
    state: parcelStates.find((state) => state === draft.state) ?? 'inTransit',
  }
  const used = { id: draft.waybillNo, carrierId, state: 'handedOver' as const, parcelId: null }
  return [
    { table: 'shippedParcels', row },
    { table: 'waybills', row: used },
  ]
}
