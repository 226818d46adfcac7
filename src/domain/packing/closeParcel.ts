import type { Order } from '../record/order.ts'
import { stopOf } from '../record/order.ts'
import type { Parcel, PrintIntent, Waybill } from '../record/outbound.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'
import { withState } from '../printing/recordPrint.ts'
import { orderedQty } from './packItem.ts'

export interface CloseParcelArgs {
  readonly orderId: string
  readonly parcelId: string
  /** The number read from the printed label. */
  readonly waybillNo: string
}

export interface CloseParcelFacts {
  readonly order: Order | null
  readonly parcels: readonly Parcel[]
  readonly waybill: Waybill | null
  readonly intents: readonly PrintIntent[]
}

export type CloseParcelRefusal = 'order.stopped' | 'packing.notLabelled' | 'packing.wrongLabel'

/** Scan-back: the number on the parcel is the number of the parcel. Proves the print, closes the parcel,
 *  and with the last parcel of a fully packed order the order. */
export function closeParcel(
  { order, parcels, waybill, intents }: CloseParcelFacts,
  { parcelId, waybillNo }: CloseParcelArgs,
  { atMs }: { readonly atMs: number },
): Decision<CloseParcelRefusal> {
  if (order && stopOf(order) !== 'none') return reject('order.stopped', { cause: stopOf(order) })
  const parcel = parcels.find((item) => item.id === parcelId)
  // A closed parcel is scanned back again when its label was printed again.
  const isLabelled = parcel?.state === 'labelled' || parcel?.state === 'closed'
  if (!order || !parcel || !isLabelled || !waybill) return reject('packing.notLabelled')
  if (parcel.waybillNo !== waybillNo || waybill.parcelId !== parcelId)
    return reject('packing.wrongLabel', { no: waybillNo, expected: parcel.waybillNo })
  const closed: Parcel = { ...parcel, state: 'closed', closedAtMs: atMs }
  const others = parcels.filter((item) => item.id !== parcelId && item.state !== 'void')
  const orderPacked = isPacked(order, [...others, closed])
  const puts = [
    put('parcels', closed),
    put('waybills', { ...waybill, state: 'proved' }),
    ...intents.filter(isOpen).map((intent) => put('printIntents', withState(intent, 'proved'))),
    ...(orderPacked ? [put('orders', { ...order, state: 'packed' })] : []),
  ]
  return accept([], puts, { orderPacked })
}

/** A print whose fate is told otherwise keeps it: the scan cannot tell which of two prints it read. */
const isOpen = ({ state }: PrintIntent): boolean =>
  state === 'queued' || state === 'accepted' || state === 'unknown'

function isPacked(order: Order, parcels: readonly Parcel[]): boolean {
  const inParcels = parcels.flatMap((parcel) => parcel.lines)
  const packed = inParcels.reduce((sum, line) => sum + line.qty, 0)
  return packed === orderedQty(order) && parcels.every((parcel) => parcel.state === 'closed')
}
