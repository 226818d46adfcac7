import { assert } from '@/kernel/assert.ts'
import type { Json } from '@/kernel/json.ts'
import type { SessionSave } from '@/app/ports/ledger.ts'
import type { CommandEvent, Step } from '@/workflow/workflow.ts'
import type { Job } from './job.ts'
import type { RunnerContext, RunnerView } from './runner.ts'

/** What the parts of a runner share: its job, what is shown, and how a step is written down. */
export interface RunnerCore<S extends AnyKind, E extends AnyKind> {
  readonly ctx: RunnerContext
  readonly job: Job<S, E>
  view(): RunnerView<S>
  show(part: Partial<RunnerView<S>>): void
  subscribe(listener: () => void): () => void
  /** See `Runner.hold`. */
  hold(): () => void
  /** The machine's answer; a hop that its table does not name is a broken promise. */
  stepOf(state: S, event: E | CommandEvent): Step<S>
  /** Saves a step that changed no stock. */
  saveStep(before: S, state: S): Promise<void>
}

export interface AnyKind {
  readonly kind: string
}

export function createRunnerCore<S extends AnyKind, E extends AnyKind>(
  ctx: RunnerContext,
  job: Job<S, E>,
): RunnerCore<S, E> {
  const { workflow } = job
  const listeners = new Set<() => void>()
  let view: RunnerView<S> = {
    state: workflow.initial,
    undoDepth: 0,
    choice: [],
    resumed: false,
  }
  let shown = view
  let isHeld = false
  const tell = () => {
    if (isHeld || shown === view) return
    shown = view
    for (const listener of listeners) listener()
  }
  const show = (part: Partial<RunnerView<S>>) => {
    view = { ...view, ...part }
    tell()
  }
  return {
    ctx,
    job,
    view: () => view,
    show,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    hold() {
      isHeld = true
      return () => {
        isHeld = false
        tell()
      }
    },
    stepOf(state, event) {
      const step = workflow.step(state, event)
      const declared = workflow.transitions[state.kind as S['kind']]
      const to = step.state.kind as S['kind']
      assert(to === state.kind || declared.includes(to), `${workflow.id}: ${state.kind} to ${to}`)
      if (to !== state.kind) ctx.onHop?.(workflow.id, state.kind, to)
      return step
    },
    async saveStep(before, state) {
      await ctx.sessions.save(pushOf(workflow.id, { before, state, inFlight: null }))
      show({ undoDepth: view.undoDepth + 1 })
    },
  }
}

interface PushedStep {
  readonly before: AnyKind
  readonly state: AnyKind
  readonly inFlight: { readonly id: string; readonly name: string; readonly args: object } | null
}

/** The session after one step, with the step itself so that it can be taken back. States and args are
 *  plain data by the machines' own promise. */
export function pushOf(workflowId: string, { before, state, inFlight }: PushedStep): SessionSave {
  return {
    workflowId,
    state: plain(state),
    inFlight: inFlight && { ...inFlight, args: plain(inFlight.args) },
    step: { kind: 'push', before: plain(before), commandId: inFlight?.id ?? null },
  }
}

/** The session where a command went beside the machine: it stands where it stood, and the command can be
 *  taken back as a step of its own. */
export function pushAside(workflowId: string, state: AnyKind, commandId: string): SessionSave {
  const step = { kind: 'push', before: plain(state), commandId } as const
  return { workflowId, state: plain(state), inFlight: null, step }
}

const plain = (data: object): Json => data as unknown as Json
