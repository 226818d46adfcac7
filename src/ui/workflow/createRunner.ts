import { assert } from '@/kernel/assert.ts'
import type { Json } from '@/kernel/json.ts'
import type { Notice } from '@/kernel/notice.ts'
import type { SessionSave } from '@/app/ports/ledger.ts'
import { type ScanRecord, recordCode, resolveScan } from '@/app/resolveScan.ts'
import { type RunContext, type RunResult, runCommand } from '@/app/runCommand.ts'
import type { CommandArgs, CommandName } from '@/app/commands/handlers.ts'
import {
  type CommandEvent,
  type CommandRequest,
  accepted,
  attention,
  refused,
} from '@/workflow/workflow.ts'
import { type Answer, type Job, type JobInput, answer } from './job.ts'

/** What a screen sees of its job. */
export interface RunnerView<State> {
  readonly state: State
  readonly undoDepth: number
  /** Several records fit the last code: the person types the number of one. */
  readonly choice: readonly ScanRecord[]
  readonly resumed: boolean
}

/** The saved side of a job; implemented by the store. */
export interface RunnerSessions {
  load(
    workflowId: string,
  ): Promise<
    | { readonly state: Json; readonly inFlight: SessionSave['inFlight']; readonly steps: number }
    | undefined
  >
  save(save: SessionSave): Promise<void>
  lastStep(
    workflowId: string,
  ): Promise<{ readonly before: Json; readonly commandId: string | null } | undefined>
}

export interface RunnerContext extends RunContext {
  readonly sessions: RunnerSessions
  newId(): string
  /** Told of each change of state; tests see from it which hops were worked. */
  onHop?(workflowId: string, from: string, to: string): void
}

/** Drives one machine: exactly one answer for each thing a person gives, after it is durable. Callers
 *  give one at a time, in order. */
export interface Runner<State = unknown> {
  readonly workflowId: string
  view(): RunnerView<State>
  subscribe(listener: () => void): () => void
  /** Loads the saved state; runs a command that was in flight again, under its own id. */
  resume(): Promise<void>
  scan(raw: string): Promise<Notice>
  give(input: Exclude<JobInput, { kind: 'record' }>): Promise<Notice>
  undo(): Promise<Notice>
}

type AnyState = { readonly kind: string }

