import { watchPending } from '@/store/queries/stationData.ts'
import { type StatusStore, createStatus } from '@/ui/shell/stationStatus.ts'
import type { Warehouse } from './openWarehouse.ts'

/** The status of this station: who works here, and what waits to be sent. */
export async function openStatus(warehouse: Warehouse): Promise<StatusStore> {
  const { db, station } = warehouse
  const status = createStatus()
  const operator = await db.documents('operators').get(warehouse.operatorId())
  status.setState({ operator: operator?.name ?? warehouse.operatorId(), station })
  watchPending(db, (pending) => status.setState((now) => ({ sync: { ...now.sync, pending } })))
  return status
}
