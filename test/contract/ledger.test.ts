import 'fake-indexeddb/auto'
import { createDexieWorld } from './dexieWorld.ts'
import { ledgerContract } from './ledgerContract.ts'

ledgerContract('Dexie in memory', createDexieWorld)
