import type { Clock } from '@/kernel/clock.ts'
import { assert } from '@/kernel/assert.ts'
import { assertMovement } from '@/domain/stock/movement.ts'
import { argsJson } from './command.ts'
import { type CommandArgs, type CommandName, handlers } from './commands/handlers.ts'
import type {
  CommandStamp,
  Committed,
  Journal,
  Ledger,
  LedgerTx,
  Outcome,
  SessionSave,
  StoredOutcome,
} from './ports/ledger.ts'

/** The station a command is made at and the person who made it. */
export interface CommandSource {
  readonly station: string
  readonly incarnation: string
  operatorId(): string
  /** Last hub position this station knew; 0 for a station alone. */
  baseG(): number
}

export interface RunContext {
  readonly ledger: Ledger
  readonly clock: Clock
  readonly source: CommandSource
  readonly journal: Journal
  /** Where the person stands in the job, saved with the command in one transaction. */
  readonly session?: SessionSave
}

export type RunResult = Outcome | { readonly kind: 'idReused' }

/** The one write door. `id` is made by the caller: running it twice has one effect and one answer.
 *  The same id with other args is `idReused`. Resolves only when the commit is durable. */
export async function runCommand<N extends CommandName>(
  ctx: RunContext,
  id: string,
  name: N,
  args: CommandArgs<N>,
): Promise<RunResult> {
  const stamp = createStamp(ctx, id, name, args)
  // Before the transaction: the store waits for nothing that can be done without it.
  const argsHash = ctx.ledger.argsHash(stamp.args)
  const done = await ctx.ledger.transact(async (tx) => {
    const known = await tx.findOutcome(id)
    if (known) return { known, committed: null }
    return runOnce(tx, stamp, name, ctx.session ?? null)
  }, ctx.session?.workflowId)
  if (done.committed) ctx.journal.append(done.committed)
  const reused = done.known.name !== name || done.known.argsHash !== argsHash
  return reused ? { kind: 'idReused' } : done.known.outcome
}

async function runOnce<N extends CommandName>(
  tx: LedgerTx,
  stamp: CommandStamp,
  name: N,
  session: SessionSave | null,
): Promise<{ known: StoredOutcome; committed: Committed | null }> {
  const decide = await handlers[name].run(tx, stamp.args as never, stamp)
  const decision = decide()
  if (decision.kind === 'reject')
    return { known: await tx.refuse(stamp, decision), committed: null }
  for (const movement of decision.movements) assertMovement(movement)
  const committed = await tx.commit(stamp, decision, session)
  return { known: committed.stored, committed }
}

function createStamp(ctx: RunContext, id: string, name: CommandName, args: object): CommandStamp {
  assert(id.length > 0, 'a command needs an id')
  const { station, incarnation } = ctx.source
  return {
    id,
    station,
    incarnation,
    name,
    version: handlers[name].version,
    args: argsJson(args),
    baseG: ctx.source.baseG(),
    atMs: ctx.clock.nowMs(),
    monoMs: ctx.clock.monoMs(),
    operatorId: ctx.source.operatorId(),
    lease: null,
  }
}
