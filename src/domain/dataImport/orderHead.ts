import type { Catalogue, ShopZone } from './catalogue.ts'
import type { OrderDraft } from './drafts.ts'
import { momentToMs } from './orderMoment.ts'
import { readReceiver } from './orderReceiver.ts'
import { isOpen } from './orderState.ts'
import type { OrderHabits, OrderState } from './profile.ts'
import { isScientific } from './readCode.ts'
import type { RowReader } from './rowReader.ts'

const ORDER_DAY = /^(\d{2})(\d{2})(\d{2})-/
const WAYBILL_AND_CARRIER = /^(.+)-([^-]+)$/

/** What an order has besides its lines and what follows from them. */
export type OrderHead = Omit<OrderDraft, 'holds' | 'problems' | 'lines'>

/** Reads the part of an order that every row of it repeats. */
export function readHead(
  reader: RowReader,
  frame: {
    orderNo: string
    state: OrderState
    habits: OrderHabits
    catalogue: Catalogue
    zone: ShopZone
  },
): OrderHead {
  const { orderNo, state, habits, catalogue, zone } = frame
  const quiet = !isOpen(state)
  const moment = (field: string) => momentToMs(reader.text(field), zone)
  const { receiver, addressChanged } = readReceiver(reader, quiet)
  const day = habits.dayInOrderNo ? ORDER_DAY.exec(orderNo) : null
  return {
    row: reader.row,
    platform: habits.platform,
    orderNo,
    state,
    placedAtMs: moment('placedAt'),
    paidAtMs: moment('paidAt'),
    shipByMs: moment('shipBy'),
    ...(day ? { orderDay: `20${day[1]}-${day[2]}-${day[3]}` } : {}),
    buyerNote: reader.text('buyerNote'),
    shopNote: reader.text('shopNote'),
    flag: readFlag(reader, habits),
    ...readWaybill(reader, catalogue, quiet),
    ...readMoney(reader, habits),
    addressChanged,
    receiver,
  }
}

function readMoney(
  reader: RowReader,
  habits: OrderHabits,
): Pick<OrderDraft, 'paidFen' | 'postageFen'> {
  // Read for their faults even where the file has no total per order: a formula must be answered.
  for (const field of ['dueFen', 'totalFen', 'itemsFen']) reader.number(field)
  const paidFen = reader.number('paidFen')
  return { paidFen: habits.totalPerOrder ? paidFen : null, postageFen: reader.number('postageFen') }
}

function readFlag(reader: RowReader, habits: OrderHabits): OrderDraft['flag'] {
  const word = reader.text('flag').replace(/旗$/, '')
  return habits.flagWords[word] ?? null
}

function readWaybill(
  reader: RowReader,
  catalogue: Catalogue,
  quiet: boolean,
): Pick<OrderDraft, 'waybillNo' | 'carrierCode' | 'carrierName'> {
  const { waybillNo, carrierName } = reader.has('waybillAndCarrier')
    ? readJoined(reader)
    : { waybillNo: reader.text('waybillNo'), carrierName: reader.text('carrierName') }
  const carrierCode = catalogue.carrierCode(carrierName) ?? null
  if (carrierName !== '' && carrierCode === null && !quiet)
    reader.fault('carrierName', { code: 'unknownCarrier', level: 'keep', params: { carrierName } })
  return { waybillNo: waybillNo || null, carrierCode, carrierName: carrierName || null }
}

/** One cell with both: `778918911631495-申通快递`; the carrier stands behind the last hyphen. */
function readJoined(reader: RowReader): { waybillNo: string; carrierName: string } {
  const text = reader.text('waybillAndCarrier')
  const parts = WAYBILL_AND_CARRIER.exec(text)
  const waybillNo = parts?.[1] ?? text
  if (isScientific(waybillNo))
    reader.fault('waybillAndCarrier', { code: 'sciNumber', level: 'refuseRow' })
  return { waybillNo, carrierName: parts?.[2] ?? '' }
}
