import { createDexieWorld } from './dexieWorld.ts'
import { ledgerContract } from './ledgerContract.ts'
import { manyRowsContract } from './manyRowsContract.ts'
import { photoContract } from './photoContract.ts'

ledgerContract('Dexie in Chromium', createDexieWorld)
manyRowsContract('Dexie in Chromium', createDexieWorld)
photoContract('Dexie in Chromium', createDexieWorld)
