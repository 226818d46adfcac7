import type { Order } from '@/domain/record/order.ts'
import { shippableLines } from '@/domain/record/order.ts'
import type { Parcel, ParcelLine, ParcelState } from '@/domain/record/outbound.ts'
import { parcelNoId } from '@/domain/record/outbound.ts'
import type { ParcelId, PlaceId, SkuId } from '@/domain/record/place.ts'
import type { PackPart } from '@/domain/packing/packItem.ts'
import type { StagePart } from '@/domain/packing/stageIntercepted.ts'

/** One tile of the packing screen; it greys out when `packedQty` reaches `qty`. */
export interface PackLine {
  readonly orderLine: number
  readonly skuId: SkuId
  readonly name: string
  readonly spec: string
  /** The code to scan: its barcode, else its SKU code. */
  readonly code: string
  readonly qty: number
  readonly packedQty: number
}

/** What lies in a tote of the order and is not packed yet. */
export interface ToteStock {
  readonly placeId: PlaceId
  readonly skuId: SkuId
  readonly lot: string
  readonly qty: number
}

export interface PlanParcel {
  readonly id: ParcelId
  readonly no: number
  readonly state: ParcelState
  readonly waybillNo: string
  readonly lines: readonly ParcelLine[]
}

/** One order on the packing table: all the screen shows and the machine decides by. */
export interface PackPlan {
  readonly orderId: string
  readonly orderNo: string
  readonly shop: string
  readonly flag: string
  readonly buyerNote: string
  readonly shopNote: string
  readonly toteCodes: readonly string[]
  /** Where the goods go when the order is stopped. */
  readonly stagingCode: string
  readonly lines: readonly PackLine[]
  readonly stock: readonly ToteStock[]
  readonly parcels: readonly PlanParcel[]
  /** What the last scan packed: a typed number means "so many of it in all". */
  readonly last: { readonly skuId: SkuId; readonly qty: number } | null
  /** Pieces the next item scan stands for. */
  readonly times: number
}

export interface PlanRows {
  readonly order: Order
  readonly parcels: readonly Parcel[]
  readonly stock: readonly ToteStock[]
  readonly toteCodes: readonly string[]
  readonly stagingCode: string
  readonly skuTexts: Readonly<Record<SkuId, { name: string; spec: string; code: string }>>
}

/** The plan as the stored rows say: opening an order half packed goes on where it stood. */
export function createPlan({
  order,
  parcels,
  skuTexts,
  stock,
  toteCodes,
  stagingCode,
}: PlanRows): PackPlan {
  const { id: orderId, orderNo, shop, flag, buyerNote, shopNote } = order
  const live = parcels.filter((parcel) => parcel.state !== 'void').flatMap((parcel) => parcel.lines)
  const packedOf = (orderLine: number) =>
    live.filter((line) => line.orderLine === orderLine).reduce((sum, line) => sum + line.qty, 0)
  const lines = shippableLines(order).map(({ line, skuId, qty, title, spec }): PackLine => {
    const known = skuTexts[skuId] ?? { name: title, spec, code: skuId }
    return { orderLine: line, skuId, ...known, qty, packedQty: packedOf(line) }
  })
  const head = { orderId, orderNo, shop, flag, buyerNote, shopNote, lines }
  const kept = parcels.map(({ id, no, state, waybillNo, lines: held }) => ({
    id,
    no,
    state,
    waybillNo,
    lines: held,
  }))
  return { ...head, stock, toteCodes, stagingCode, parcels: kept, last: null, times: 1 }
}

/** Pieces still missing, of one SKU or of all. */
export function missingQty(plan: PackPlan, skuId?: SkuId): number {
  const asked = plan.lines.filter((line) => skuId === undefined || line.skuId === skuId)
  return asked.reduce((sum, line) => sum + line.qty - line.packedQty, 0)
}

/** The next tile to scan, or null. */
export const nextLine = (plan: PackPlan): PackLine | null =>
  plan.lines.find((line) => line.packedQty < line.qty) ?? null

/** What is missing, in words for a refusal. Example: `BK000001×2, BK000007×1`. */
export function missingText(plan: PackPlan): string {
  const open = plan.lines.filter((line) => line.packedQty < line.qty)
  return open.map((line) => `${line.name} ${line.skuId}×${line.qty - line.packedQty}`).join('；')
}

