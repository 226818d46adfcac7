import { assert } from '@/kernel/assert.ts'
import type { Notice } from '@/kernel/notice.ts'
import type { SessionSave } from '@/app/ports/ledger.ts'
import type { CommandArgs, CommandName } from '@/app/commands/handlers.ts'
import { type RunResult, runCommand } from '@/app/runCommand.ts'
import { type CommandEvent, type CommandRequest, accepted } from '@/workflow/workflow.ts'
import { type AnyKind, type RunnerCore, pushOf } from './runnerCore.ts'

/** One step of the machine, saved; with its command in the same transaction. */
export async function takeStep<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  event: E,
): Promise<Notice> {
  const before = core.view().state
  const step = core.stepOf(before, event)
  if (step.command) return runStep(core, { before, waiting: step.state, command: step.command })
  if (step.state !== before) await core.saveStep(before, step.state)
  core.show({ state: step.state, choice: [] })
  return step.notice ?? accepted('SCAN-000')
}

interface WaitingStep<S> {
  readonly before: S
  readonly waiting: S
  readonly command: CommandRequest
}

async function runStep<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  { before, waiting, command }: WaitingStep<S>,
): Promise<Notice> {
  const { ctx, job } = core
  const id = ctx.newId()
  const inFlight = { id, name: command.name, args: command.args }
  const session = pushOf(job.workflow.id, { before, state: waiting, inFlight })
  const name = command.name as CommandName
  const args = command.args as CommandArgs<CommandName>
  const result = await runCommand({ ...ctx, session }, id, name, args)
  const next = core.stepOf(waiting, toCommandEvent(result))
  assert(!next.command, 'one scan is one transaction: no command follows a command')
  if (result.kind === 'accepted') core.show({ undoDepth: core.view().undoDepth + 1 })
  // A refusal saves no session with it: what it leads to is a step of its own.
  else if (next.state.kind !== before.kind) await core.saveStep(before, next.state)
  core.show({ state: next.state, choice: [] })
  return next.notice ?? accepted('SCAN-000')
}

/** Shows the saved state; a command that was in flight when the station stopped is run again under its
 *  own id: done once, whatever had happened. */
export async function resumeSteps<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
): Promise<void> {
  const { ctx, job } = core
  const saved = await ctx.sessions.load(job.workflow.id)
  if (!saved) return
  const left = saved.state as unknown as S
  if (!(left.kind in job.workflow.transitions)) return
  const state = saved.inFlight ? await endInFlight(core, left, saved.inFlight) : left
  core.show({ state, undoDepth: saved.steps, resumed: true })
}

/** The state after the command; a person is never shown one that waits for it. Outcome and session were saved
 *  in one transaction, so what is kept under the id is what was done, also where a later version of the
 *  program would write its args otherwise. */
async function endInFlight<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  waiting: S,
  { id, name, args }: NonNullable<SessionSave['inFlight']>,
): Promise<S> {
  const stored = await core.ctx.ledger.reader.findOutcome(id)
  const result =
    stored?.name === name
      ? stored.outcome
      : await runCommand(core.ctx, id, name as CommandName, args as never)
  return core.stepOf(waiting, toCommandEvent(result)).state
}

function toCommandEvent(result: RunResult): CommandEvent {
  if (result.kind === 'accepted') return { kind: 'commandAccepted', result: result.result }
  if (result.kind === 'idReused') return { kind: 'commandRejected', reason: 'idReused', params: {} }
  return { kind: 'commandRejected', reason: result.reason, params: result.params }
}
