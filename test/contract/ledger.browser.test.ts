import { createDexieWorld } from './dexieWorld.ts'
import { ledgerContract } from './ledgerContract.ts'

ledgerContract('Dexie in Chromium', createDexieWorld)
