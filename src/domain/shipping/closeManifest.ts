import type { Order } from '../record/order.ts'
import { stopOf } from '../record/order.ts'
import { endWaybill, type Manifest, type Parcel, type Waybill } from '../record/outbound.ts'
import type { ParcelId, SkuId } from '../record/place.ts'
import { type Decision, type Put, accept, put, reject } from '../stock/decision.ts'
import type { MovementDraft } from '../stock/movement.ts'

export interface HandoverLine {
  readonly skuId: SkuId
  readonly lot: string
  readonly qty: number
}

export interface CloseManifestArgs {
  readonly manifestId: string
  /** Who took the parcels, '' = not known by name, and the number of the badge that says so. */
  readonly courier: string
  readonly courierBadgeNo: string
  readonly parcels: readonly {
    readonly parcelId: ParcelId
    readonly waybillNo: string
    readonly lines: readonly HandoverLine[]
  }[]
}

export interface CloseManifestFacts {
  readonly manifest: Manifest | null
  readonly parcels: readonly Parcel[]
  readonly orders: readonly Order[]
  /** All parcels of those orders: an order is handed over with its last one. */
  readonly siblings: readonly Parcel[]
  readonly waybills: readonly Waybill[]
}

export type CloseManifestRefusal = 'order.stopped' | 'shipping.notOpen' | 'shipping.changedSince'

/** The courier signs: all parcels of the manifest leave the warehouse in one act. */
export function closeManifest(
  facts: CloseManifestFacts,
  args: CloseManifestArgs,
  { atMs }: { readonly atMs: number },
): Decision<CloseManifestRefusal> {
  const { manifest, parcels, orders } = facts
  if (manifest?.state !== 'open') return reject('shipping.notOpen')
  const stopped = orders.find((order) => stopOf(order) !== 'none')
  if (stopped) {
    const no = parcels.find((parcel) => parcel.orderId === stopped.id)?.waybillNo ?? ''
    return reject('order.stopped', { cause: stopOf(stopped), no })
  }
  if (!isSame(args, manifest, parcels)) return reject('shipping.changedSince')
  const { courier, courierBadgeNo } = args
  const signed = { courier, courierBadgeNo, closedAtMs: atMs }
  const closed: Manifest = { ...manifest, state: 'closed', ...signed }
  const puts: Put[] = [
    put('manifests', closed),
    ...parcels.map((row) => put('parcels', { ...row, state: 'handedOver' })),
    ...facts.waybills.map((row) => put('waybills', endWaybill(row, 'handedOver'))),
    ...goneOrders(facts).map((row) => put('orders', { ...row, state: 'handedOver' })),
  ]
  const result = { manifestId: manifest.id, countQty: parcels.length }
  return accept(
    args.parcels.flatMap((parcel) => toMovements(parcel, manifest.id)),
    puts,
    result,
  )
}

/** The args carry the goods; they must still be what the manifest and its parcels say. */
function isSame(args: CloseManifestArgs, manifest: Manifest, parcels: readonly Parcel[]): boolean {
  const asked = args.parcels.map((item) => item.parcelId)
  if (asked.length !== manifest.parcelIds.length || asked.length !== parcels.length) return false
  return args.parcels.every((item) => {
    const parcel = parcels.find((row) => row.id === item.parcelId)
    const isOn = parcel?.state === 'manifested' && parcel.manifestId === manifest.id
    return isOn && qtyText(parcel.lines) === qtyText(item.lines)
  })
}

const qtyText = (lines: readonly HandoverLine[]): string =>
  lines
    .map(({ skuId, lot, qty }) => `${skuId}|${lot}|${qty}`)
    .sort()
    .join('\n')

function goneOrders({ orders, siblings, parcels }: CloseManifestFacts): Order[] {
  const leaving = new Set<string>(parcels.map((parcel) => parcel.id))
  const isGone = (row: Parcel) =>
    leaving.has(row.id) || row.state === 'handedOver' || row.state === 'void'
  return orders.filter(
    (order) =>
      order.state === 'packed' && siblings.filter((row) => row.orderId === order.id).every(isGone),
  )
}

function toMovements(
  { parcelId, lines }: CloseManifestArgs['parcels'][number],
  docRef: string,
): MovementDraft[] {
  return lines.map(({ skuId, lot, qty }) => ({
    skuId,
    lot,
    qty,
    from: { placeId: parcelId, state: 'available' },
    to: { placeId: 'customer', state: 'available' },
    reason: 'handover',
    docRef,
  }))
}
