import type { SessionSave } from '@/app/ports/ledger.ts'
import type { PacklineDb } from './db.ts'
import type { WorkSessionRow, WorkStepRow } from './rows.ts'

/** How many steps of one job can be taken back; older ones are forgotten. */
export const UNDO_STEPS_MAX = 1_000

/** Saves where a person is; called inside the transaction of the command that moved it on, or alone
 *  for a step that changes no stock. */
export async function saveSession(db: PacklineDb, save: SessionSave): Promise<void> {
  const { workflowId, state, inFlight, step } = save
  const known = await db.workSessions.get(workflowId)
  let steps = known?.steps ?? 0
  if (step.kind === 'push') {
    steps += 1
    const { before, commandId } = step
    await db.workSteps.put({ workflowId, n: steps, before, commandId })
    if (steps > UNDO_STEPS_MAX) await db.workSteps.delete([workflowId, steps - UNDO_STEPS_MAX])
  } else if (step.kind === 'pop' && steps > 0) {
    await db.workSteps.delete([workflowId, steps])
    steps -= 1
  }
  await db.workSessions.put({ workflowId, state, inFlight, steps })
}

/** What the screens keep of their work between scans, crashes and days. */
export interface SessionStore {
  load(workflowId: string): Promise<WorkSessionRow | undefined>
  save(save: SessionSave): Promise<void>
  /** The last step, or undefined where nothing can be taken back. */
  lastStep(workflowId: string): Promise<WorkStepRow | undefined>
}

export function createSessionStore(db: PacklineDb): SessionStore {
  return {
    load: (workflowId) => db.workSessions.get(workflowId),
    save: (save) =>
      db.transaction('rw', db.workSessions, db.workSteps, async () => saveSession(db, save)),
    async lastStep(workflowId) {
      const session = await db.workSessions.get(workflowId)
      return session ? db.workSteps.get([workflowId, session.steps]) : undefined
    },
  }
}
