import type { Order } from '../record/order.ts'
import { stopOf } from '../record/order.ts'
import type { Parcel, PrintIntent, Waybill } from '../record/outbound.ts'
import { type Decision, accept, put, reject } from '../stock/decision.ts'
import { withState } from '../printing/recordPrint.ts'
import { orderedQty } from './packItem.ts'
import {
  type ExpectedWeight,
  type WeightReason,
  contentOf,
  differs,
  expectWeight,
} from './weighCheck.ts'

export interface CloseParcelArgs {
  readonly orderId: string
  readonly parcelId: string
  /** The number read from the printed label. */
  readonly waybillNo: string
  /** What the scale showed at the scan; absent = nothing was weighed. */
  readonly weighed?: { readonly weightG: number; readonly scaleId: string }
  /** Lets a parcel go whose weight differs, or that could not be weighed. */
  readonly reason?: WeightReason
}

export interface CloseParcelFacts {
  readonly order: Order | null
  readonly parcels: readonly Parcel[]
  readonly waybill: Waybill | null
  readonly intents: readonly PrintIntent[]
  /** Read only where the parcel was weighed. */
  readonly weighing: WeighingFacts | null
}

export interface WeighingFacts {
  /** True where every SKU of the parcel has a weight. */
  readonly areWeightsKnown: boolean
  /** What parcels of the same content weighed. */
  readonly weighedG: readonly number[]
}

export type CloseParcelRefusal =
  | 'order.stopped'
  | 'packing.notLabelled'
  | 'packing.wrongLabel'
  | 'packing.weightDiff'

/** Scan-back: the number on the parcel is the number of the parcel. Proves the print, closes the parcel,
 *  and with the last parcel of a fully packed order the order. A weight that differs from the expected one
 *  stops the parcel until a reason is given. */
export function closeParcel(
  { order, parcels, waybill, intents, weighing }: CloseParcelFacts,
  args: CloseParcelArgs,
  act: { readonly atMs: number; readonly operatorId: string },
): Decision<CloseParcelRefusal> {
  const { parcelId, waybillNo } = args
  if (order && stopOf(order) !== 'none') return reject('order.stopped', { cause: stopOf(order) })
  const parcel = parcels.find((item) => item.id === parcelId)
  // A closed parcel is scanned back again when its label was printed again.
  const isLabelled = parcel?.state === 'labelled' || parcel?.state === 'closed'
  if (!order || !parcel || !isLabelled || !waybill) return reject('packing.notLabelled')
  if (parcel.waybillNo !== waybillNo || waybill.parcelId !== parcelId)
    return reject('packing.wrongLabel', { no: waybillNo, expected: parcel.waybillNo })
  const expected = weighing && expectedOf(parcel, weighing)
  const { weighed, reason } = args
  if (weighed && expected && !reason && differs(weighed.weightG, expected))
    return reject('packing.weightDiff', { weightG: weighed.weightG, ...expected })
  const weight = weightOf(parcel, args, expected, act.operatorId)
  const closed: Parcel = { ...parcel, ...weight, state: 'closed', closedAtMs: act.atMs }
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

/** null: a SKU has no weight, so the weight is only recorded. */
const expectedOf = (parcel: Parcel, { areWeightsKnown, weighedG }: WeighingFacts) =>
  areWeightsKnown ? expectWeight(parcel.expectedWeightG, weighedG) : null

function weightOf(
  parcel: Parcel,
  { weighed, reason }: CloseParcelArgs,
  expected: ExpectedWeight | null,
  weighedBy: string,
): Pick<Parcel, 'weighed' | 'weighedAs' | 'notWeighed'> {
  if (!weighed) return reason ? { notWeighed: reason } : {}
  const { weightG } = weighed
  const { expectedG, toleranceG } = expected ?? {
    expectedG: parcel.expectedWeightG,
    toleranceG: null,
  }
  const isOff = expected !== null && differs(weightG, expected)
  const row = { ...weighed, expectedG, toleranceG, weighedBy, reason: isOff ? (reason ?? '') : '' }
  // A scale that is wrong teaches nothing about such parcels.
  if (isOff && reason === 'scaleWrong') return { weighed: row }
  return { weighed: row, weighedAs: contentOf(parcel) }
}
