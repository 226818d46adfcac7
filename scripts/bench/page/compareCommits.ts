import { assert } from '@/kernel/assert.ts'
import { systemClock } from '@/kernel/clock.ts'
import { createId } from '@/kernel/ids.ts'
import { systemRandom } from '@/kernel/random.ts'
import { skuIdOf } from '@/domain/record/place.ts'
import type { Committed, Ledger } from '@/app/ports/ledger.ts'
import { type RunContext, runCommand } from '@/app/runCommand.ts'
import { DATABASE_NAME, PacklineDb } from '@/store/db.ts'
import { createDexieLedger, openStation } from '@/store/dexieLedger.ts'
import { STAGING, binOfSku, skuCodeOf } from './fillRows.ts'

/** Milliseconds of each round. `command`: facts, decision and commit; `commit`: from the first write to
 *  the durable end; `raw`: plain IndexedDB writing the same rows into the same stores. */
export interface CommitTimes {
  readonly command: number[]
  readonly commit: number[]
  readonly raw: number[]
}

/** One store of the raw transaction and the rows it takes. */
type RawRows = readonly (readonly [store: string, row: object])[]

const SESSION = 'bench'
const STAGED_SKUS = 50
const SEQ_APART = 1_000_000_000

/** Puts away one staged piece a round by the product's own command, then writes the same rows past it:
 *  turn by turn, so that whatever else the machine does falls on both. */
export async function compareCommits(rounds: number): Promise<CommitTimes> {
  const db = new PacklineDb(DATABASE_NAME)
  const head = await openStation(db, { station: 'st-bench', incarnation: '0'.repeat(16) })
  const marked = { startMs: 0 }
  let last: Committed | null = null
  const ctx: RunContext = {
    ledger: markCommit(createDexieLedger(db), marked),
    clock: systemClock,
    source: { ...head, operatorId: () => 'op1', baseG: () => 0 },
    journal: { append: (committed) => void (last = committed) },
  }
  const raw = await openRaw()
  const times: CommitTimes = { command: [], commit: [], raw: [] }
  for (let round = 0; round < rounds; round += 1) {
    const startMs = performance.now()
    await putAway(ctx, round)
    const endMs = performance.now()
    times.command.push(endMs - startMs)
    times.commit.push(endMs - marked.startMs)
    assert(last, 'a command was committed')
    const rows = await rowsOf(db, last, round)
    const rawMs = performance.now()
    await writeRaw(raw, rows)
    times.raw.push(performance.now() - rawMs)
  }
  raw.close()
  db.close()
  return times
}

/** The same ledger; notes when its writing begins. */
function markCommit(ledger: Ledger, marked: { startMs: number }): Ledger {
  return {
    ...ledger,
    transact: (work) =>
      ledger.transact((tx) =>
        work({
          ...tx,
          commit(...of) {
            marked.startMs = performance.now()
            return tx.commit(...of)
          },
        }),
      ),
  }
}

async function putAway(ctx: RunContext, round: number): Promise<void> {
  const sku = round % STAGED_SKUS
  const args = {
    lines: [{ skuId: skuIdOf(skuCodeOf(sku)), lot: '', qty: 1 }],
    fromPlaceId: STAGING,
    binId: binOfSku(sku),
    suggestedBinId: binOfSku(sku),
    otherReason: null,
  }
  const step = { kind: 'push', before: { kind: 'scanBin', round }, commandId: null } as const
  const session = { workflowId: SESSION, state: { kind: 'scanItem' }, inFlight: null, step }
  const id = createId(systemClock, systemRandom)
  const outcome = await runCommand({ ...ctx, session }, id, 'putaway.confirmPutaway', args)
  assert(outcome.kind === 'accepted', JSON.stringify(outcome))
}

/** Every row the commit wrote, under keys of their own where they were new. */
async function rowsOf(db: PacklineDb, committed: Committed, round: number): Promise<RawRows> {
  const { command, stored, movements, puts } = committed
  const keys = movements.flatMap(({ skuId }) => [
    `${STAGING}|${skuId}||available`,
    `${binOfSku(Number(skuId.slice(2)))}|${skuId}||available`,
  ])
  const balances = (await db.balances.bulkGet(keys)).filter((row) => row !== undefined)
  const audit = await db.audit.orderBy('seq').last()
  const session = await db.workSessions.get(SESSION)
  const step = session && (await db.workSteps.get([SESSION, session.steps]))
  const head = await db.meta.get('head')
  assert(audit && session && step && head && balances.length === 2, 'every row is there')
  const { incarnation, seq, id, version } = command
  const outbox = {
    incarnation: `raw${incarnation}`,
    seq,
    id,
    version,
    text: JSON.stringify(command),
  }
  return [
    ...puts.map((put) => [put.table, { ...put.row, id: `raw-${put.row.id}` }] as const),
    ...balances.map((row) => ['balances', row] as const),
    ...movements.map((row) => ['movements', { ...row, id: `raw-${row.id}` }] as const),
    ['outcomes', { ...stored, id: `raw-${stored.id}` }],
    ['outbox', outbox],
    ['audit', { ...audit, seq: audit.seq + SEQ_APART }],
    ['meta', { ...head, key: 'raw' }],
    ['workSessions', { ...session, workflowId: 'raw' }],
    ['workSteps', { ...step, workflowId: 'raw', n: round }],
  ]
}

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE_NAME)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function writeRaw(db: IDBDatabase, rows: RawRows): Promise<void> {
  return new Promise((resolve, reject) => {
    const stores = [...new Set(rows.map(([store]) => store))]
    const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
    for (const [store, row] of rows) tx.objectStore(store).put(row)
    tx.oncomplete = () => resolve()
    tx.onerror = () => reject(tx.error)
  })
}
