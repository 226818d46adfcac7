import { gs1CheckDigit } from '@/domain/barcode/checkDigit.ts'
import type { Allocation, Order } from '@/domain/record/order.ts'
import type { Carrier, Waybill } from '@/domain/record/outbound.ts'
import { type Bin, type BinId, binIdOf, skuIdOf } from '@/domain/record/place.ts'
import { type Barcode, type Sku, barcodeIdOf } from '@/domain/record/sku.ts'
import { type Balance, balanceKey } from '@/domain/stock/balance.ts'
import type { Movement, StockPlace } from '@/domain/stock/movement.ts'
import type { MovementId } from '@/kernel/ids.ts'

/** How big the benchmark's warehouse is. */
export interface FillSizes {
  readonly skus: number
  readonly orders: number
  readonly movements: number
}

/** Every row follows from its number alone: a run anywhere fills the same warehouse. */
const SKUS_PER_BIN = 20
const SECOND_LINE_OF = 3
const HELD_OF = 20
/** So many SKUs sell far more than the others: their lists of movements are long. */
const HOT_SKUS = 200
const HOT_SHARE_OF = 5
const RECEIVED_QTY = 100_000
const FIRST_MS = Date.UTC(2026, 9, 1)
const MINUTE_MS = 60_000
const POOLED_WAYBILLS = 20_000
const STAGED_SKUS = 50

const padded = (no: number, digits: number) => String(no).padStart(digits, '0')
export const skuCodeOf = (no: number): string => `SK${padded(no, 7)}`
/** Example: 12 -> 6900000000124 (EAN-13). */
export function itemCodeOf(no: number): string {
  const head = `690${padded(no, 9)}`
  return `${head}${gs1CheckDigit(head)}`
}
export const binsFor = ({ skus }: FillSizes): number => Math.ceil(skus / SKUS_PER_BIN)
const binCodeOf = (no: number): string => {
  const corridor = String.fromCharCode(65 + (Math.floor(no / 1_000) % 26))
  const rack = padded(1 + (Math.floor(no / 50) % 20), 2)
  return `${corridor}-${rack}-${1 + (Math.floor(no / 10) % 5)}-${padded(1 + (no % 10), 2)}`
}
export const binOfSku = (no: number): BinId => binIdOf(binCodeOf(Math.floor(no / SKUS_PER_BIN)))
export const STAGING = binIdOf('RECV-01')

export function skuRow(no: number): Sku {
  return {
    id: skuIdOf(skuCodeOf(no)),
    styleNo: `ST${padded(Math.floor(no / 4), 6)}`,
    name: `《晨光书简》第 ${no} 册`,
    spec: '平装',
    colour: no % 2 === 0 ? '米白' : '',
    size: '',
    category: '图书',
    weightG: 200 + (no % 400),
    lengthMm: 210,
    widthMm: 148,
    heightMm: 12,
    costFen: 1_500,
    priceFen: 3_900,
    lotTracked: 0,
    shelfLifeDays: null,
    abcClass: no < HOT_SKUS ? 'A' : 'C',
  }
}

export function barcodeRow(no: number): Barcode {
  const code = itemCodeOf(no)
  const skuId = skuIdOf(skuCodeOf(no))
  return { id: barcodeIdOf(code, skuId), code, skuId, unitQty: 1 }
}

export function binRow(no: number): Bin {
  const code = binCodeOf(no)
  return {
    id: binIdOf(code),
    code,
    zone: 'storage',
    corridor: code.slice(0, 1),
    rack: 1 + (Math.floor(no / 50) % 20),
    level: 1 + (Math.floor(no / 10) % 5),
    position: 1 + (no % 10),
    lengthMm: 0,
    widthMm: 0,
    heightMm: 0,
    weightLimitG: 0,
    role: 'pick',
    mixRule: 'any',
  }
}

export function stagingRow(): Bin {
  return { ...binRow(0), id: STAGING, code: 'RECV-01', corridor: 'RECV', level: 0, role: 'staging' }
}

/** SKUs of one order: every fifth line is one of the hot ones. */
function skusOfOrder(no: number, { skus }: FillSizes): number[] {
  const lines = no % SECOND_LINE_OF === 0 ? 2 : 1
  return Array.from({ length: lines }, (_, line) => {
    const drawn = (no * 7_919 + line * 104_729) % skus
    return no % HOT_SHARE_OF === 0 ? drawn % Math.min(HOT_SKUS, skus) : drawn
  })
}

