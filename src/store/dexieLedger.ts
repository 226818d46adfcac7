import type { Json } from '@/kernel/json.ts'
import type { MovementId } from '@/kernel/ids.ts'
import { assert } from '@/kernel/assert.ts'
import type { TableName } from '@/domain/record/tables.ts'
import { type Balance, balanceDeltas } from '@/domain/stock/balance.ts'
import type { Accept, Put } from '@/domain/stock/decision.ts'
import type { Movement } from '@/domain/stock/movement.ts'
import type {
  Command,
  CommandStamp,
  Committed,
  Ledger,
  LedgerTx,
  Reversal,
  SessionSave,
  StoredOutcome,
} from '@/app/ports/ledger.ts'
import type { PacklineDb } from './db.ts'
import { createDexieReader } from './dexieReader.ts'
import { EMPTY_AUDIT_HASH, chainHash, hashOf } from './hash.ts'
import type { HeadRow } from './rows.ts'
import { saveSession } from './sessions.ts'

/** Raised when the stored shape of the data moves on; older code must not write. */
export const STORE_EPOCH = 1

/** Thrown by a write of code that is older or newer than the data: the page has to be loaded anew. */
export class StoreEpochError extends Error {
  override readonly name = 'StoreEpochError'
}

/** The ledger of one station on IndexedDB. All writes of a command are one strict transaction. */
export function createDexieLedger(db: PacklineDb): Ledger {
  const reader = createDexieReader(db)
  const tx: LedgerTx = {
    ...reader,
    commit: (stamp, decision, session) => commit(db, stamp, decision, session),
    async refuse(stamp, { reason, retryable, params }) {
      const outcome = { kind: 'rejected', reason, retryable, params } as const
      const stored = storedOutcome(stamp, outcome, null)
      await db.outcomes.add(stored)
      return stored
    },
  }
  return {
    reader,
    argsHash: hashOf,
    // The callback must be async itself: Dexie supports native await only then.
    transact: (work) => db.transaction('rw', db.tables, async () => work(tx)),
  }
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

async function commit(
  db: PacklineDb,
  stamp: CommandStamp,
  decision: Accept,
  session: SessionSave | null,
): Promise<Committed> {
  const head = await readHead(db)
  const command = sealCommand(stamp, head.seq + 1)
  const movements = decision.movements.map((draft, line) => toMovement(draft, line, command))
  const rows = await replaceRows(db, command.id, decision)
  await applyBalances(db, movements)
  if (movements.length > 0) await db.movements.bulkAdd(movements)
  const reversal = decision.reverses ? null : { movements, rows }
  const outcome = { kind: 'accepted', seq: command.seq, result: decision.result } as const
  const stored = storedOutcome(stamp, outcome, reversal)
  await db.outcomes.add(stored)
  const { incarnation, seq, id, version } = command
  await db.outbox.add({ incarnation, seq, id, version, text: JSON.stringify(command) })
  await appendAudit(db, head, command)
  if (session) await saveSession(db, session)
  return { command, stored, movements, puts: decision.puts }
}

async function readHead(db: PacklineDb): Promise<HeadRow> {
  const head = await db.meta.get('head')
  assert(head, 'the station has no head row: openStation comes first')
  if (head.storeEpoch !== STORE_EPOCH) throw new StoreEpochError(String(head.storeEpoch))
  return head
}

function sealCommand(stamp: CommandStamp, seq: number): Command {
  const body = { ...stamp, seq }
  return { ...body, bodyHash: hashOf(body) }
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
  return { id, name, argsHash: hashOf(args), outcome, reversal }
}

/** Writes the documents and remembers what stood there, so that the command can be taken back. */
async function replaceRows(
  db: PacklineDb,
  commandId: string,
  decision: Accept,
): Promise<Reversal['rows']> {
  const kept: { table: TableName; id: string; before: Json }[] = []
  for (const [table, puts] of groupByTable(decision.puts)) {
    const ids = puts.map((item) => item.row.id)
    assert(new Set(ids).size === ids.length, `one row written twice in ${table}`)
    const before = await db.documents(table).bulkGet(ids as never[])
    ids.forEach((id, i) => kept.push({ table, id, before: (before[i] ?? null) as Json }))
    // A row put back keeps its old writer, so that the step before can be taken back too.
    const isPutBack = decision.reverses !== null
    const written = puts.map(({ row }) => (isPutBack ? row : { ...row, rev: commandId }))
    await db.table(table).bulkPut(written)
  }
  if (decision.reverses) await applyReversal(db, decision.reverses)
  return kept
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
  for (const item of puts) groups.set(item.table, [...(groups.get(item.table) ?? []), item])
  return groups
}

/** Adds the movements to the balances, in the same transaction. A balance of a real place below zero
 *  is a broken promise of the decision: nothing is written. */
async function applyBalances(db: PacklineDb, movements: readonly Movement[]): Promise<void> {
  const deltas = balanceDeltas(movements)
  if (deltas.length === 0) return
  const known = await db.balances.bulkGet(deltas.map((delta) => delta.key))
  const next = deltas.map(({ qty, ...place }, i): Balance => {
    const { qtyConfirmed = 0, qtyPending = 0 } = known[i] ?? {}
    const balance = { ...place, qtyConfirmed, qtyPending: qtyPending + qty }
    const total = qtyConfirmed + balance.qtyPending
    assert(total >= 0 || !place.placeId.includes(':'), `balance ${place.key} would be ${total}`)
    return balance
  })
  const isEmpty = (row: Balance) => row.qtyConfirmed === 0 && row.qtyPending === 0
  await db.balances.bulkPut(next.filter((row) => !isEmpty(row)))
  const empty = next.filter(isEmpty).map((row) => row.key)
  if (empty.length > 0) await db.balances.bulkDelete(empty)
}

async function appendAudit(db: PacklineDb, head: HeadRow, command: Command): Promise<void> {
  const seq = head.auditSeq + 1
  const { atMs, operatorId: who, name: what, id: ref } = command
  const row = { seq, atMs, who, what, ref }
  const hash = chainHash(head.auditHash, row)
  await db.audit.add({ ...row, hash })
  await db.meta.put({ ...head, seq: command.seq, auditSeq: seq, auditHash: hash })
}
