import type { Carrier, Parcel, PrintIntent, Waybill } from '@/domain/record/outbound.ts'
import type { Order } from '@/domain/record/order.ts'
import type { SkuId } from '@/domain/record/place.ts'
import type { Sku } from '@/domain/record/sku.ts'
import { chooseCarrier } from '@/domain/carrier/chooseCarrier.ts'
import { POOL_LOW_QTY } from '@/domain/carrier/poolLevel.ts'
import {
  type BindWaybillArgs,
  type WaybillFacts,
  bindWaybill,
} from '@/domain/packing/bindWaybill.ts'
import {
  type CloseParcelArgs,
  type WeighingFacts,
  closeParcel,
} from '@/domain/packing/closeParcel.ts'
import { HISTORY_COUNT_MAX, contentOf } from '@/domain/packing/weighCheck.ts'
import { type PackItemArgs, isLastItem, packItem, partKey } from '@/domain/packing/packItem.ts'
import { type ReprintArgs, reprintWaybill } from '@/domain/packing/reprintWaybill.ts'
import { type StageArgs, stageIntercepted } from '@/domain/packing/stageIntercepted.ts'
import { balanceKey } from '@/domain/stock/balance.ts'
import { handler } from '../command.ts'
import type { LedgerReader } from '../ports/ledger.ts'
import { loadPrintsOf } from './printing.ts'

/** Carriers a shop works with. */
export const CARRIERS_MAX = 100
/** Kinds of packing supplies a carton is chosen from. */
export const SUPPLIES_MAX = 200
/** Parcels one order may be split into, void ones counted. */
export const ORDER_PARCELS_MAX = 200
/** Totes one order may lie in. */
export const ORDER_TOTES_MAX = 50
/** Promises of one order: lines times lots and bins. */
export const ORDER_ALLOCATIONS_MAX = 1_000

export const packingCommands = {
  'packing.packItem': handler({
    version: 1,
    async facts(reader, args: PackItemArgs) {
      const loaded = await loadOrder(reader, args.orderId)
      const balances = await reader.balances({ keys: args.parts.map(partKey) })
      const isLast = loaded.order !== null && isLastItem(loaded.order, loaded.parcels, args)
      const own = loaded.parcels.find((parcel) => parcel.id === args.parcelId)
      const skuIds = [...(own?.lines ?? []), ...args.parts].map((item) => item.skuId)
      const waybill = isLast ? await loadWaybillFacts(reader, loaded.order, skuIds) : null
      return { ...loaded, balances, waybill }
    },
    decide: packItem,
  }),
  'packing.bindWaybill': handler({
    version: 1,
    async facts(reader, args: BindWaybillArgs) {
      const order = (await reader.get('orders', args.orderId)) ?? null
      const parcel = (await reader.get('parcels', args.parcelId)) ?? null
      const skuIds = (parcel?.lines ?? []).map((line) => line.skuId)
      return { order, parcel, waybill: await loadWaybillFacts(reader, order, skuIds) }
    },
    decide: bindWaybill,
  }),
  'packing.closeParcel': handler({
    version: 1,
    async facts(reader, args: CloseParcelArgs) {
      const { order, parcels } = await loadOrder(reader, args.orderId)
      const parcel = parcels.find((item) => item.id === args.parcelId)
      const [waybill, intents, weighing] = await Promise.all([
        reader.get('waybills', args.waybillNo),
        loadPrintsOf(reader, args.waybillNo),
        args.weighed && parcel ? loadWeighing(reader, parcel) : null,
      ])
      return { order, parcels, waybill: waybill ?? null, intents, weighing }
    },
    decide: closeParcel,
  }),
  'packing.reprintWaybill': handler({
    version: 1,
    async facts(reader, args: ReprintArgs) {
      const parcel = (await reader.get('parcels', args.parcelId)) ?? null
      return { parcel, intents: await loadPrintsOf(reader, args.waybillNo) }
    },
    decide: reprintWaybill,
  }),
  'packing.stageIntercepted': handler({
    version: 1,
    async facts(reader, args: StageArgs) {
      const loaded = await loadOrder(reader, args.orderId)
      const keys = args.parts.map(({ fromPlaceId, skuId, lot }) =>
        balanceKey({ placeId: fromPlaceId, state: 'available' }, skuId, lot),
      )
      const [balances, allocations, labels] = await Promise.all([
        reader.balances({ keys }),
        reader.list('allocations', {
          index: 'orderId',
          equals: args.orderId,
          limit: ORDER_ALLOCATIONS_MAX,
        }),
        loadLabels(reader, loaded.parcels),
      ])
      return { ...loaded, balances, allocations, ...labels }
    },
    decide: stageIntercepted,
  }),
}

