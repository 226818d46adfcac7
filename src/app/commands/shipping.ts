import { dayOf } from '@/kernel/day.ts'
import type { Manifest } from '@/domain/record/outbound.ts'
import { type CloseManifestArgs, closeManifest } from '@/domain/shipping/closeManifest.ts'
import { type ScanOutArgs, scanOut } from '@/domain/shipping/scanOut.ts'
import { type TakeOutArgs, takeOut } from '@/domain/shipping/takeOut.ts'
import { handler } from '../command.ts'
import type { LedgerReader } from '../ports/ledger.ts'
import { ORDER_PARCELS_MAX } from './packing.ts'

/** Rounds of one carrier on one day. */
export const ROUNDS_MAX = 99

export const shippingCommands = {
  'shipping.scanOut': handler({
    version: 1,
    async facts(reader, args: ScanOutArgs, { atMs }) {
      const parcel = (await reader.get('parcels', args.parcelId)) ?? null
      const order = parcel ? ((await reader.get('orders', parcel.orderId)) ?? null) : null
      const open = await loadOpenManifest(reader, args.carrierId)
      return { parcel, order, open, next: await loadNextRound(reader, args.carrierId, atMs) }
    },
    decide: scanOut,
  }),
  'shipping.takeOut': handler({
    version: 1,
    async facts(reader, args: TakeOutArgs) {
      const manifest = (await reader.get('manifests', args.manifestId)) ?? null
      return { manifest, parcel: (await reader.get('parcels', args.parcelId)) ?? null }
    },
    decide: takeOut,
  }),
  'shipping.closeManifest': handler({
    version: 1,
    async facts(reader, args: CloseManifestArgs) {
      const manifest = (await reader.get('manifests', args.manifestId)) ?? null
      const parcels = await loadRows(reader, 'parcels', manifest?.parcelIds ?? [])
      const orderIds = [...new Set(parcels.map((parcel) => parcel.orderId))]
      const orders = await loadRows(reader, 'orders', orderIds)
      const siblings = await loadSiblings(reader, orderIds)
      const nos = parcels.map((parcel) => parcel.waybillNo)
      return {
        manifest,
        parcels,
        orders,
        siblings,
        waybills: await loadRows(reader, 'waybills', nos),
      }
    },
    decide: closeManifest,
  }),
}

/** The manifest a carrier's parcels go onto now, or null. */
export async function loadOpenManifest(
  reader: LedgerReader,
  carrierId: string,
): Promise<Manifest | null> {
  const query = { index: 'carrierId+state', equals: [carrierId, 'open'], limit: 1 } as const
  const [open] = await reader.list('manifests', query)
  return open ?? null
}

async function loadNextRound(reader: LedgerReader, carrierId: string, atMs: number) {
  const day = dayOf(atMs).replaceAll('-', '')
  const ids = Array.from({ length: ROUNDS_MAX }, (_, i) => `${carrierId}-${day}-${i + 1}`)
  const known = await reader.getMany('manifests', ids)
  const free = known.findIndex((row) => row === undefined)
  const at = free === -1 ? ROUNDS_MAX - 1 : free
  return { id: ids[at] ?? '', round: at + 1 }
}

async function loadSiblings(reader: LedgerReader, orderIds: readonly string[]) {
  const lists = await Promise.all(
    orderIds.map((id) =>
      reader.list('parcels', { index: 'orderId', equals: id, limit: ORDER_PARCELS_MAX }),
    ),
  )
  return lists.flat()
}

async function loadRows<T extends 'parcels' | 'orders' | 'waybills'>(
  reader: LedgerReader,
  table: T,
  ids: readonly string[],
) {
  const rows = await reader.getMany(table, ids)
  return rows.filter((row) => row !== undefined)
}
