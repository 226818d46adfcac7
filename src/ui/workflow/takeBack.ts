import type { Notice } from '@/kernel/notice.ts'
import type { SessionSave, StoredOutcome } from '@/app/ports/ledger.ts'
import { runCommand } from '@/app/runCommand.ts'
import type { MovementDraft } from '@/domain/stock/movement.ts'
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
    return accepted('UNDO-001', { steps: core.view().undoDepth })
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
  return words ?? accepted('UNDO-001', { steps: undoDepth })
}

/** Reverses one command; a printed label is voided only when UNDO is given twice. */
async function reverse<S extends AnyKind, E extends AnyKind>(
  { ctx }: RunnerCore<S, E>,
  { id: commandId, reversal }: StoredOutcome,
  voidAsked: { commandId: string | null },
  session: SessionSave,
): Promise<Notice | null> {
  const movements = (reversal?.movements ?? []).map(toDraft)
  const args = { commandId, movements, voidLabel: voidAsked.commandId === commandId }
  const result = await runCommand({ ...ctx, session }, ctx.newId(), 'stock.reverseCommand', args)
  voidAsked.commandId = null
  if (result.kind === 'accepted') return null
  if (result.kind === 'idReused') return refused('STO-008')
  if (result.reason === 'undo.labelPrinted') {
    voidAsked.commandId = commandId
    return attention('UNDO-004', result.params)
  }
  return refused('UNDO-003', { reason: result.reason, ...result.params })
}

/** What a movement says, without who wrote it. */
const toDraft = ({ skuId, lot, qty, from, to, reason, docRef }: MovementDraft): MovementDraft => ({
  skuId,
  lot,
  qty,
  from,
  to,
  reason,
  docRef,
})
