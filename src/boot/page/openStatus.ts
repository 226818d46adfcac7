import { watchPending } from '@/store/queries/stationData.ts'
import { type StatusStore, createStatus } from '@/ui/shell/stationStatus.ts'
import type { Warehouse } from './openWarehouse.ts'

const STATION_TAIL = 4

/** The status of this station: who works here, and what waits to be sent. */
export async function openStatus(warehouse: Warehouse): Promise<StatusStore> {
  const { db, station } = warehouse
  const status = createStatus()
  const operator = await db.documents('operators').get(warehouse.operatorId())
  status.setState({
    operator: operator?.name ?? warehouse.operatorId(),
    // Enough to tell the stations of one room apart; the whole id says nothing to a person.
    station: station.slice(-STATION_TAIL).toUpperCase(),
  })
  watchPending(db, (pending) => status.setState((now) => ({ sync: { ...now.sync, pending } })))
  return status
}
