import { createDexieWorld } from './dexieWorld.ts'
import { ledgerContract } from './ledgerContract.ts'
import { manyRowsContract } from './manyRowsContract.ts'

ledgerContract('Dexie in Chromium', createDexieWorld)
manyRowsContract('Dexie in Chromium', createDexieWorld)