/** The parcel that takes the next item: the open one, else a new one after the highest number ever
 *  given, so that a void parcel's place is never used again. */
export function openParcel(plan: PackPlan): { readonly id: ParcelId; readonly no: number } {
  const open = plan.parcels.find((parcel) => parcel.state === 'open')
  if (open) return open
  const no = plan.parcels.reduce((max, parcel) => Math.max(max, parcel.no), 0) + 1
  return { id: parcelNoId(plan.orderId, no), no }
}

/** Which order lines, lots and totes `qty` pieces of a SKU come from, or null where the totes hold fewer
 *  by the book. Asks for at most what is missing. */
export function choosePackParts(
  plan: PackPlan,
  skuId: SkuId,
  qty: number,
): readonly PackPart[] | null {
  const stock = plan.stock.filter((row) => row.skuId === skuId).map((row) => ({ ...row }))
  const parts: PackPart[] = []
  let left = qty
  for (const line of plan.lines.filter((item) => item.skuId === skuId)) {
    let open = Math.min(left, line.qty - line.packedQty)
    left -= open
    for (const row of stock) {
      const taken = Math.min(open, row.qty)
      if (taken === 0) continue
      row.qty -= taken
      open -= taken
      const { orderLine } = line
      parts.push({ orderLine, skuId, lot: row.lot, qty: taken, fromPlaceId: row.placeId })
    }
    if (open > 0) return null
  }
  return left === 0 ? parts : null
}

/** The plan after these parts lie in their parcel. */
export function withParts(
  plan: PackPlan,
  parcel: { id: ParcelId; no: number },
  parts: readonly PackPart[],
): PackPlan {
  const sumOf = (fits: (part: PackPart) => boolean) =>
    parts.filter(fits).reduce((sum, part) => sum + part.qty, 0)
  const lines = plan.lines.map((line) => ({
    ...line,
    packedQty: line.packedQty + sumOf((part) => part.orderLine === line.orderLine),
  }))
  const stock = plan.stock.map((row) => {
    const taken = sumOf(
      ({ fromPlaceId, skuId, lot }) =>
        fromPlaceId === row.placeId && skuId === row.skuId && lot === row.lot,
    )
    return { ...row, qty: row.qty - taken }
  })
  const added = parts.map(({ orderLine, skuId, lot, qty }) => ({ orderLine, skuId, lot, qty }))
  const known = plan.parcels.find((row) => row.id === parcel.id)
  const own: PlanParcel = known
    ? { ...known, lines: [...known.lines, ...added] }
    : { id: parcel.id, no: parcel.no, state: 'open', waybillNo: '', lines: added }
  const others = plan.parcels.filter((row) => row.id !== parcel.id)
  return { ...plan, lines, stock, parcels: [...others, own], times: 1 }
}

/** The plan after one of its parcels moved on. */
export function withParcel(
  plan: PackPlan,
  id: string,
  change: Partial<Pick<PlanParcel, 'state' | 'waybillNo'>>,
): PackPlan {
  const parcels = plan.parcels.map((row) => (row.id === id ? { ...row, ...change } : row))
  return { ...plan, parcels, last: null, times: 1 }
}

/** All goods of the order on this table: what a stop carries to the staging bin. */
export function stageParts(plan: PackPlan): readonly StagePart[] {
  const inTotes = plan.stock
    .filter((row) => row.qty > 0)
    .map(({ placeId, skuId, lot, qty }) => ({ skuId, lot, qty, fromPlaceId: placeId }))
  const live = plan.parcels.filter((row) => row.state !== 'void')
  const inParcels = live.flatMap((row) =>
    row.lines.map(({ skuId, lot, qty }) => ({ skuId, lot, qty, fromPlaceId: row.id as PlaceId })),
  )
  return sumParts([...inTotes, ...inParcels])
}

/** One part for each place, SKU and lot: two order lines of one SKU are one heap in the parcel. */
function sumParts(parts: readonly StagePart[]): StagePart[] {
  const sums = new Map<string, StagePart>()
  for (const part of parts) {
    const key = `${part.fromPlaceId}|${part.skuId}|${part.lot}`
    sums.set(key, { ...part, qty: part.qty + (sums.get(key)?.qty ?? 0) })
  }
  return [...sums.values()]
}
