import type { Json } from '@/kernel/json.ts'
import type { MovementId } from '@/kernel/ids.ts'
import { assert } from '@/kernel/assert.ts'
import type { TableName, Tables } from '@/domain/record/tables.ts'
import { type Balance, type BalanceDelta, balanceDeltas } from '@/domain/stock/balance.ts'
import type { Accept, Put } from '@/domain/stock/decision.ts'
import type { Movement } from '@/domain/stock/movement.ts'
import type {
  Command,
  CommandStamp,
  Committed,
  Ledger,
  LedgerReader,
  LedgerTx,
  ListManyQuery,
  Reversal,
  SessionSave,
  StoredOutcome,
} from '@/app/ports/ledger.ts'
import type { PacklineDb } from './db.ts'
import { createDexieReader } from './dexieReader.ts'
import { hashArgs, sealCommand } from './commandText.ts'
import { EMPTY_AUDIT_HASH, chainHash } from './hash.ts'
import { type RowCache, createRowCache } from './rowCache.ts'
import type { AuditRow, HeadRow, WorkSessionRow } from './rows.ts'
import { saveSession } from './sessions.ts'
import { type StockCache, createStockCache } from './stockCache.ts'
import { type TxMemory, rememberReads } from './txMemory.ts'

/** Raised when the stored shape of the data moves on; older code must not write. */
export const STORE_EPOCH = 1

/** Thrown by a write of code that is older or newer than the data: the page has to be loaded anew. */
export class StoreEpochError extends Error {
  override readonly name = 'StoreEpochError'
}

/** The ledger of one station on IndexedDB. All writes of a command are one strict transaction. */
export function createDexieLedger(db: PacklineDb): Ledger {
  const reader = createDexieReader(db)
  const cache = createRowCache(db)
  const stock = createStockCache(db)
  return {
    reader,
    argsHash: hashArgs,
    // The callback must be async itself: Dexie supports native await only then.
    transact: (work, workflowId) =>
      db.transaction('rw', db.tables, async () =>
        work(openTx(db, { reader, cache, stock, workflowId })),
      ),
  }
}

interface Opened {
  readonly reader: LedgerReader
  readonly cache: RowCache
  readonly stock: StockCache
  readonly workflowId: string | undefined
}

/** What every commit must know and no decision asks for is asked for first, so that the answer is there
 *  when the decision is made. */
function openTx(db: PacklineDb, opened: Opened): LedgerTx {
  const { workflowId, cache, stock } = opened
  const head = db.meta.get('head')
  const memory = rememberReads(cachedReader(opened, head))
  const session = workflowId === undefined ? undefined : db.workSessions.get(workflowId)
  return {
    ...memory.reader,
    async commit(stamp, decision, save) {
      const isAhead = !save || save.workflowId === workflowId
      const known = isAhead ? session : db.workSessions.get(save.workflowId)
      const ahead = { cache, stock, memory, head: checkHead(await head), session: await known }
      return commit(db, ahead, { stamp, decision, save })
    },
    async refuse(stamp, { reason, retryable, params }) {
      const outcome = { kind: 'rejected', reason, retryable, params } as const
      const stored = storedOutcome(stamp, outcome, null)
      await db.outcomes.add(stored)
      return stored
    },
  }
}

/** The reader, but for what the caches of this page know. */
function cachedReader(
  { reader, cache, stock }: Opened,
  head: PromiseLike<HeadRow | undefined>,
): LedgerReader {
  return {
    ...reader,
    getMany: (table, ids) => cache.getMany(table, ids) ?? reader.getMany(table, ids),
    balances: (of) =>
      ('skuIds' in of ? stock.balances(of.skuIds, head) : null) ?? reader.balances(of),
    listMany: <T extends TableName>(table: T, query: ListManyQuery<T>) => {
      const isPromise = table === 'allocations'
      const of = query as unknown as ListManyQuery<'allocations'>
      const known = isPromise ? stock.promises(of, head) : null
      return (known as Promise<Tables[T][]> | null) ?? reader.listMany(table, query)
    },
  }
}

