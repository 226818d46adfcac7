import type { Notice } from '@/kernel/notice.ts'
import type { SessionSave } from '@/app/ports/ledger.ts'
import { runCommand } from '@/app/runCommand.ts'
import type { MovementDraft } from '@/domain/stock/movement.ts'
import { accepted, attention, refused } from '@/workflow/workflow.ts'
import type { AnyKind, RunnerCore } from './runnerCore.ts'

/** Takes the last step back: its command is reversed by another command, the state is as before.
 *  `voidAsked`: the command whose printed label the person was just asked about. */
export async function takeBack<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  voidAsked: { commandId: string | null },
): Promise<Notice> {
  const { ctx, job } = core
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
  const refusal =
    step.commandId === null ? null : await reverse(core, step.commandId, voidAsked, save)
  if (refusal) return refusal
  if (step.commandId === null) await ctx.sessions.save(save)
  const undoDepth = Math.max(0, core.view().undoDepth - 1)
  core.show({ state: step.before as unknown as S, undoDepth })
  return accepted('UNDO-001', { steps: undoDepth })
}

/** Reverses one command; a printed label is voided only when UNDO is given twice. */
async function reverse<S extends AnyKind, E extends AnyKind>(
  { ctx }: RunnerCore<S, E>,
  commandId: string,
  voidAsked: { commandId: string | null },
  session: SessionSave,
): Promise<Notice | null> {
  const stored = await ctx.ledger.reader.findOutcome(commandId)
  if (stored?.outcome.kind !== 'accepted') {
    await ctx.sessions.save(session)
    return null
  }
  const movements = (stored.reversal?.movements ?? []).map(toDraft)
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
