import { beforeEach, describe, expect, it } from 'vitest'
import type { OrderDraft } from '@/domain/allocation/orderDraft.ts'
import { INTAKE_MAX } from '@/domain/allocation/orderDraft.ts'
import { ALLOCATE_MAX } from '@/domain/allocation/allocateOrders.ts'
import { createSeededRandom } from '@/kernel/random.ts'
import { createReserver, reserveOrders } from '@/app/reserveOrders.ts'
import { runCommand } from '@/app/runCommand.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import {
  STORY_START_MS,
  type TestWarehouse,
  createTestWarehouse,
  testBin,
  testSku,
} from '../driver/testWarehouse.ts'
import { intake, testDraft } from '../driver/testOrder.ts'

const HOUR_MS = 3_600_000
let warehouse: TestWarehouse

beforeEach(async () => {
  warehouse = await createTestWarehouse()
  await warehouse.seed(
    'skus',
    ['BK1', 'BK2'].map((code) => testSku(code)),
  )
  await warehouse.seed('bins', [
    testBin('A-01-1-01'),
    testBin('A-02-1-01', { role: 'bulk' }),
    testBin('R-01-1-01', { role: 'staging' }),
    testBin('X-01-1-01', { zone: 'defective' }),
  ])
  await warehouse.stock('A-01-1-01', 'BK1', 3)
  await warehouse.stock('A-02-1-01', 'BK1', 2)
  await warehouse.stock('R-01-1-01', 'BK1', 9)
  await warehouse.stock('X-01-1-01', 'BK1', 9)
})

const order = (orderNo: string) => warehouse.ledger.reader.get('orders', `taobao:${orderNo}`)
const stateOf = async (orderNo: string) => {
  const row = await order(orderNo)
  return [row?.state, ...(row?.holds ?? [])].join(' ')
}
const openQty = async (skuId: string) => {
  const rows = await warehouse.db.table('allocations').where('openSku').equals(skuId).toArray()
  return rows.reduce((sum, row) => sum + row.qty, 0)
}
const run = (name: 'allocation.releaseHold' | 'allocation.cancelOrder', orderNo: string) =>
  runCommand(warehouse, warehouse.newId(), name, { orderId: `taobao:${orderNo}`, reason: 'asked' })

