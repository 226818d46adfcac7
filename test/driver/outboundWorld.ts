import type { Carrier, Waybill } from '@/domain/record/outbound.ts'
import type { Order, OrderLine } from '@/domain/record/order.ts'
import { orderIdOf } from '@/domain/record/order.ts'
import { skuIdOf, toteIdOf } from '@/domain/record/place.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import type { TestWarehouse } from './testWarehouse.ts'
import {
  STORY_START_MS,
  createTestWarehouse,
  testBarcode,
  testBin,
  testSku,
  testTote,
} from './testWarehouse.ts'

export const testCarrier = (id: string, more: Partial<Carrier> = {}): Carrier => ({
  id,
  name: `${id} 快递`,
  cutoff: '18:00',
  paperWidthMm: 100,
  paperHeightMm: 150,
  notServed: [],
  phone: '',
  isDefault: 0,
  badge: `ZQB${id}COURIER`,
  ...more,
})

export const testWaybill = (id: string, carrierId: string): Waybill => ({
  id,
  carrierId,
  state: 'pooled',
  parcelId: null,
})

export function testLine(line: number, skuCode: string, qty: number): OrderLine {
  return {
    line,
    skuId: skuIdOf(skuCode),
    qty,
    title: skuCode,
    spec: '',
    priceFen: 2000,
    gift: 0,
    refund: 'none',
  }
}

/** An order as the shop's file and the picker left it: paid, plain receiver, state `picked`. */
export function testOrder(
  orderNo: string,
  lines: readonly OrderLine[],
  more: Partial<Order> = {},
): Order {
  return {
    id: orderIdOf('shop1', orderNo),
    orderNo,
    shop: 'shop1',
    state: 'picked',
    holds: [],
    intercept: 'none',
    placedAtMs: STORY_START_MS,
    paidAtMs: STORY_START_MS,
    shipByMs: STORY_START_MS + 86_400_000,
    buyerNote: '',
    shopNote: '',
    flag: '',
    receiver: {
      kind: 'plain',
      maskedName: '张*',
      maskedPhone: '138****0000',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      maskedDetail: '文三路***',
      piiId: null,
    },
    lines,
    carrierId: '',
    totalQty: lines.reduce((sum, line) => sum + line.qty, 0),
    revision: 'r1',
    ...more,
  }
}

/** Puts a picked order into its tote: the rows and the stock the picker leaves behind. */
export async function seedPicked(
  world: TestWarehouse,
  order: Order,
  toteCode: string,
): Promise<void> {
  await world.seed('orders', [order])
  await world.seed('totes', [{ ...testTote(toteCode), orderId: order.id }])
  for (const { skuId, qty } of order.lines) await seedTote(world, toteCode, { sku: skuId, qty })
}

/** Stock in a tote, from `adjustment`. */
export async function seedTote(
  world: TestWarehouse,
  toteCode: string,
  of: { readonly sku: string; readonly qty: number; readonly lot?: string },
): Promise<void> {
  const skuId = skuIdOf(of.sku)
  const lot = of.lot ?? ''
  for (const [placeId, added] of [
    [toteIdOf(toteCode), of.qty],
    ['adjustment', -of.qty],
  ] as const) {
    const key = `${placeId}|${skuId}|${lot}|available`
    const known = await world.db.balances.get(key)
    const qtyPending = (known?.qtyPending ?? 0) + added
    const held = { key, placeId, skuId, lot, qtyConfirmed: 0, qtyPending }
    await world.db.balances.put({ ...held, state: 'available' })
  }
}

/** Two SKUs, a packing zone, two carriers with their numbers; order 1001 (A×2, B×1) in tote T-0001. */
export async function createOutboundWorld(numbers = 100): Promise<TestWarehouse> {
  const world = await createTestWarehouse()
  await world.seed('skus', [testSku('BK1'), testSku('BK2', { weightG: 500 }), testSku('BK3')])
  await world.seed('barcodes', [testBarcode('9787000000011', 'BK1')])
  await world.seed('bins', [
    testBin('P-01-1-01', { zone: 'pack', role: 'staging' }),
    testBin('P-01-1-02', { zone: 'pack', role: 'staging' }),
  ])
  await world.seed('carriers', [
    testCarrier('STO', { isDefault: 1, notServed: ['西藏自治区'] }),
    testCarrier('YTO'),
  ])
  const sto = Array.from({ length: numbers }, (_, i) => testWaybill(String(7_700_001 + i), 'STO'))
  const yto = Array.from({ length: 60 }, (_, i) => testWaybill(`YT${1001 + i}`, 'YTO'))
  await world.seed('waybills', [...sto, ...yto])
  await seedPicked(
    world,
    testOrder('1001', [testLine(1, 'BK1', 2), testLine(2, 'BK2', 1)]),
    'T-0001',
  )
  return world
}

/** What is wrong with the stock: SKUs that do not sum to zero over all places, and real places below
 *  zero. Empty = sound. */
export async function stockFaults(world: TestWarehouse): Promise<string[]> {
  const rows = await world.db.balances.toArray()
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.skuId, (sums.get(row.skuId) ?? 0) + balanceQty(row))
  const uneven = [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([sku, sum]) => `${sku} sums to ${sum}`)
  const below = rows.filter((row) => row.placeId.includes(':') && balanceQty(row) < 0)
  return [...uneven, ...below.map((row) => `${row.key} is ${balanceQty(row)}`)]
}

/** Marks the order as the shop would: its file came in while the parcel was on the table. */
export async function stopOrder(
  world: TestWarehouse,
  orderId: string,
  intercept: Order['intercept'],
): Promise<void> {
  await world.db.table('orders').update(orderId, { intercept })
}
