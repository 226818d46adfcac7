import type { Order } from '../record/order.ts'
import { stopOf } from '../record/order.ts'
import type { Carrier, Parcel, Supply, Waybill } from '../record/outbound.ts'
import { printIntentId } from '../record/outbound.ts'
import type { SkuId } from '../record/place.ts'
import { type PieceSize, chooseCarton } from './chooseCarton.ts'
import { type Decision, type Put, accept, put, reject } from '../stock/decision.ts'

/** What the label of one parcel needs: read in the same transaction that binds the number, so two
 *  parcels can never get one. */
export interface WaybillFacts {
  readonly carrier: Carrier | null
  /** The next free number of that carrier; null = its pool is empty. */
  readonly next: Waybill | null
  /** Numbers left after this one; counted only as far as the warning needs. */
  readonly leftQty: number
  readonly sizes: Readonly<Record<SkuId, PieceSize>>
  readonly supplies: readonly Supply[]
}

/** Answer of every command that may finish a parcel. `wait`: why it has no number yet. */
export interface BoundResult {
  readonly [key: string]: string | number
  readonly parcelId: string
  readonly waybillNo: string
  readonly carrierName: string
  readonly leftQty: number
  readonly wait: '' | 'poolEmpty' | 'noCarrier'
}

export interface BindWaybillArgs {
  readonly orderId: string
  readonly parcelId: string
}

export interface BindWaybillFacts {
  readonly order: Order | null
  readonly parcel: Parcel | null
  readonly waybill: WaybillFacts
}

export type BindWaybillRefusal =
  | 'order.stopped'
  | 'packing.notPicked'
  | 'packing.notOpen'
  | 'packing.noNumber'

/** Ends an open parcel: its number, its label. Used where the packer begins the next parcel of the
 *  order, and again when a number was missing at the last item. */
export function bindWaybill(
  { order, parcel, waybill }: BindWaybillFacts,
  _args: BindWaybillArgs,
  { atMs }: { readonly atMs: number },
): Decision<BindWaybillRefusal> {
  if (order && stopOf(order) !== 'none') return reject('order.stopped', { cause: stopOf(order) })
  if (order?.state !== 'picked') return reject('packing.notPicked')
  if (!parcel || (parcel.state !== 'open' && parcel.state !== 'verified'))
    return reject('packing.notOpen')
  if (parcel.lines.length === 0) return reject('packing.notOpen')
  const bound = bindParcel(parcel, waybill, atMs)
  const { wait, carrierName } = bound.result
  // Asked again and still no number: nothing changed, so nothing is written and nothing can be undone.
  if (wait !== '' && parcel.state === 'verified')
    return reject('packing.noNumber', { wait, carrier: carrierName })
  return accept([], bound.puts, bound.result)
}

/** The rows that give a full parcel its number and its label; without a number left the parcel stands
 *  as verified and waits. */
export function bindParcel(
  parcel: Parcel,
  { carrier, next, leftQty, sizes, supplies }: WaybillFacts,
  atMs: number,
): { readonly puts: readonly Put[]; readonly result: BoundResult } {
  const full: Parcel = { ...parcel, state: 'verified', ...weightOf(parcel, sizes, supplies) }
  const result = { parcelId: parcel.id, carrierName: carrier?.name ?? '', leftQty }
  if (!carrier || !next) {
    const wait = carrier ? 'poolEmpty' : 'noCarrier'
    return { puts: [put('parcels', full)], result: { ...result, waybillNo: '', wait } }
  }
  const waybillNo = next.id
  const labelled: Parcel = {
    ...full,
    state: 'labelled',
    carrierId: carrier.id,
    waybillNo,
    labelledAtMs: atMs,
  }
  const puts = [
    put('parcels', labelled),
    put('waybills', { ...next, state: 'bound', parcelId: parcel.id }),
    put('printIntents', {
      id: printIntentId('waybill', waybillNo, 1),
      kind: 'waybill',
      no: waybillNo,
      revision: 1,
      reason: '',
      state: 'queued',
      docRef: parcel.id,
      atMs,
    }),
  ]
  return { puts, result: { ...result, waybillNo, wait: '' } }
}

const NO_SIZE: PieceSize = { weightG: 0, lengthMm: 0, widthMm: 0, heightMm: 0 }

/** Goods and carton; without a known carton the goods alone. */
function weightOf(
  { lines }: Parcel,
  sizes: WaybillFacts['sizes'],
  supplies: readonly Supply[],
): Pick<Parcel, 'expectedWeightG' | 'cartonType' | 'cartonWeightG'> {
  const pieces = lines.map(({ skuId, qty }) => ({ size: sizes[skuId] ?? NO_SIZE, qty }))
  const itemsG = pieces.reduce((sum, { size, qty }) => sum + qty * size.weightG, 0)
  const carton = chooseCarton(supplies, pieces)
  if (!carton) return { expectedWeightG: itemsG }
  const { id: cartonType, weightG: cartonWeightG } = carton
  return { expectedWeightG: itemsG + cartonWeightG, cartonType, cartonWeightG }
}