describe('taking orders in', () => {
  it('counts what is new, changed and the same; the same file twice changes nothing', async () => {
    const first = [testDraft('1', { BK1: 1 }), testDraft('2', { BK1: 1 })]
    const none = { added: 0, changed: 0, unchanged: 0, held: 0, intercepted: 0 }
    expect(await intake(warehouse, ...first)).toEqual({ ...none, added: 2 })
    const before = await warehouse.db.table('orders').toArray()
    expect(await intake(warehouse, ...first)).toEqual({ ...none, unchanged: 2 })
    expect(await warehouse.db.table('orders').toArray()).toEqual(before)
    const later = testDraft('2', { BK1: 1 }, { shopNote: 'gift wrap' })
    expect(await intake(warehouse, later)).toEqual({ ...none, changed: 1 })
    expect(await stateOf('2')).toBe('allocated')
    expect((await order('2'))?.shopNote).toBe('gift wrap')
  })

  it('gives each shop its time from payment, unless the file says when', async () => {
    await warehouse.seed('shops', [{ id: 'fresh', name: 'fresh', shipWithinHours: 48 }])
    await intake(
      warehouse,
      testDraft('1', { BK1: 1 }),
      testDraft('2', { BK1: 1 }, { shop: 'fresh' }),
      testDraft('3', { BK1: 1 }, { shipByMs: 77 }),
    )
    const paidAtMs = STORY_START_MS - HOUR_MS
    expect((await order('1'))?.shipByMs).toBe(paidAtMs + 24 * HOUR_MS)
    const fresh = await warehouse.ledger.reader.get('orders', 'fresh:2')
    expect(fresh?.shipByMs).toBe(paidAtMs + 48 * HOUR_MS)
    expect((await order('3'))?.shipByMs).toBe(77)
  })

  it('counts the term of an order that tells no moment from when it first came in', async () => {
    const silent = { paidAtMs: 0, placedAtMs: 0, holds: ['addressMasked'] } as const
    await intake(warehouse, testDraft('1', { BK1: 1 }), testDraft('2', { BK1: 1 }, silent))
    expect((await order('2'))?.shipByMs).toBe(STORY_START_MS + 24 * HOUR_MS)
    const queue = await warehouse.db.table('orders').orderBy('[state+shipByMs]').toArray()
    expect(queue.map((row) => row.shipByMs)).not.toContain(24 * HOUR_MS)
    warehouse.moveClock(3 * HOUR_MS)
    await intake(warehouse, testDraft('2', { BK1: 1 }, { ...silent, shopNote: 'new' }))
    expect(await order('2')).toMatchObject({
      shopNote: 'new',
      shipByMs: STORY_START_MS + 24 * HOUR_MS,
    })
  })

  it.each<[string, Partial<OrderDraft>, Record<string, number>, string]>([
    ['nothing wrong', {}, { BK1: 1 }, 'allocated'],
    ['not paid', { state: 'unpaid' }, { BK1: 1 }, 'unpaid'],
    ['a refund asked', { holds: ['refund'] }, { BK1: 1 }, 'held refund'],
    ['a SKU nobody knows', {}, { OLD: 1 }, 'held unknownSku'],
    ['more than there is', {}, { BK1: 6 }, 'held stockMissing'],
    ['none left', {}, { BK2: 1 }, 'held stockMissing'],
    ['shipped by the shop', { state: 'closed' }, { BK1: 1 }, 'closed'],
    [
      'a hidden receiver',
      { receiver: { ...testDraft('0', {}).receiver, kind: 'cipher' } },
      { BK1: 1 },
      'held printComponent',
    ],
  ])('with %s', async (_, more, skus, state) => {
    await intake(warehouse, testDraft('1', skus, more))
    expect(await stateOf('1')).toBe(state)
    expect(await openQty('BK1')).toBe(state === 'allocated' ? 1 : 0)
  })

  it('of more orders than one command may bring is refused', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => testDraft(`${i}`, {}, { state: 'unpaid' }))
    expect(await intake(warehouse, ...many(INTAKE_MAX))).toMatchObject({ added: INTAKE_MAX })
    expect(await intake(warehouse, ...many(INTAKE_MAX + 1))).toMatchObject({
      kind: 'rejected',
      reason: 'order.tooMany',
    })
    const ids = (count: number) => ({ orderIds: Array.from({ length: count }, (_, i) => `o${i}`) })
    const reserve = (count: number) =>
      runCommand(warehouse, warehouse.newId(), 'allocation.allocateOrders', ids(count))
    expect(await reserve(ALLOCATE_MAX)).toMatchObject({ kind: 'accepted' })
    expect(await reserve(ALLOCATE_MAX + 1)).toMatchObject({ kind: 'rejected' })
  })
})

