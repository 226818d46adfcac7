import type { Parcel } from '@/domain/record/outbound.ts'
import type { StationData } from '../stationData.ts'

/** One closed handover as its paper says it. */
export interface ManifestView {
  readonly no: string
  readonly carrierId: string
  readonly carrierName: string
  /** '' = not known. */
  readonly courierName: string
  readonly courierBadgeNo: string
  readonly closedAtMs: number
  readonly parcels: readonly ManifestParcelRow[]
}

export interface ManifestParcelRow {
  readonly waybillNo: string
  readonly orderNo: string
  readonly shop: string
  readonly weightG: number
  readonly packerName: string
}

/** The paper of one manifest, parcels in the order they were scanned; null = no such manifest. */
export async function readManifest(
  data: StationData,
  manifestId: string,
): Promise<ManifestView | null> {
  const manifest = await data.documents('manifests').get(manifestId)
  if (!manifest) return null
  const carrier = await data.documents('carriers').get(manifest.carrierId)
  const found = await data.documents('parcels').bulkGet([...manifest.parcelIds])
  const parcels = await toParcelRows(
    data,
    found.filter((row) => row !== undefined),
  )
  const { id: no, carrierId, courier: courierName, courierBadgeNo = '', closedAtMs } = manifest
  return {
    no,
    carrierId,
    carrierName: carrier?.name ?? carrierId,
    courierName,
    courierBadgeNo,
    closedAtMs,
    parcels,
  }
}

async function toParcelRows(
  data: StationData,
  parcels: readonly Parcel[],
): Promise<ManifestParcelRow[]> {
  const [orders, packers] = await Promise.all([
    data.documents('orders').bulkGet(parcels.map((parcel) => parcel.orderId)),
    data.documents('operators').bulkGet(parcels.map((parcel) => parcel.packerId)),
  ])
  return parcels.map(({ waybillNo, weighed, expectedWeightG, orderId, packerId }, i) => ({
    waybillNo,
    orderNo: orders[i]?.orderNo ?? orderId,
    shop: orders[i]?.shop ?? '',
    weightG: weighed?.weightG ?? expectedWeightG,
    packerName: packers[i]?.name ?? packerId,
  }))
}

/** One parcel as its shop must hear of it. */
export interface ShippedRow {
  readonly shop: string
  readonly orderNo: string
  readonly carrierName: string
  readonly waybillNo: string
  readonly closedAtMs: number
}

/** Parcels told to a shop in one file. */
export const SHIPPED_ROWS_MAX = 20_000

/** Every parcel handed over since an instant (ms UTC, inclusive), by shop and order: the rows of the files
 *  that go back to the shops. */
export async function shippedSince(data: StationData, sinceMs: number): Promise<ShippedRow[]> {
  const closed = data
    .documents('manifests')
    .filter((row) => row.state === 'closed' && row.closedAtMs >= sinceMs)
  const manifests = await closed.toArray()
  const views = await Promise.all(manifests.map((row) => readManifest(data, row.id)))
  const rows = views.flatMap((view) =>
    (view?.parcels ?? []).map(({ shop, orderNo, waybillNo }) => ({
      shop,
      orderNo,
      carrierName: view?.carrierName ?? '',
      waybillNo,
      closedAtMs: view?.closedAtMs ?? 0,
    })),
  )
  const keyOf = (row: ShippedRow) => `${row.shop}\n${row.orderNo}\n${row.waybillNo}`
  return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, SHIPPED_ROWS_MAX)
}
