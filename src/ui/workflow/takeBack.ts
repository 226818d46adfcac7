import type { Notice } from '@/kernel/notice.ts'
import type { SessionSave, StoredOutcome } from '@/app/ports/ledger.ts'
import { loadReverseFacts, reverseArgsOf } from '@/app/loadReverseFacts.ts'
import { runCommand } from '@/app/runCommand.ts'
import { reverseCommand } from '@/domain/stock/reverseCommand.ts'
import { accepted, attention, refused } from '@/workflow/workflow.ts'
import { dropOffer } from './photoStep.ts'
import type { AnyKind, RunnerCore } from './runnerCore.ts'

/** Takes the last step back: its command is reversed by another command, the state is as before.
 *  `voidAsked`: the command whose printed label the person was just asked about. */
export async function takeBack<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  voidAsked: { commandId: string | null },
): Promise<Notice> {
  const { ctx, job } = core
  dropOffer(core)
  if (core.view().choice.length > 0) {
    core.show({ choice: [] })
    return undone(core)
  }
  const step = await ctx.sessions.lastStep(job.workflow.id)
  if (!step) return attention('UNDO-002')
  const save: SessionSave = {
    workflowId: job.workflow.id,
    state: step.before,
    inFlight: null,
    step: { kind: 'pop' },
  }
  const stored =
    step.commandId === null ? undefined : await ctx.ledger.reader.findOutcome(step.commandId)
  const done = stored?.outcome.kind === 'accepted' ? stored.outcome : null
  const refusal = stored && done ? await reverse(core, stored, voidAsked, save) : null
  if (refusal) return refusal
  // Nothing was written: there is only the step to forget.
  if (!done) await ctx.sessions.save(save)
  if (stored?.name === 'evidence.addPhoto') await ctx.photos.dropUnlinked()
  const undoDepth = Math.max(0, core.view().undoDepth - 1)
  core.show({ state: step.before as unknown as S, undoDepth })
  const words = stored && done ? job.undone?.({ name: stored.name, result: done.result }) : null
  return words ?? undone(core)
}

/** Says that it is done, and whether the step before can be taken back, too: only that one is looked at, as
 *  what stands in the way further back may be gone by then. */
async function undone<S extends AnyKind, E extends AnyKind>({
  ctx,
  job,
  view,
}: RunnerCore<S, E>): Promise<Notice> {
  const step = view().undoDepth > 0 ? await ctx.sessions.lastStep(job.workflow.id) : undefined
  if (!step) return accepted('UNDO-090')
  const { reader } = ctx.ledger
  const stored = step.commandId === null ? undefined : await reader.findOutcome(step.commandId)
  if (stored?.outcome.kind !== 'accepted') return accepted('UNDO-001')
  // Not asked here whether a label may be voided: that UNDO asks by itself.
  const args = reverseArgsOf(stored, true)
  const decision = reverseCommand(await loadReverseFacts(reader, args), args)
  if (decision.kind === 'accept') return accepted('UNDO-001')
  return accepted('UNDO-091', { reason: decision.reason })
}

/** Reverses one command; a printed label is voided only when UNDO is given twice. */
async function reverse<S extends AnyKind, E extends AnyKind>(
  { ctx }: RunnerCore<S, E>,
  stored: StoredOutcome,
  voidAsked: { commandId: string | null },
  session: SessionSave,
): Promise<Notice | null> {
  const args = reverseArgsOf(stored, voidAsked.commandId === stored.id)
  const result = await runCommand({ ...ctx, session }, ctx.newId(), 'stock.reverseCommand', args)
  voidAsked.commandId = null
  if (result.kind === 'accepted') return null
  if (result.kind === 'idReused') return refused('STO-008')
  if (result.reason === 'undo.labelPrinted') {
    voidAsked.commandId = stored.id
    return attention('UNDO-004', result.params)
  }
  if (result.reason === 'undo.movedOn') return refused('UNDO-092', result.params)
  return refused('UNDO-003', { reason: result.reason, ...result.params })
}