async function loadOrder(reader: LedgerReader, orderId: string) {
  const [order, parcels, totes] = await Promise.all([
    reader.get('orders', orderId),
    reader.list('parcels', { index: 'orderId', equals: orderId, limit: ORDER_PARCELS_MAX }),
    reader.list('totes', { index: 'orderId', equals: orderId, limit: ORDER_TOTES_MAX }),
  ])
  return { order: order ?? null, parcels, totes }
}

/** The carrier of the order and the next number of its pool, as they stand in this transaction. */
async function loadWaybillFacts(
  reader: LedgerReader,
  order: Order | null,
  skuIds: readonly SkuId[],
): Promise<WaybillFacts> {
  const [carriers, skus, supplies] = await Promise.all([
    reader.list('carriers', { limit: CARRIERS_MAX }),
    reader.getMany('skus', skuIds),
    reader.list('supplies', { limit: SUPPLIES_MAX }),
  ])
  const sizes = sizesOf(skus)
  if (order?.issuedWaybillNo !== undefined) {
    const issued = await loadIssued(reader, order.issuedWaybillNo, carriers)
    return { ...issued, sizes: sizesOf(skus), supplies }
  }
  const carrier = order ? carrierOf(carriers, order) : null
  if (!carrier) return { carrier, next: null, leftQty: 0, sizes, supplies }
  const pooled = await reader.list('waybills', {
    index: 'carrierId+state',
    equals: [carrier.id, 'pooled'],
    limit: POOL_LOW_QTY + 1,
  })
  const leftQty = Math.max(0, pooled.length - 1)
  return { carrier, next: pooled[0] ?? null, leftQty, sizes, supplies }
}

/** What is known about the weight of such a parcel. */
async function loadWeighing(reader: LedgerReader, parcel: Parcel): Promise<WeighingFacts> {
  const skuIds = [...new Set(parcel.lines.map((line) => line.skuId))]
  const [skus, alike] = await Promise.all([
    reader.getMany('skus', skuIds),
    reader.list('parcels', {
      index: 'weighedAs',
      equals: contentOf(parcel),
      limit: HISTORY_COUNT_MAX,
    }),
  ])
  const others = alike.filter((row) => row.id !== parcel.id)
  return {
    areWeightsKnown: skus.every((sku) => sku !== undefined && sku.weightG > 0),
    weighedG: others.flatMap((row) => (row.weighed ? [row.weighed.weightG] : [])),
  }
}

const sizesOf = (skus: readonly (Sku | undefined)[]) =>
  Object.fromEntries(skus.flatMap((sku) => (sku ? [[sku.id, sku]] : [])))

/** The number a platform issued for this order, once: no number of the pool may stand in for it, for its
 *  label is one that only the platform can print. */
async function loadIssued(
  reader: LedgerReader,
  waybillNo: string,
  carriers: readonly Carrier[],
): Promise<Pick<WaybillFacts, 'carrier' | 'next' | 'leftQty'>> {
  const waybill = await reader.get('waybills', waybillNo)
  const carrier = carriers.find(({ id }) => id === waybill?.carrierId) ?? null
  return { carrier, next: waybill?.state === 'issued' ? waybill : null, leftQty: POOL_LOW_QTY }
}

const carrierOf = (carriers: readonly Carrier[], order: Order): Carrier | null =>
  chooseCarrier(carriers, { carrierId: order.carrierId, province: order.receiver.province })

async function loadLabels(
  reader: LedgerReader,
  parcels: readonly Parcel[],
): Promise<{ waybills: Waybill[]; intents: PrintIntent[] }> {
  const nos = parcels.map((parcel) => parcel.waybillNo).filter((no) => no !== '')
  const waybills = await reader.getMany('waybills', nos)
  const intents = await Promise.all(nos.map((no) => loadPrintsOf(reader, no)))
  return {
    waybills: waybills.filter((row): row is Waybill => row !== undefined),
    intents: intents.flat(),
  }
}