describe('reserving stock', () => {
  it('serves the most urgent order first, from storage bins alone, and never twice', async () => {
    await intake(
      warehouse,
      testDraft('late', { BK1: 4 }, { shipByMs: 9 }),
      testDraft('soon', { BK1: 4 }, { shipByMs: 5 }),
      testDraft('last', { BK1: 1 }, { shipByMs: 10 }),
    )
    expect(await stateOf('soon')).toBe('allocated')
    expect(await stateOf('late')).toBe('held stockMissing')
    expect(await stateOf('last')).toBe('allocated')
    expect(await openQty('BK1')).toBe(5)
  })

  it('releases what a cancelled or changed order had', async () => {
    await intake(warehouse, testDraft('1', { BK1: 2 }), testDraft('2', { BK1: 2 }))
    await intake(warehouse, testDraft('1', { BK1: 2 }, { state: 'cancelled' }))
    expect([await stateOf('1'), await openQty('BK1')]).toEqual(['cancelled', 2])
    await intake(warehouse, testDraft('2', { BK1: 3 }))
    expect([await stateOf('2'), await openQty('BK1')]).toEqual(['allocated', 3])
    await run('allocation.cancelOrder', '2')
    expect([await stateOf('2'), await openQty('BK1')]).toEqual(['cancelled', 0])
    expect(await run('allocation.cancelOrder', '2')).toMatchObject({ reason: 'order.finished' })
  })

  it('reserves an order although more stopped ones stand before it than fit into one command', async () => {
    const earlier = { paidAtMs: STORY_START_MS - 9 * HOUR_MS }
    const stopped = Array.from({ length: 30 }, (_, n) => testDraft(`s${n}`, { BK1: 1 }, earlier))
    const orders = [...stopped, testDraft('last', { BK1: 1 })]
    await runCommand(warehouse, warehouse.newId(), 'allocation.intakeOrders', { orders })
    const rows = await warehouse.ledger.reader.getMany(
      'orders',
      stopped.map(({ orderNo }) => `taobao:${orderNo}`),
    )
    await warehouse.seed(
      'orders',
      rows.flatMap((row) => (row ? [{ ...row, intercept: 'cancelled' as const }] : [])),
    )
    expect(await reserveOrders(warehouse)).toBe(1)
    expect(await stateOf('last')).toBe('allocated')
  })

  it('starts again when stock arrives or a person lets the order go on', async () => {
    await intake(
      warehouse,
      testDraft('1', { BK2: 2 }),
      testDraft('2', { BK1: 1 }, { holds: ['risk'] }),
      testDraft('3', { OLD: 1 }),
    )
    const faults: unknown[] = []
    const reserver = createReserver(warehouse, (fault) => faults.push(fault))
    const listening = { ...warehouse, journal: reserver }
    await runCommand(listening, warehouse.newId(), 'dataImport.importOpeningStock', {
      docRef: 'first',
      rows: [
        {
          binId: testBin('A-01-1-01').id,
          skuId: testSku('BK2').id,
          lot: '',
          producedOn: '',
          expiresOn: '',
          state: 'available',
          qty: 2,
        },
      ],
    })
    await reserver.settle()
    expect([await stateOf('1'), await openQty('BK2')]).toEqual(['allocated', 2])
    const release = { orderId: 'taobao:2', reason: 'called the buyer' }
    await runCommand(listening, warehouse.newId(), 'allocation.releaseHold', release)
    await reserver.settle()
    expect(await stateOf('2')).toBe('allocated')
    expect(faults).toEqual([])
    expect(await run('allocation.releaseHold', '3')).toMatchObject({ reason: 'order.hardHold' })
    expect(await run('allocation.releaseHold', '2')).toMatchObject({ reason: 'order.notHeld' })
    expect(await run('allocation.releaseHold', '9')).toMatchObject({ reason: 'order.unknown' })
  })

  it.each(Array.from({ length: 12 }, (_, i) => i + 1))(
    'never promises more than there is, whatever comes and goes (seed %i)',
    async (seed) => {
      const random = createSeededRandom(seed)
      for (let i = 0; i < 12; i += 1) {
        const state = random.int(3) === 0 ? 'cancelled' : 'toShip'
        const draft = testDraft(`${random.int(5)}`, { BK1: 1 + random.int(4) }, { state })
        await intake(warehouse, draft)
        expect(await overPromised('BK1')).toEqual([])
      }
    },
  )
})

/** Places that promise more of a SKU than they hold. */
async function overPromised(skuId: string): Promise<string[]> {
  const open = await warehouse.db.table('allocations').where('openSku').equals(skuId).toArray()
  const places = [...new Set(open.map((row) => row.placeId))]
  const told: string[] = []
  for (const placeId of places) {
    const promised = open.filter((row) => row.placeId === placeId)
    const qty = promised.reduce((sum, row) => sum + row.qty, 0)
    const balances = await warehouse.ledger.reader.balances({ placeId })
    const held = balances.filter((row) => row.skuId === skuId && row.state === 'available')
    if (qty > held.reduce((sum, row) => sum + balanceQty(row), 0)) told.push(placeId)
  }
  return told
}