interface Ahead {
  readonly cache: RowCache
  readonly stock: StockCache
  readonly memory: TxMemory
  readonly head: HeadRow
  readonly session: WorkSessionRow | undefined
}

interface Commit {
  readonly stamp: CommandStamp
  readonly decision: Accept
  readonly save: SessionSave | null
}

/** Makes sure the head row exists: a station has its id and incarnation before its first command. */
export async function openStation(
  db: PacklineDb,
  fresh: { readonly station: string; readonly incarnation: string },
): Promise<HeadRow> {
  return db.transaction('rw', db.meta, async () => {
    const known = await db.meta.get('head')
    if (known) return known
    const head: HeadRow = {
      key: 'head',
      storeEpoch: STORE_EPOCH,
      ...fresh,
      seq: 0,
      auditSeq: 0,
      auditHash: EMPTY_AUDIT_HASH,
    }
    await db.meta.add(head)
    return head
  })
}

/** At most two rounds with the store: what must be known and the decision has not asked for, then all
 *  that is written. A round for each row would cost more than the writing itself. */
async function commit(
  db: PacklineDb,
  { cache, stock, memory, head, session }: Ahead,
  { stamp, decision, save }: Commit,
): Promise<Committed> {
  const deltas = balanceDeltas(decision.movements)
  const [rows, known] = await Promise.all([
    readBefore(db, memory, decision.puts),
    readBalances(db, memory, deltas),
  ])
  const balances = nextBalances(deltas, known)
  const { command, text } = sealCommand(stamp, head.seq + 1)
  const movements = decision.movements.map((draft, line) => toMovement(draft, line, command))
  const reversal = decision.reverses ? null : { movements, rows }
  const outcome = { kind: 'accepted', seq: command.seq, result: decision.result } as const
  const stored = storedOutcome(stamp, outcome, reversal)
  const { incarnation, seq, id, version } = command
  const { audit, next } = nextAudit(head, command)
  const isReversal = decision.reverses !== null
  cache.follow(head, next, decision.puts, isReversal)
  stock.follow(head, next, { commandId: id, puts: decision.puts, balances, isReversal })
  await Promise.all([
    writeRows(db, command.id, decision),
    writeBalances(db, balances),
    movements.length > 0 && db.movements.bulkAdd(movements),
    db.outcomes.add(stored),
    db.outbox.add({ incarnation, seq, id, version, text }),
    db.audit.add(audit),
    db.meta.put(next),
    save && saveSession(db, save, session),
  ])
  return { command, stored, movements, puts: decision.puts }
}

function checkHead(head: HeadRow | undefined): HeadRow {
  assert(head, 'the station has no head row: openStation comes first')
  if (head.storeEpoch !== STORE_EPOCH) throw new StoreEpochError(String(head.storeEpoch))
  return head
}

function toMovement(
  draft: Accept['movements'][number],
  line: number,
  { id, operatorId, station, seq, atMs }: Command,
): Movement {
  const movementId = `${id}#${line}` as MovementId
  return { ...draft, id: movementId, commandId: id, line, operatorId, station, seq, atMs }
}

function storedOutcome(
  { id, name, args }: CommandStamp,
  outcome: StoredOutcome['outcome'],
  reversal: Reversal | null,
): StoredOutcome {
  return { id, name, argsHash: hashArgs(args), outcome, reversal }
}

/** What stands in the documents now, kept so that the command can be taken back. */
async function readBefore(
  db: PacklineDb,
  memory: TxMemory,
  puts: readonly Put[],
): Promise<Reversal['rows']> {
  const groups = [...groupByTable(puts)]
  const kept = await Promise.all(
    groups.map(async ([table, group]) => {
      const ids = group.map((item) => item.row.id)
      assert(new Set(ids).size === ids.length, `one row written twice in ${table}`)
      const old = group.filter((item) => !item.isNew).map((item) => item.row.id)
      const unread = old.filter((id) => memory.row(table, id) === undefined)
      const found = unread.length === 0 ? [] : await db.documents(table).bulkGet(unread as never[])
      const before = new Map<string, unknown>(old.map((id) => [id, memory.row(table, id)]))
      unread.forEach((id, i) => before.set(id, found[i]))
      return ids.map((id) => ({ table, id, before: (before.get(id) ?? null) as Json }))
    }),
  )
  return kept.flat()
}

