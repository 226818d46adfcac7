import { type PickListRow, pickList } from '@/domain/picking/pickList.ts'
import type { StationData } from '../stationData.ts'

/** The rows of a walk's pick list, for the screen and for paper; empty where there is no such walk. */
export async function readPickList(data: StationData, taskId: string): Promise<PickListRow[]> {
  const task = await data.documents('pickTasks').get(taskId)
  if (!task) return []
  const [bins, skus] = await Promise.all([
    data.documents('bins').bulkGet(task.lines.map((line) => line.binId)),
    data.documents('skus').bulkGet(task.lines.map((line) => line.skuId)),
  ])
  return pickList(
    task,
    new Map(bins.flatMap((bin) => (bin ? [[bin.id, bin] as const] : []))),
    new Map(skus.flatMap((sku) => (sku ? [[sku.id, sku] as const] : []))),
  )
}
