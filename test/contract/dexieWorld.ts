import { PacklineDb } from '@/store/db.ts'
import { createDexieLedger, openStation } from '@/store/dexieLedger.ts'
import { createPhotoStore } from '@/store/photoStore.ts'
import type { LedgerWorld } from './ledgerContract.ts'
import type { PhotoWorld } from './photoContract.ts'

let worlds = 0

/** A fresh Dexie ledger, opened twice as two tabs would. */
export async function createDexieWorld(): Promise<LedgerWorld & PhotoWorld> {
  worlds += 1
  const name = `contract-${worlds}`
  await new PacklineDb(name).delete()
  const db = new PacklineDb(name)
  await openStation(db, { station: 'st1', incarnation: '9f3c21aa07be5d10' })
  return {
    ledger: createDexieLedger(db),
    second: createDexieLedger(new PacklineDb(name)),
    outboxSeqs: async () => (await db.outbox.toArray()).map((row) => row.seq),
    photos: createPhotoStore(db),
    stored: async () => new Map((await db.photos.toArray()).map(({ id, bytes }) => [id, bytes])),
    savedSession: (workflowId) => db.workSessions.get(workflowId),
  }
}
