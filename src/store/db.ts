import { Dexie, type EntityTable, type Table } from 'dexie'
import type { TableName, Tables } from '@/domain/record/tables.ts'
import type { Balance } from '@/domain/stock/balance.ts'
import type { Movement } from '@/domain/stock/movement.ts'
import type { StoredOutcome } from '@/app/ports/ledger.ts'
import type { AuditRow, HeadRow, OutboxRow, PhotoRow, WorkSessionRow, WorkStepRow } from './rows.ts'
import { v01 } from './schema/v01.ts'

/** The station's database. Strict durability: a commit is on the disk before it is told, at about the
 *  same cost; relaxed durability loses the last seconds at a power cut. */
export class PacklineDb extends Dexie {
  declare balances: EntityTable<Balance, 'key'>
  declare movements: EntityTable<Movement, 'id'>
  declare outcomes: EntityTable<StoredOutcome, 'id'>
  declare outbox: Table<OutboxRow, [string, number]>
  declare audit: EntityTable<AuditRow, 'seq'>
  declare meta: EntityTable<HeadRow, 'key'>
  declare photos: EntityTable<PhotoRow, 'id'>
  declare workSessions: EntityTable<WorkSessionRow, 'workflowId'>
  declare workSteps: Table<WorkStepRow, [string, number]>

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(v01.version).stores(v01.stores)
  }

  documents<T extends TableName>(table: T): EntityTable<Tables[T] & { id: string }, 'id'> {
    return this.table(table)
  }
}

/** Database of the shop's real work; practice mode has a name of its own. */
export const DATABASE_NAME = 'packline'
export const DEMO_DATABASE_NAME = 'packline-demo'
