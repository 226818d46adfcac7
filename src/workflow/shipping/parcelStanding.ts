import type { Order } from '@/domain/record/order.ts'
import { stopOf } from '@/domain/record/order.ts'
import type { Parcel, Waybill } from '@/domain/record/outbound.ts'

/** What a scanned waybill is to the handover. */
export type ParcelStanding =
  | 'good'
  | 'unknown'
  | 'voided'
  | 'unbound'
  | 'notClosed'
  | 'duplicate'
  | 'gone'
  | 'stopped'
  | 'stoppedOnManifest'

/** Where a waybill stands, from its rows. A stop counts before everything but handed over. */
export function parcelStanding(
  waybill: Waybill | null,
  parcel: Parcel | null,
  order: Order | null,
): ParcelStanding {
  if (!waybill) return 'unknown'
  if (waybill.state === 'voided') return 'voided'
  if (!parcel || !order) return 'unbound'
  if (parcel.state === 'handedOver') return 'gone'
  const isOn = parcel.state === 'manifested'
  if (stopOf(order) !== 'none') return isOn ? 'stoppedOnManifest' : 'stopped'
  if (isOn) return 'duplicate'
  return parcel.state === 'closed' ? 'good' : 'notClosed'
}
