import { shopDayOf } from '@/kernel/clock.ts'
import { placeCode } from '@/domain/record/place.ts'
import { specText } from '@/domain/record/specText.ts'
import { isReceivingStaging } from '@/domain/receiving/stagingBin.ts'
import { balanceQty } from '@/domain/stock/balance.ts'
import type { StationData } from '../stationData.ts'

/** One SKU and lot that waits for put-away, ready to draw. */
export interface StagedRow {
  readonly key: string
  readonly skuId: string
  readonly name: string
  readonly spec: string
  readonly lot: string
  readonly qty: number
  readonly place: string
}

export interface StagedView {
  readonly rows: readonly StagedRow[]
  readonly moreRows: number
  /** Put-aways of the last day that had any, and those plus what still waits. */
  readonly done: number
  readonly total: number
}

export const NO_STAGED: StagedView = { rows: [], moreRows: 0, done: 0, total: 0 }
export const STAGED_ROWS_MAX = 100

const DAY_MS = 24 * 3_600_000

/** What waits in the receiving staging bins. */
export async function readStaged(data: StationData): Promise<StagedView> {
  const bins = await data.documents('bins').where('role').equals('staging').toArray()
  const places = bins.filter(isReceivingStaging).map((bin) => bin.id)
  const balances = (await data.balances.where('placeId').anyOf(places).toArray()).filter(
    (balance) => balance.state === 'available' && balanceQty(balance) > 0,
  )
  const drawn = balances.slice(0, STAGED_ROWS_MAX)
  const skus = await data.documents('skus').bulkGet(drawn.map((balance) => balance.skuId))
  const rows = drawn.map((balance, i): StagedRow => {
    const { key, skuId, lot, placeId } = balance
    const sku = skus[i]
    return {
      key,
      skuId,
      name: sku?.name ?? skuId,
      spec: sku ? specText(sku) : '',
      lot,
      qty: balanceQty(balance),
      place: placeCode(placeId),
    }
  })
  const done = await countLastDay(data)
  return {
    rows,
    moreRows: balances.length - drawn.length,
    done,
    total: done + balances.length,
  }
}

/** Put-aways since the beginning of the shop's day of the last one: a day counts from zero. */
async function countLastDay(data: StationData): Promise<number> {
  const tasks = data.documents('putawayTasks')
  const last = await tasks.orderBy('doneAtMs').last()
  if (!last) return 0
  const day = shopDayOf(last.doneAtMs)
  const sinceMs = last.doneAtMs - DAY_MS
  return tasks
    .where('doneAtMs')
    .above(sinceMs)
    .and((task) => shopDayOf(task.doneAtMs) === day)
    .count()
}
