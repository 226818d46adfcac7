import type { Order } from '../record/order.ts'
import { shippableLines, stopOf } from '../record/order.ts'
import type { Parcel, ParcelLine } from '../record/outbound.ts'
import type { ParcelId, PlaceId, SkuId, Tote } from '../record/place.ts'
import { type Balance, balanceKey, balanceQty } from '../stock/balance.ts'
import { type Decision, type Put, accept, put, reject } from '../stock/decision.ts'
import type { MovementDraft } from '../stock/movement.ts'
import { type WaybillFacts, bindParcel } from './bindWaybill.ts'

/** So many pieces of one lot for one order line, out of one tote. */
export interface PackPart {
  readonly orderLine: number
  readonly skuId: SkuId
  readonly lot: string
  readonly qty: number
  readonly fromPlaceId: PlaceId
}

export interface PackItemArgs {
  readonly orderId: string
  readonly parcelId: ParcelId
  readonly parcelNo: number
  readonly parts: readonly PackPart[]
}

export interface PackItemFacts {
  readonly order: Order | null
  readonly parcels: readonly Parcel[]
  readonly totes: readonly Tote[]
  readonly balances: readonly Balance[]
  /** Read only where these items are the last of the order. */
  readonly waybill: WaybillFacts | null
}

export type PackItemRefusal =
  | 'order.stopped'
  | 'packing.notPicked'
  | 'packing.notOpen'
  | 'packing.extra'
  | 'packing.notInTote'

/** One item scan: goods from the tote into the parcel. The last good item also gives the parcel its
 *  number and its label, in the same command: a parcel is never full without asking for one. */
export function packItem(
  facts: PackItemFacts,
  args: PackItemArgs,
  context: { readonly atMs: number; readonly operatorId: string },
): Decision<PackItemRefusal> {
  const { order } = facts
  if (order && stopOf(order) !== 'none') return reject('order.stopped', { cause: stopOf(order) })
  if (order?.state !== 'picked') return reject('packing.notPicked')
  const known = facts.parcels.find((parcel) => parcel.id === args.parcelId)
  if (known && known.state !== 'open') return reject('packing.notOpen')
  const extra = args.parts.find((part) => leftOfLine(order, facts.parcels, args, part) < 0)
  if (extra) return reject('packing.extra', { sku: extra.skuId })
  const absent = args.parts.find((part) => !isInTote(facts.balances, args.parts, part))
  if (absent) return reject('packing.notInTote', { sku: absent.skuId })
  const parcel = addParts(known ?? newParcel(order, args), args.parts, context.operatorId)
  const movements = args.parts.map((part) => toMovement(part, args))
  if (!isLastItem(order, facts.parcels, args))
    return accept(movements, [put('parcels', parcel)], { parcelId: parcel.id, waybillNo: '' })
  return finish(facts, movements, parcel, context.atMs)
}

function finish(
  { totes, waybill }: PackItemFacts,
  movements: readonly MovementDraft[],
  parcel: Parcel,
  atMs: number,
): Decision<never> {
  const none: WaybillFacts = { carrier: null, next: null, leftQty: 0, sizes: {}, supplies: [] }
  const bound = bindParcel(parcel, waybill ?? none, atMs)
  const freed: Put[] = totes.map((tote) => put('totes', { ...tote, orderId: null }))
  return accept(movements, [...bound.puts, ...freed], bound.result)
}

/** True when these parts complete the order: what all its parcels hold is what was ordered. */
export function isLastItem(
  order: Order,
  parcels: readonly Parcel[],
  { parts }: Pick<PackItemArgs, 'parts'>,
): boolean {
  const added = parts.reduce((sum, part) => sum + part.qty, 0)
  return packedQty(parcels) + added === orderedQty(order)
}

/** Pieces the parcels of an order must hold. */
export function orderedQty(order: Order): number {
  return shippableLines(order).reduce((sum, line) => sum + line.qty, 0)
}

function packedQty(parcels: readonly Parcel[]): number {
  return liveLines(parcels).reduce((sum, line) => sum + line.qty, 0)
}

const liveLines = (parcels: readonly Parcel[]): ParcelLine[] =>
  parcels.filter((parcel) => parcel.state !== 'void').flatMap((parcel) => parcel.lines)

function leftOfLine(
  order: Order,
  parcels: readonly Parcel[],
  { parts }: PackItemArgs,
  of: PackPart,
): number {
  const line = shippableLines(order).find(
    (item) => item.line === of.orderLine && item.skuId === of.skuId,
  )
  const used = [...liveLines(parcels), ...parts].filter((item) => item.orderLine === of.orderLine)
  return used.reduce((left, item) => left - item.qty, line?.qty ?? 0)
}

function isInTote(balances: readonly Balance[], parts: readonly PackPart[], of: PackPart): boolean {
  const key = partKey(of)
  const asked = parts.filter((part) => partKey(part) === key)
  const held = balances.find((balance) => balance.key === key)
  return asked.reduce((sum, part) => sum + part.qty, 0) <= (held ? balanceQty(held) : 0)
}

/** The balance a part is taken from. */
export function partKey({ fromPlaceId, skuId, lot }: PackPart): string {
  return balanceKey({ placeId: fromPlaceId, state: 'available' }, skuId, lot)
}

function newParcel(order: Order, { parcelId, parcelNo }: PackItemArgs): Parcel {
  return {
    id: parcelId,
    orderId: order.id,
    no: parcelNo,
    state: 'open',
    carrierId: '',
    waybillNo: '',
    lines: [],
    packerId: '',
    expectedWeightG: 0,
    labelledAtMs: 0,
    closedAtMs: 0,
    manifestId: '',
    reprints: 0,
  }
}

/** The packer stays with the parcel: a claim about bad packing finds the person. */
function addParts(parcel: Parcel, parts: readonly PackPart[], packerId: string): Parcel {
  const lines = parts.reduce<readonly ParcelLine[]>(addPart, parcel.lines)
  return { ...parcel, lines, packerId }
}

function addPart(lines: readonly ParcelLine[], part: PackPart): readonly ParcelLine[] {
  const { orderLine, skuId, lot, qty } = part
  const same = (line: ParcelLine) => line.orderLine === orderLine && line.lot === lot
  const known = lines.find(same)
  if (!known) return [...lines, { orderLine, skuId, lot, qty }]
  return lines.map((line) => (same(line) ? { ...line, qty: line.qty + qty } : line))
}

function toMovement(part: PackPart, { parcelId, orderId }: PackItemArgs): MovementDraft {
  const { skuId, lot, qty, fromPlaceId } = part
  return {
    skuId,
    lot,
    qty,
    from: { placeId: fromPlaceId, state: 'available' },
    to: { placeId: parcelId, state: 'available' },
    reason: 'pack',
    docRef: orderId,
  }
}
