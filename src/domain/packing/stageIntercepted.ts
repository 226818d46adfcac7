import type { Allocation, Order } from '../record/order.ts'
import { stopOf } from '../record/order.ts'
import { endWaybill, type Parcel, type PrintIntent, type Waybill } from '../record/outbound.ts'
import type { BinId, PlaceId, SkuId, Tote } from '../record/place.ts'
import { type Balance, balanceKey, balanceQty } from '../stock/balance.ts'
import { type Decision, type Put, accept, put, reject } from '../stock/decision.ts'

export interface StagePart {
  readonly skuId: SkuId
  readonly lot: string
  readonly qty: number
  readonly fromPlaceId: PlaceId
}

export interface StageArgs {
  readonly orderId: string
  readonly binId: BinId
  /** Everything of the order that lies in its totes and parcels. */
  readonly parts: readonly StagePart[]
}

export interface StageFacts {
  readonly order: Order | null
  readonly parcels: readonly Parcel[]
  readonly totes: readonly Tote[]
  readonly allocations: readonly Allocation[]
  readonly waybills: readonly Waybill[]
  readonly intents: readonly PrintIntent[]
  readonly balances: readonly Balance[]
}

export type StageRefusal = 'packing.notStopped' | 'packing.handedOver' | 'packing.notInTote'

/** A stopped order leaves the packing table: all its goods into one staging bin, its parcels and numbers
 *  void, its totes free. A changed order goes back to the queue, a cancelled one ends. */
export function stageIntercepted(
  { order, parcels, totes, allocations, waybills, intents, balances }: StageFacts,
  { orderId, binId, parts }: StageArgs,
): Decision<StageRefusal> {
  if (!order || stopOf(order) === 'none') return reject('packing.notStopped')
  const gone = parcels.find((row) => row.state === 'manifested' || row.state === 'handedOver')
  if (gone) return reject('packing.handedOver', { no: gone.waybillNo })
  const absent = parts.find((part) => heldQty(balances, part) < part.qty)
  if (absent) return reject('packing.notInTote', { sku: absent.skuId })
  const movements = parts.map(({ skuId, lot, qty, fromPlaceId }) => ({
    skuId,
    lot,
    qty,
    from: { placeId: fromPlaceId, state: 'available' } as const,
    to: { placeId: binId, state: 'available' } as const,
    reason: 'transfer' as const,
    docRef: orderId,
  }))
  const puts: Put[] = [
    put('orders', endOf(order)),
    ...parcels.map((row) => put('parcels', { ...row, state: 'void' })),
    ...waybills.map((row) => put('waybills', endWaybill(row, 'voided'))),
    ...intents.map((row) => put('printIntents', { ...row, state: 'voided' })),
    ...totes.map((row) => put('totes', { ...row, orderId: null })),
    ...allocations.map((row) => put('allocations', released(row))),
  ]
  return accept(movements, puts)
}

function endOf(order: Order): Order {
  if (stopOf(order) === 'cancelled') return { ...order, state: 'cancelled', holds: [] }
  return { ...order, state: order.holds.length > 0 ? 'held' : 'toShip', intercept: 'none' }
}

/** What was picked for the order is no longer for it: a changed order reserves anew. */
function released(row: Allocation): Allocation {
  const { openSku: _sku, openPlace: _place, ...rest } = row
  return { ...rest, state: 'released' }
}

function heldQty(balances: readonly Balance[], { fromPlaceId, skuId, lot }: StagePart): number {
  const key = balanceKey({ placeId: fromPlaceId, state: 'available' }, skuId, lot)
  const held = balances.find((balance) => balance.key === key)
  return held ? balanceQty(held) : 0
}
