import { useSyncExternalStore } from 'react'
import type { ShownNotice } from '../scan/shownNotice.ts'
import type { Runner, RunnerView } from './runner.ts'

/** What every station screen is given: where its job stands, the last answer, the digits being typed.
 *  A screen is `export function PutawayScreen(props: ScreenProps<PutawayState>)`. */
export interface ScreenProps<State> {
  readonly view: RunnerView<State>
  readonly shown: ShownNotice
  readonly pad: string
}

/** The view of a runner, drawn anew when it changes. */
export function useWorkflow<State>(runner: Runner<State>): RunnerView<State> {
  return useSyncExternalStore(runner.subscribe, runner.view)
}
