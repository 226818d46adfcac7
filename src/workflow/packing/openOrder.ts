import type { Order } from '@/domain/record/order.ts'
import { stopOf } from '@/domain/record/order.ts'
import { type PackPlan, type PlanRows, createPlan, missingQty, stageParts } from './packPlan.ts'
import type { Opening } from './packingState.ts'

const refuse = (code: string, order: Order): Opening => ({
  kind: 'refused',
  code,
  params: { orderNo: order.orderNo },
})

/** The rows of an order; `waybillNo`: the label it was opened by, '' = by tote or number. */
export interface OpeningRows extends PlanRows {
  readonly waybillNo: string
}

/** Where an order stands on the packing table, from its rows: to be packed, waiting for a number or for
 *  its scan-back, stopped, or not to be packed here at all. */
export function openOrder(rows: OpeningRows): Opening {
  const { order } = rows
  const plan = createPlan(rows)
  if (stopOf(order) !== 'none')
    return stageParts(plan).length > 0 && !isGone(rows)
      ? { kind: 'stopped', plan }
      : refuse('PACK-015', order)
  if (order.state === 'packed') return packedOpening(rows, plan)
  if (order.state === 'handedOver' || order.state === 'closed') return refuse('PACK-003', order)
  if (order.state !== 'picked') return refuse('PACK-005', order)
  if (order.receiver.kind !== 'plain' && order.issuedWaybillNo === undefined)
    return refuse('PACK-006', order)
  const labelled = plan.parcels.find((parcel) => parcel.state === 'labelled')
  if (labelled)
    return { kind: 'labelled', plan, parcelId: labelled.id, waybillNo: labelled.waybillNo }
  const full = plan.parcels.find((parcel) => parcel.state === 'verified')
  if (full) return { kind: 'unlabelled', plan, parcelId: full.id }
  return missingQty(plan) > 0 ? { kind: 'items', plan } : refuse('PACK-002', order)
}

/** The parcel whose label can be printed again: the one that was scanned, else the last that is here. */
function packedOpening({ order, waybillNo }: OpeningRows, plan: PackPlan): Opening {
  const here = plan.parcels.filter((parcel) => parcel.state === 'closed')
  const asked = here.find((parcel) => parcel.waybillNo === waybillNo) ?? here.at(-1)
  return asked
    ? { kind: 'packed', plan, parcelId: asked.id, waybillNo: asked.waybillNo }
    : refuse('PACK-003', order)
}

const isGone = ({ parcels }: PlanRows): boolean =>
  parcels.some((parcel) => parcel.state === 'manifested' || parcel.state === 'handedOver')