export function createRunner<State extends AnyState, Event extends { readonly kind: string }>(
  ctx: RunnerContext,
  job: Job<State, Event>,
): Runner<State> {
  const { workflow } = job
  const listeners = new Set<() => void>()
  let view: RunnerView<State> = {
    state: workflow.initial,
    undoDepth: 0,
    choice: [],
    resumed: false,
  }
  let voidAskedFor: string | null = null

  const show = (next: Partial<RunnerView<State>>) => {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  }

  /** The machine's answer; a hop that its table does not name is a broken promise. */
  const stepOf = (state: State, event: Event | CommandEvent) => {
    const step = workflow.step(state, event)
    const declared = workflow.transitions[state.kind as State['kind']]
    const to = step.state.kind as State['kind']
    assert(to === state.kind || declared.includes(to), `${workflow.id}: ${state.kind} to ${to}`)
    if (to !== state.kind) ctx.onHop?.(workflow.id, state.kind, to)
    return step
  }

  async function resume(): Promise<void> {
    const saved = await ctx.sessions.load(workflow.id)
    if (!saved) return
    const state = saved.state as unknown as State
    if (!(state.kind in workflow.transitions)) return
    show({ state, undoDepth: saved.steps, resumed: true })
    if (saved.inFlight) await runInFlight(saved.inFlight)
  }

  async function runInFlight({ id, name, args }: NonNullable<SessionSave['inFlight']>) {
    const result = await runCommand(ctx, id, name as CommandName, args as never)
    const step = stepOf(view.state, toCommandEvent(result))
    show({ state: step.state })
  }

  async function handle(input: JobInput): Promise<Notice> {
    voidAskedFor = null
    const event = await job.toEvent(ctx.ledger.reader, input, view.state)
    if (isAnswer(event)) return event.notice
    return take(event)
  }

  /** One step of the machine, saved; with its command in the same transaction. */
  async function take(event: Event): Promise<Notice> {
    const before = view.state
    const step = stepOf(before, event)
    if (!step.command) {
      if (step.state !== before) await saveStep(before, step.state)
      show({ state: step.state, choice: [] })
      return step.notice ?? accepted('SCAN-000')
    }
    return runStep(before, step.state, step.command)
  }

  async function runStep(before: State, waiting: State, command: CommandRequest): Promise<Notice> {
    const id = ctx.newId()
    const save = pushOf(before, waiting, { id, ...command })
    const name = command.name as CommandName
    const result = await runCommand(ctx, id, name, command.args as CommandArgs<CommandName>, save)
    const next = stepOf(waiting, toCommandEvent(result))
    assert(!next.command, 'one scan is one transaction: no command follows a command')
    if (result.kind === 'accepted') show({ undoDepth: view.undoDepth + 1 })
    // A refusal saves no session with it: what it leads to is a step of its own.
    else if (next.state.kind !== before.kind) await saveStep(before, next.state)
    show({ state: next.state, choice: [] })
    return next.notice ?? accepted('SCAN-000')
  }

  function pushOf(
    before: State,
    state: State,
    inFlight: { id: string; name: string; args: object } | null,
  ): SessionSave {
    const commandId = inFlight?.id ?? null
    return {
      workflowId: workflow.id,
      state: state as unknown as Json,
      inFlight: inFlight as SessionSave['inFlight'],
      step: { kind: 'push', before: before as unknown as Json, commandId },
    }
  }

  async function saveStep(before: State, state: State): Promise<void> {
    await ctx.sessions.save(pushOf(before, state, null))
    show({ undoDepth: view.undoDepth + 1 })
  }

  async function scan(raw: string): Promise<Notice> {
    const expects = workflow.expects[view.state.kind as State['kind']]
    const resolved = await resolveScan(raw, expects, ctx.ledger.reader)
    if (resolved.kind !== 'many') return handle({ kind: 'record', resolved })
    const preferred = job.preferred(view.state)
    const fitting = resolved.records.filter((record) => preferred.includes(recordCode(record)))
    const [only, ...more] = fitting
    if (only && more.length === 0)
      return handle({ kind: 'record', resolved: { kind: 'one', raw, record: only } })
    show({ choice: resolved.records })
    return attention('SCAN-005', { raw, count: resolved.records.length })
  }

  async function give(input: Exclude<JobInput, { kind: 'record' }>): Promise<Notice> {
    if (input.kind === 'number' && view.choice.length > 0) return choose(input.qty)
    if (input.kind === 'verb' && !job.verbs(view.state).includes(input.verb))
      return refused('SCAN-004', { verb: input.verb })
    return handle(input)
  }

  async function choose(no: number): Promise<Notice> {
    const record = view.choice[no - 1]
    if (!record) return refused('SCAN-006', { no, count: view.choice.length })
    return handle({ kind: 'record', resolved: { kind: 'one', raw: recordCode(record), record } })
  }

  async function undo(): Promise<Notice> {
    if (view.choice.length > 0) {
      show({ choice: [] })
      return accepted('UNDO-001', { steps: view.undoDepth })
    }
    const step = await ctx.sessions.lastStep(workflow.id)
    if (!step) return attention('UNDO-002')
    const before = step.before as unknown as State
    const save: SessionSave = {
      workflowId: workflow.id,
      state: step.before,
      inFlight: null,
      step: { kind: 'pop' },
    }
    if (step.commandId !== null) {
      const refusal = await reverse(step.commandId, save)
      if (refusal) return refusal
    } else await ctx.sessions.save(save)
    show({ state: before, undoDepth: Math.max(0, view.undoDepth - 1) })
    return accepted('UNDO-001', { steps: view.undoDepth })
  }

  /** Reverses one command; a printed label is voided only when UNDO is given twice. */
  async function reverse(commandId: string, save: SessionSave): Promise<Notice | null> {
    const stored = await ctx.ledger.reader.findOutcome(commandId)
    if (stored?.outcome.kind !== 'accepted') {
      await ctx.sessions.save(save)
      return null
    }
    const movements = (stored.reversal?.movements ?? []).map(
      ({ skuId, lot, qty, from, to, reason, docRef }) => ({
        skuId,
        lot,
        qty,
        from,
        to,
        reason,
        docRef,
      }),
    )
    const args = { commandId, movements, voidLabel: voidAskedFor === commandId }
    const result = await runCommand(ctx, ctx.newId(), 'stock.reverseCommand', args, save)
    voidAskedFor = null
    if (result.kind === 'accepted') return null
    if (result.kind === 'idReused') return refused('STO-008')
    if (result.reason === 'undo.labelPrinted') {
      voidAskedFor = commandId
      return attention('UNDO-004', result.params)
    }
    return refused('UNDO-003', { reason: result.reason, ...result.params })
  }

  return {
    workflowId: workflow.id,
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    resume,
    scan,
    give,
    undo,
  }
}

function isAnswer(event: { readonly kind: string }): event is Answer {
  return event.kind === 'answer'
}

function toCommandEvent(result: RunResult): CommandEvent {
  if (result.kind === 'accepted') return { kind: 'commandAccepted', result: result.result }
  if (result.kind === 'idReused') return { kind: 'commandRejected', reason: 'idReused', params: {} }
  return { kind: 'commandRejected', reason: result.reason, params: result.params }
}

/** The usual answers to a text that is no record the screen waits for; null = it is one. */
export function refuseUnfit(input: JobInput): Answer | null {
  if (input.kind !== 'record') return null
  const { resolved } = input
  if (resolved.kind === 'none') return answer(refused('SCAN-001', { raw: resolved.raw }))
  if (resolved.kind === 'wrongKind') {
    const got = recordCode(resolved.record)
    return answer(refused('SCAN-003', { raw: resolved.raw, got, kind: resolved.record.kind }))
  }
  return null
}