export function orderRow(no: number, sizes: FillSizes): Order {
  const orderNo = `26${padded(no, 17)}`
  const isHeld = no % HELD_OF === HELD_OF - 1
  const skus = skusOfOrder(no, sizes)
  const paidAtMs = FIRST_MS + no * 20_000
  return {
    id: `bench:${orderNo}`,
    orderNo,
    shop: 'bench',
    state: isHeld ? 'held' : 'allocated',
    holds: isHeld ? ['risk'] : [],
    intercept: 'none',
    placedAtMs: paidAtMs - MINUTE_MS,
    paidAtMs,
    shipByMs: paidAtMs + 24 * 60 * MINUTE_MS,
    buyerNote: '',
    shopNote: '',
    flag: '',
    receiver: {
      kind: 'plain',
      maskedName: '顾*',
      maskedPhone: '137****0062',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      maskedDetail: '听松路***',
      piiId: null,
    },
    lines: skus.map((sku, i) => ({
      line: i + 1,
      skuId: skuIdOf(skuCodeOf(sku)),
      qty: 1,
      title: `《晨光书简》第 ${sku} 册`,
      spec: '平装',
      priceFen: 3_900,
      gift: 0,
      refund: 'none',
    })),
    carrierId: '',
    totalQty: skus.length,
    revision: padded(no, 16),
  }
}

export function allocationRows(no: number, sizes: FillSizes): Allocation[] {
  const order = orderRow(no, sizes)
  if (order.state === 'held') return []
  return skusOfOrder(no, sizes).map((sku, i) => {
    const skuId = skuIdOf(skuCodeOf(sku))
    const placeId = binOfSku(sku)
    return {
      id: `${order.id}#${i + 1}#0`,
      orderId: order.id,
      orderLine: i + 1,
      skuId,
      placeId,
      lot: '',
      qty: 1,
      state: 'open',
      openSku: skuId,
      openPlace: placeId,
    }
  })
}

const inBin = (sku: number): StockPlace => ({ placeId: binOfSku(sku), state: 'available' })
const supplier: StockPlace = { placeId: 'supplier', state: 'available' }
const buyer: StockPlace = { placeId: 'customer', state: 'available' }

/** The SKU of the n-th movement: each SKU first comes in once, then sells; the hot ones a fifth of all. */
function skuOfMovement(no: number, { skus }: FillSizes): number {
  const isHot = no >= skus && no % HOT_SHARE_OF === 0
  return isHot ? Math.floor(no / HOT_SHARE_OF) % Math.min(HOT_SKUS, skus) : no % skus
}

export function movementRow(no: number, sizes: FillSizes): Movement {
  const sku = skuOfMovement(no, sizes)
  const isFirst = no < sizes.skus
  const commandId = `0199${padded(no, 4 + 8).slice(0, 4)}-${padded(no, 8)}-7000-8000-000000000000`
  return {
    id: `${commandId}#0` as MovementId,
    commandId,
    line: 0,
    operatorId: 'op1',
    station: 'st-bench',
    seq: no,
    atMs: FIRST_MS + no * 1_000,
    skuId: skuIdOf(skuCodeOf(sku)),
    lot: '',
    qty: isFirst ? RECEIVED_QTY : 1,
    from: isFirst ? supplier : inBin(sku),
    to: isFirst ? inBin(sku) : buyer,
    reason: isFirst ? 'opening' : 'handover',
    docRef: isFirst ? '' : `parcel:${padded(no, 9)}`,
  }
}

/** Pieces of each SKU that were sold, so that balances and movements agree. */
export function soldBySku(sizes: FillSizes): Uint32Array {
  const sold = new Uint32Array(sizes.skus)
  for (let no = sizes.skus; no < sizes.movements; no += 1) {
    const sku = skuOfMovement(no, sizes)
    sold[sku] = (sold[sku] ?? 0) + 1
  }
  return sold
}

export function balanceRows(no: number, soldQty: number): Balance[] {
  const skuId = skuIdOf(skuCodeOf(no))
  const row = (place: StockPlace, qtyPending: number): Balance => ({
    key: balanceKey(place, skuId, ''),
    placeId: place.placeId,
    skuId,
    lot: '',
    state: place.state,
    qtyConfirmed: 0,
    qtyPending,
  })
  const staged: StockPlace = { placeId: STAGING, state: 'available' }
  const isStaged = no < STAGED_SKUS
  const rows = [
    row(inBin(no), RECEIVED_QTY - soldQty),
    row(supplier, -RECEIVED_QTY - (isStaged ? RECEIVED_QTY : 0)),
  ]
  if (soldQty > 0) rows.push(row(buyer, soldQty))
  if (isStaged) rows.push(row(staged, RECEIVED_QTY))
  return rows
}

export const carrierRow = (): Carrier => ({
  id: 'SF',
  name: '顺丰速运',
  cutoff: '18:00',
  paperWidthMm: 100,
  paperHeightMm: 150,
  notServed: [],
  phone: '',
  isDefault: 1,
  badge: 'ZQBSF',
})

export const waybillRows = (): Waybill[] =>
  Array.from({ length: POOLED_WAYBILLS }, (_, no) => ({
    id: `SF${padded(3_000_000_000_000 + no, 13)}`,
    carrierId: 'SF',
    state: 'pooled',
    parcelId: null,
  }))
