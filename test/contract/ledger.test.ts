import 'fake-indexeddb/auto'
import { createDexieWorld } from './dexieWorld.ts'
import { ledgerContract } from './ledgerContract.ts'
import { manyRowsContract } from './manyRowsContract.ts'
import { photoContract } from './photoContract.ts'

ledgerContract('Dexie in memory', createDexieWorld)
manyRowsContract('Dexie in memory', createDexieWorld)
photoContract('Dexie in memory', createDexieWorld)
