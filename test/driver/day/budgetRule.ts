import type { Parcel } from '@/domain/record/outbound.ts'
import type { Movement } from '@/domain/stock/movement.ts'
import type { Clerk } from './clerk.ts'
import type { DayRule } from './checkDay.ts'
import { readTable } from './readStore.ts'

/** Scans each job may take, counted from what was done. Opening each screen is one scan more. */
export async function budgetRule(
  clerk: Clerk,
  day: { readonly lines: number; readonly orders: number; readonly killed: boolean },
): Promise<DayRule> {
  const [movements, parcels] = await Promise.all([
    readTable<Movement>(clerk.page, 'movements'),
    readTable<Parcel>(clerk.page, 'parcels'),
  ])
  const of = (reason: string) => movements.filter((movement) => movement.reason === reason)
  const pieces = of('pack').reduce((sum, movement) => sum + movement.qty, 0)
  const rounds = new Set(parcels.map((parcel) => parcel.manifestId)).size
  // A quantity, a lot and its expiry are given beside the scan of the line, as they come.
  const budgets: Readonly<Record<string, number>> = {
    receive: 2 + day.lines * 5,
    putaway: 1 + 2 * of('putaway').length,
    // Two scans a line, one tote each to begin with, one answer for each bin that ought to be empty.
    pick: 1 + day.orders + 3 * of('pick').length,
    pack: 1 + 2 * day.orders + pieces,
    ship: 1 + parcels.length + rounds,
  }
  const breaches = Object.entries(budgets).flatMap(([job, budget]) => {
    const used = clerk.counts.get(job) ?? 0
    return used > budget ? [`${job}: ${used} scans, budget ${budget}`] : []
  })
  // A scan that a cut ate is given again; then only the way is checked, not its length.
  return {
    name: 'jobs stay within their step budgets, with no tap',
    breaches: day.killed ? [] : breaches,
  }
}
