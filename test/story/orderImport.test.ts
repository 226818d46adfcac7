import { beforeEach, describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import type { OrderDraft } from '@/domain/dataImport/drafts.ts'
import {
  type CheckedFile,
  type ImportContext,
  commitImport,
} from '@/app/dataImport/commitImport.ts'
import type { Ledger } from '@/app/ports/ledger.ts'
import { createReserver } from '@/app/reserveOrders.ts'
import { createPiiVault } from '@/store/piiVault.ts'
import {
  type TestWarehouse,
  createTestWarehouse,
  testBin,
  testSku,
} from '../driver/testWarehouse.ts'

const ORDERS = 230
const PARTS = 3
const SKUS = Array.from({ length: 30 }, (_, n) => `BK${String(n).padStart(2, '0')}`)
let warehouse: TestWarehouse
let context: ImportContext

beforeEach(async () => {
  warehouse = await createTestWarehouse()
  const random = createSeededRandom(1)
  const vault = await createPiiVault(random.bytes(32), { clock: warehouse.clock, random })
  context = { ...warehouse, vault, random }
  await warehouse.seed(
    'skus',
    SKUS.map((code) => testSku(code)),
  )
})

const skuOf = (no: number) => SKUS[no % SKUS.length] ?? ''

const draftOf = (no: number, more: Partial<OrderDraft> = {}): OrderDraft => ({
  row: no + 2,
  platform: 'taobao',
  orderNo: String(10_000 + no),
  state: 'toShip',
  placedAtMs: null,
  paidAtMs: 1_793_500_000_000 + no,
  shipByMs: null,
  buyerNote: '',
  shopNote: '',
  flag: null,
  holds: [],
  problems: [],
  carrierCode: null,
  carrierName: null,
  waybillNo: null,
  paidFen: null,
  postageFen: null,
  addressChanged: null,
  receiver: {
    name: { kind: 'plain', value: '顾听松' },
    mobile: { kind: 'plain', value: '13700000000' },
    tel: { kind: 'absent' },
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    town: null,
    detail: { kind: 'plain', value: `听松路${no}号` },
    postcode: null,
  },
  lines: [
    {
      skuCode: skuOf(no),
      qty: 1,
      priceFen: 3900,
      title: '晨光书简',
      spec: '',
      state: 'toShip',
      refund: 'none',
    },
  ],
  ...more,
})

const fileOf = (drafts: readonly OrderDraft[], sha256 = 'f1'): CheckedFile => ({
  name: 'orders.csv',
  sha256,
  match: null,
  findings: [],
  counts: { rows: drafts.length, in: drafts.length, held: 0, refused: 0, leftOut: 0, skipped: 0 },
  content: { kind: 'orders', drafts },
})

const allDrafts = () => Array.from({ length: ORDERS }, (_, no) => draftOf(no))
const count = (table: 'orders' | 'pii') => warehouse.db.table(table).count()

/** A ledger that goes away after so many writes. */
function breaksAfter(ledger: Ledger, writes: number): Ledger {
  let left = writes
  return {
    ...ledger,
    transact(work) {
      left -= 1
      return left < 0 ? Promise.reject(new Error('power cut')) : ledger.transact(work)
    },
  }
}

describe('importing orders', () => {
  it('takes a file over in parts, each with how far it has come', async () => {
    const told: number[] = []
    const done = await commitImport(context, fileOf(allDrafts()), (rows) => told.push(rows))
    expect(done).toEqual({ written: ORDERS, kept: 0 })
    expect(told).toEqual([100, 200, ORDERS])
    expect(warehouse.journaled).toHaveLength(PARTS)
    expect(await count('pii')).toBe(ORDERS)
    const runs = await warehouse.db.table('importRuns').toArray()
    expect(runs).toMatchObject([{ id: 'orders:f1', doneRows: ORDERS, state: 'done' }])
  })

  it('goes on after the last durable part when it was cut off', async () => {
    const cut = { ...context, ledger: breaksAfter(context.ledger, 2) }
    await expect(commitImport(cut, fileOf(allDrafts()))).rejects.toThrow('power cut')
    expect(await count('orders')).toBe(200)
    expect(await commitImport(context, fileOf(allDrafts()))).toEqual({ written: 30, kept: 200 })
    expect([await count('orders'), await count('pii')]).toEqual([ORDERS, ORDERS])
  })

  it('changes nothing with the same file again, and one order with one changed row', async () => {
    await commitImport(context, fileOf(allDrafts()))
    const before = await warehouse.db.table('orders').toArray()
    expect(await commitImport(context, fileOf(allDrafts()))).toEqual({ written: 0, kept: ORDERS })
    expect(await warehouse.db.table('orders').toArray()).toEqual(before)
    const later = allDrafts().with(7, draftOf(7, { shopNote: '送礼' }))
    expect(await commitImport(context, fileOf(later, 'f2'))).toEqual({ written: 1, kept: 229 })
  })

  it('counts the term of an order from the day in its number where no moment is told', async () => {
    await commitImport(
      context,
      fileOf([draftOf(1, { paidAtMs: null, orderDay: '2026-11-01' }), draftOf(2)]),
    )
    const order = await warehouse.ledger.reader.get('orders', 'taobao:10001')
    expect(order?.shipByMs).toBe(Date.UTC(2026, 10, 1, 16))
  })

  it('reserves after the file is taken over, never more than there is', async () => {
    await warehouse.seed(
      'bins',
      SKUS.map((_, n) => testBin(`A-01-1-${n}`)),
    )
    for (const [n, code] of SKUS.entries()) await warehouse.stock(`A-01-1-${n}`, code, 5)
    const faults: unknown[] = []
    const reserver = createReserver(warehouse, (fault) => faults.push(fault))
    await reserver.settle()
    const listening = { ...context, journal: reserver }
    await reserver.restDuring(() => commitImport(listening, fileOf(allDrafts())))
    await reserver.settle()
    const states = (await warehouse.db.table('orders').toArray()).map((row) => row.state)
    expect(states.filter((state) => state === 'allocated')).toHaveLength(SKUS.length * 5)
    expect(states.filter((state) => state === 'held')).toHaveLength(ORDERS - SKUS.length * 5)
    const promised = new Map<string, number>()
    for (const { skuId, qty } of await warehouse.db.table('allocations').toArray())
      promised.set(skuId, (promised.get(skuId) ?? 0) + qty)
    expect([...promised.values()]).toEqual(SKUS.map(() => 5))
    expect(faults).toEqual([])
  })
})
