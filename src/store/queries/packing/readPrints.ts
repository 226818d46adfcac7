import type { Order, OrderReceiver } from '@/domain/record/order.ts'
import type { Carrier, Parcel, PrintIntent } from '@/domain/record/outbound.ts'
import type { PrintData } from '@/domain/record/printData.ts'
import { type HandlingMark, handlingMarks } from '@/domain/record/sku.ts'
import { readOldest } from '../printing/readPrintTroubles.ts'
import type { StationData } from '../stationData.ts'

/** Prints looked at in one go; the rest follows. */
export const PRINTS_AT_ONCE_MAX = 200

/** Labels the host has not taken yet, oldest first. */
export async function readQueuedPrints(data: StationData): Promise<PrintIntent[]> {
  return readOldest(data, 'queued', PRINTS_AT_ONCE_MAX)
}

/** All a waybill says, from the stored rows; the receiver is masked since the import. */
export interface WaybillPrint {
  readonly waybillNo: string
  readonly carrier: Carrier
  readonly receiver: OrderReceiver
  readonly orderId: string
  readonly orderNo: string
  readonly shop: string
  readonly packerName: string
  readonly lines: readonly PrintLine[]
  /** Grams, as expected from the weights of the SKUs and of the carton; `cartonName` '' = none is known. */
  readonly expectedWeightG: number
  readonly cartonName: string
  readonly cartonWeightG: number
  /** Handling marks of any of the goods. */
  readonly marks: readonly HandlingMark[]
  /** What the buyer asks for, as typed; the shop's own note never leaves the house. */
  readonly note: string
  /** Set where only the platform's own component can print it. */
  readonly printData: PrintData | null
}

export interface PrintLine {
  readonly skuCode: string
  readonly name: string
  readonly spec: string
  readonly colour: string
  readonly size: string
  readonly lot: string
  readonly qty: number
  readonly marks: readonly HandlingMark[]
}

/** What the label of one parcel says; null where the parcel is gone (its command was undone). */
export async function readWaybillPrint(
  data: StationData,
  parcelId: string,
): Promise<WaybillPrint | null> {
  const parcel = await data.documents('parcels').get(parcelId as never)
  if (!parcel || parcel.waybillNo === '') return null
  const [order, carrier, packer, carton, waybill] = await Promise.all([
    data.documents('orders').get(parcel.orderId),
    data.documents('carriers').get(parcel.carrierId),
    data.documents('operators').get(parcel.packerId),
    data.documents('supplies').get(parcel.cartonType ?? ''),
    data.documents('waybills').get(parcel.waybillNo),
  ])
  if (!order || !carrier) return null
  const { waybillNo, packerId, expectedWeightG, cartonType = '', cartonWeightG = 0 } = parcel
  const { receiver, orderNo, shop } = order
  const packerName = packer?.name ?? packerId
  const lines = await toLines(data, parcel, order)
  const marks = handlingMarks.filter((mark) => lines.some((line) => line.marks.includes(mark)))
  const head = { waybillNo, carrier, receiver, orderId: order.id, orderNo, shop, packerName }
  const weight = { expectedWeightG, cartonName: carton?.name ?? cartonType, cartonWeightG }
  const printData = waybill?.printData ?? null
  return { ...head, ...weight, lines, marks, note: order.buyerNote, printData }
}

async function toLines(data: StationData, { lines }: Parcel, order: Order): Promise<PrintLine[]> {
  const skus = await data.documents('skus').bulkGet(lines.map((line) => line.skuId))
  return lines.map(({ skuId, lot, qty, orderLine }, i) => {
    const sku = skus[i]
    const said = order.lines.find((line) => line.line === orderLine)
    const name = sku?.name ?? said?.title ?? skuId
    const spec = sku?.spec || said?.spec || ''
    const { colour = '', size = '' } = sku ?? {}
    return { skuCode: skuId, name, spec, colour, size, lot, qty, marks: sku?.marks ?? [] }
  })
}
