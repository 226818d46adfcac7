import { type PoolLevel, poolLevel } from '@/domain/carrier/poolLevel.ts'
import type { StationData } from '../stationData.ts'

/** How one carrier's numbers stand. */
export interface PoolRow {
  readonly carrierId: string
  readonly name: string
  readonly leftQty: number
  readonly allQty: number
  readonly level: PoolLevel
}

/** Carriers of a shop; more are not shown. */
const POOLS_MAX = 100

/** The pools that have numbers or had some, emptiest first. */
export async function readPools(data: StationData): Promise<PoolRow[]> {
  const carriers = await data.documents('carriers').limit(POOLS_MAX).toArray()
  const rows = await Promise.all(
    carriers.map(async ({ id: carrierId, name }) => {
      const waybills = data.documents('waybills').where('[carrierId+state]')
      const [leftQty, allQty] = await Promise.all([
        waybills.equals([carrierId, 'pooled']).count(),
        data
          .documents('waybills')
          .where('[carrierId+state]')
          .between([carrierId, ''], [carrierId, '\uffff'])
          .count(),
      ])
      return { carrierId, name, leftQty, allQty, level: poolLevel(leftQty, allQty) }
    }),
  )
  return rows.filter((row) => row.allQty > 0).sort((a, b) => a.leftQty - b.leftQty)
}
