import { CARRIERS_MAX } from '@/app/commands/packing.ts'
import { loadAsideBin } from '@/app/loadAside.ts'
import { loadOpenManifest } from '@/app/commands/shipping.ts'
import type { LedgerReader } from '@/app/ports/ledger.ts'
import { badgeNo } from '@/domain/people/badgeNo.ts'
import type { Carrier, Parcel, Waybill } from '@/domain/record/outbound.ts'
import { MANIFEST_PARCELS_MAX } from '@/domain/shipping/scanOut.ts'
import { parcelStanding } from '@/workflow/shipping/parcelStanding.ts'
import type { ScannedBadge, ScannedParcel } from '@/workflow/shipping/shippingState.ts'

/** Missing parcels named in the words of a refusal; the screen lists them all. */
const MISSING_NAMED_MAX = 5
/** Parcels waiting for one carrier that are looked at; more are the next round's anyway. */
const WAITING_MAX = 2 * MANIFEST_PARCELS_MAX

/** Reads what the handover must know of one scanned waybill. `waybill` null: no number of ours. */
export async function loadScannedParcel(
  reader: LedgerReader,
  no: string,
  waybill: Waybill | null,
): Promise<ScannedParcel> {
  const parcel = waybill?.parcelId
    ? ((await reader.get('parcels', waybill.parcelId)) ?? null)
    : null
  const [order, carrier, stagingCode] = await Promise.all([
    parcel ? reader.get('orders', parcel.orderId) : undefined,
    waybill ? reader.get('carriers', waybill.carrierId) : undefined,
    loadAsideBin(reader),
  ])
  const others = await loadWaiting(reader, waybill?.carrierId ?? '', no)
  return {
    no,
    parcelId: parcel?.id ?? '',
    carrierId: waybill?.carrierId ?? '',
    carrierName: carrier?.name ?? '',
    badge: carrier?.badge ?? '',
    manifestId: parcel?.manifestId ?? '',
    stagingCode,
    standing: parcelStanding(waybill, parcel, order ?? null),
    leftQty: others.length,
    nextNo: others[0]?.waybillNo ?? '',
  }
}

/** Reads what the closing of one carrier's manifest must know. */
export async function loadScannedBadge(
  reader: LedgerReader,
  { id: carrierId, name: carrierName, badge, courierName: courier = '' }: Carrier,
): Promise<ScannedBadge> {
  const [manifest, waiting, stagingCode, nextNo] = await Promise.all([
    loadOpenManifest(reader, carrierId),
    loadWaiting(reader, carrierId),
    loadAsideBin(reader),
    loadNextOther(reader, carrierId),
  ])
  const rows = await reader.getMany('parcels', manifest?.parcelIds ?? [])
  const parcels = rows
    .filter((row): row is Parcel => row !== undefined)
    .map(({ id: parcelId, waybillNo, lines }) => ({
      parcelId,
      waybillNo,
      lines: lines.map(({ skuId, lot, qty }) => ({ skuId, lot, qty })),
    }))
  const missing = waiting.slice(0, MISSING_NAMED_MAX).map((parcel) => parcel.waybillNo)
  const manifestId = manifest?.id ?? ''
  const person = { badge, courier, courierBadgeNo: badgeNo(badge) }
  const head = { carrierId, carrierName, ...person, manifestId, stagingCode }
  return { ...head, parcels, leftQty: waiting.length, missing, nextNo }
}

/** Closed parcels of one carrier that no manifest holds, without the one just scanned. */
async function loadWaiting(
  reader: LedgerReader,
  carrierId: string,
  exceptNo = '',
): Promise<Parcel[]> {
  const query = {
    index: 'carrierId+state',
    equals: [carrierId, 'closed'],
    limit: WAITING_MAX,
  } as const
  const parcels = await reader.list('parcels', query)
  return parcels.filter((parcel) => parcel.waybillNo !== exceptNo)
}

async function loadNextOther(reader: LedgerReader, carrierId: string): Promise<string> {
  const carriers = await reader.list('carriers', { limit: CARRIERS_MAX })
  const lists = await Promise.all(
    carriers
      .filter((carrier) => carrier.id !== carrierId)
      .map((carrier) =>
        reader.list('parcels', {
          index: 'carrierId+state',
          equals: [carrier.id, 'closed'],
          limit: 1,
        }),
      ),
  )
  return lists.flat()[0]?.waybillNo ?? ''
}
