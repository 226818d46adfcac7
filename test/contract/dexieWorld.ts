import { PacklineDb } from '@/store/db.ts'
import { createDexieLedger, openStation } from '@/store/dexieLedger.ts'
import type { LedgerWorld } from './ledgerContract.ts'

let worlds = 0

/** A fresh Dexie ledger, opened twice as two tabs would. */
export async function createDexieWorld(): Promise<LedgerWorld> {
  worlds += 1
  const name = `contract-${worlds}`
  await new PacklineDb(name).delete()
  const db = new PacklineDb(name)
  await openStation(db, { station: 'st1', incarnation: '9f3c21aa07be5d10' })
  return {
    ledger: createDexieLedger(db),
    second: createDexieLedger(new PacklineDb(name)),
    outboxSeqs: async () => (await db.outbox.toArray()).map((row) => row.seq),
    savedSession: (workflowId) => db.workSessions.get(workflowId),
  }
}
