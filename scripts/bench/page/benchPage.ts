// Runs inside a page of the station's own origin, beside the station: fills its database and compares
// its commits with plain IndexedDB. Built into one script by `benchScript.ts`.
import { Dexie } from 'dexie'
import { v01 } from '@/store/schema/v01.ts'
import { DATABASE_NAME } from '@/store/db.ts'
import { type CommitTimes, compareCommits } from './compareCommits.ts'
import {
  type FillSizes,
  allocationRows,
  balanceRows,
  barcodeRow,
  binRow,
  binsFor,
  carrierRow,
  movementRow,
  orderRow,
  skuRow,
  soldBySku,
  stagingRow,
  waybillRows,
} from './fillRows.ts'

/** What the driver calls through `page.evaluate`. */
export interface BenchPage {
  /** Writes rows `from` ≤ number < `to` of one part. */
  fill(part: FillPart, from: number, to: number, sizes: FillSizes): Promise<void>
  compareCommits(rounds: number): Promise<CommitTimes>
}

export const FILL_PARTS = ['once', 'bins', 'skus', 'balances', 'orders', 'movements'] as const
export type FillPart = (typeof FILL_PARTS)[number]

/** The tables as the station makes them; the rows go past Dexie, which would watch each of them. */
const schema = new Dexie(DATABASE_NAME)
schema.version(v01.version).stores(v01.stores)
const opened = schema.open().then((db) => db.backendDB())

let sold: { readonly movements: number; readonly bySku: Uint32Array } | null = null

type Rows = Readonly<Record<string, readonly object[]>>

function rowsOf(part: FillPart, numbers: readonly number[], sizes: FillSizes): Rows {
  switch (part) {
    case 'once':
      return { bins: [stagingRow()], carriers: [carrierRow()], waybills: waybillRows() }
    case 'bins':
      return { bins: numbers.filter((no) => no < binsFor(sizes)).map(binRow) }
    case 'skus':
      return { skus: numbers.map(skuRow), barcodes: numbers.map(barcodeRow) }
    case 'balances': {
      if (sold?.movements !== sizes.movements)
        sold = { movements: sizes.movements, bySku: soldBySku(sizes) }
      const { bySku } = sold
      return { balances: numbers.flatMap((no) => balanceRows(no, bySku[no] ?? 0)) }
    }
    case 'orders':
      return {
        orders: numbers.map((no) => orderRow(no, sizes)),
        allocations: numbers.flatMap((no) => allocationRows(no, sizes)),
      }
    case 'movements':
      return { movements: numbers.map((no) => movementRow(no, sizes)) }
  }
}

async function fill(part: FillPart, from: number, to: number, sizes: FillSizes): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, i) => from + i)
  const rows = rowsOf(part, numbers, sizes)
  const db = await opened
  const stores = Object.keys(rows)
  await new Promise<void>((resolve, reject) => {
    // Filling need not survive a power cut.
    const tx = db.transaction(stores, 'readwrite', { durability: 'relaxed' })
    for (const store of stores) for (const row of rows[store] ?? []) tx.objectStore(store).put(row)
    tx.oncomplete = () => resolve()
    tx.onerror = () => reject(tx.error)
  })
}

const bench: BenchPage = { fill, compareCommits }
Object.assign(globalThis, { bench })