async function readBalances(
  db: PacklineDb,
  memory: TxMemory,
  deltas: readonly BalanceDelta[],
): Promise<(Balance | undefined)[]> {
  const keys = deltas.flatMap((delta) => (memory.balance(delta) === undefined ? [delta.key] : []))
  const read = keys.length === 0 ? [] : await db.balances.bulkGet(keys)
  const found = new Map(keys.map((key, i) => [key, read[i]]))
  return deltas.map((delta) => memory.balance(delta) ?? found.get(delta.key))
}

async function writeRows(db: PacklineDb, commandId: string, decision: Accept): Promise<void> {
  // A row put back keeps its old writer, so that the step before can be taken back too.
  const isPutBack = decision.reverses !== null
  const toRow = ({ row }: Put) => (isPutBack ? row : { ...row, rev: commandId })
  const writes = [...groupByTable(decision.puts)].map(async ([table, group]) => {
    const fresh = group.filter((item) => item.isNew).map(toRow)
    const old = group.filter((item) => !item.isNew).map(toRow)
    // A row that is there although it is said to be new ends the transaction: nothing is written.
    if (fresh.length > 0) await db.table(table).bulkAdd(fresh)
    if (old.length > 0) await db.table(table).bulkPut(old)
  })
  await Promise.all(writes)
  if (decision.reverses) await applyReversal(db, decision.reverses)
}

async function applyReversal(
  db: PacklineDb,
  { commandId, removes }: NonNullable<Accept['reverses']>,
): Promise<void> {
  for (const { table, id } of removes) await db.table(table).delete(id)
  await db.outcomes.update(commandId, { reversal: null })
}

function groupByTable(puts: readonly Put[]): Map<TableName, Put[]> {
  const groups = new Map<TableName, Put[]>()
  for (const item of puts) {
    const group = groups.get(item.table)
    if (group) group.push(item)
    else groups.set(item.table, [item])
  }
  return groups
}

/** The balances after the movements. One of a real place below zero is a broken promise of the decision:
 *  nothing is written. */
function nextBalances(
  deltas: readonly BalanceDelta[],
  known: readonly (Balance | undefined)[],
): Balance[] {
  return deltas.map(({ qty, ...place }, i) => {
    const { qtyConfirmed = 0, qtyPending = 0 } = known[i] ?? {}
    const balance = { ...place, qtyConfirmed, qtyPending: qtyPending + qty }
    const total = qtyConfirmed + balance.qtyPending
    assert(total >= 0 || !place.placeId.includes(':'), `balance ${place.key} would be ${total}`)
    return balance
  })
}

/** Written in the transaction of their movements; an empty one has no row. */
async function writeBalances(db: PacklineDb, next: readonly Balance[]): Promise<void> {
  const isEmpty = (row: Balance) => row.qtyConfirmed === 0 && row.qtyPending === 0
  const full = next.filter((row) => !isEmpty(row))
  const empty = next.filter(isEmpty).map((row) => row.key)
  await Promise.all([
    full.length > 0 && db.balances.bulkPut(full),
    empty.length > 0 && db.balances.bulkDelete(empty),
  ])
}

/** The next line of the access log, and the head with it. */
function nextAudit(head: HeadRow, command: Command): { audit: AuditRow; next: HeadRow } {
  const seq = head.auditSeq + 1
  const { atMs, operatorId: who, name: what, id: ref } = command
  const row = { seq, atMs, who, what, ref }
  const hash = chainHash(head.auditHash, row)
  const next = { ...head, seq: command.seq, auditSeq: seq, auditHash: hash }
  return { audit: { ...row, hash }, next }
}
