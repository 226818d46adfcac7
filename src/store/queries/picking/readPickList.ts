import { type PickListRow, pickList, pickListNo } from '@/domain/picking/pickList.ts'
import type { StationData } from '../stationData.ts'

/** The pick list of a walk as its paper says it. */
export interface PickListView {
  readonly no: string
  readonly rows: readonly PickListRow[]
}

/** The number and the open rows of a walk's pick list; no rows where there is no such walk. */
export async function readPickList(data: StationData, taskId: string): Promise<PickListView> {
  const task = await data.documents('pickTasks').get(taskId)
  if (!task) return { no: '', rows: [] }
  const [bins, skus] = await Promise.all([
    data.documents('bins').bulkGet(task.lines.map((line) => line.binId)),
    data.documents('skus').bulkGet(task.lines.map((line) => line.skuId)),
  ])
  const rows = pickList(
    task,
    new Map(bins.flatMap((bin) => (bin ? [[bin.id, bin] as const] : []))),
    new Map(skus.flatMap((sku) => (sku ? [[sku.id, sku] as const] : []))),
  )
  return { no: pickListNo(task), rows }
}
