import type { SessionSave } from '@/app/ports/ledger.ts'
import type { PacklineDb } from './db.ts'
import type { WorkSessionRow, WorkStepRow } from './rows.ts'

/** How many steps of one job can be taken back; older ones are forgotten. */
export const UNDO_STEPS_MAX = 1_000

/** Saves where a person is; called inside the transaction of the command that moved it on, or alone
 *  for a step that changes no stock. `known`: what is saved now, read in the same transaction. */
export async function saveSession(
  db: PacklineDb,
  { workflowId, state, inFlight, step }: SessionSave,
  known: WorkSessionRow | undefined,
): Promise<void> {
  const before = known?.steps ?? 0
  const isPop = step.kind === 'pop' && before > 0
  const steps = before + (step.kind === 'push' ? 1 : isPop ? -1 : 0)
  const forgotten = step.kind === 'push' ? steps - UNDO_STEPS_MAX : isPop ? before : 0
  await Promise.all([
    step.kind === 'push' &&
      db.workSteps.put({ workflowId, n: steps, before: step.before, commandId: step.commandId }),
    forgotten > 0 && db.workSteps.delete([workflowId, forgotten]),
    db.workSessions.put({ workflowId, state, inFlight, steps }),
  ])
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
      db.transaction('rw', db.workSessions, db.workSteps, async () =>
        saveSession(db, save, await db.workSessions.get(save.workflowId)),
      ),
    async lastStep(workflowId) {
      const session = await db.workSessions.get(workflowId)
      return session ? db.workSteps.get([workflowId, session.steps]) : undefined
    },
  }
}
