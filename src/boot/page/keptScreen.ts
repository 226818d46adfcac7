import { SCREEN_VERBS, type ScreenId } from '@/domain/barcode/commandCode.ts'
import type { RunnerSessions } from '@/ui/workflow/runner.ts'

const SESSION = 'desk'
const screenIds: readonly string[] = Object.values(SCREEN_VERBS)

/** The screen that was open last; null = the menu. */
export async function loadScreen(sessions: RunnerSessions): Promise<ScreenId | null> {
  const state = (await sessions.load(SESSION))?.state
  if (!state || typeof state !== 'object' || !('screen' in state)) return null
  const { screen } = state
  return typeof screen === 'string' && screenIds.includes(screen) ? (screen as ScreenId) : null
}

/** Keeps which screen is open, so that a restart shows it again. */
export async function keepScreen(sessions: RunnerSessions, screen: ScreenId | null): Promise<void> {
  const state = { kind: 'open', screen }
  await sessions.save({ workflowId: SESSION, state, inFlight: null, step: { kind: 'none' } })
}
