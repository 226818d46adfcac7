import { yearOf } from '@/kernel/day.ts'
import type { Notice } from '@/kernel/notice.ts'
import { recordCode, resolveScan } from '@/app/resolveScan.ts'
import { attention, refused } from '@/workflow/workflow.ts'
import type { Answer, Job, JobInput } from './job.ts'
import type { Runner, RunnerContext } from './runner.ts'
import { type AnyKind, type RunnerCore, createRunnerCore } from './runnerCore.ts'
import { dropOffer, isPhotoVerb, photoVerbs, takePhotoStep } from './photoStep.ts'
import { takeBack } from './takeBack.ts'
import { resumeSteps, takeStep } from './takeStep.ts'

/** A runner for one job: what a person gives becomes an event, an event a step, a step an answer. */
export function createRunner<State extends AnyKind, Event extends AnyKind>(
  ctx: RunnerContext,
  job: Job<State, Event>,
): Runner<State> {
  const core = createRunnerCore(ctx, job)
  const voidAsked: { commandId: string | null } = { commandId: null }
  const handle: Handle = async (input) => {
    voidAsked.commandId = null
    if (input.kind === 'verb' && isPhotoVerb(core, input.verb))
      return takePhotoStep(core, input.verb)
    dropOffer(core)
    const event = await job.toEvent(
      ctx.ledger.reader,
      input,
      core.view().state,
      yearOf(ctx.clock.nowMs()),
    )
    return isAnswer(event) ? event.notice : takeStep(core, event)
  }
  return {
    workflowId: job.workflow.id,
    view: core.view,
    subscribe: core.subscribe,
    resume: () => resumeSteps(core),
    scan: (raw) => orResume(core, readScan(core, raw, handle)),
    give: (input) => orResume(core, readInput(core, input, handle)),
    undo: () => orResume(core, takeBack(core, voidAsked)),
    hold: core.hold,
  }
}

/** A fault on the way may come before or after the commit: what is saved says which, and the screen must
 *  not ask again for what is done. The fault itself is still told. */
async function orResume<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  answer: Promise<Notice>,
): Promise<Notice> {
  try {
    return await answer
  } catch (fault) {
    await resumeSteps(core).catch((again) => console.error(again))
    throw fault
  }
}

function verbsOf<S extends AnyKind, E extends AnyKind>({ job, view }: RunnerCore<S, E>) {
  const { state, offer } = view()
  return [...job.verbs(state), ...photoVerbs(job.photoOf?.(state) ?? null, offer)]
}

type Handle = (input: JobInput) => Promise<Notice>

async function readScan<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  raw: string,
  handle: Handle,
): Promise<Notice> {
  const { ctx, job } = core
  const { state } = core.view()
  const expects = job.workflow.expects[state.kind as S['kind']]
  const resolved = await resolveScan(raw, expects, ctx.ledger.reader, yearOf(ctx.clock.nowMs()))
  if (resolved.kind !== 'many') return handle({ kind: 'record', resolved })
  const preferred = job.preferred(state)
  const fitting = resolved.records.filter((record) => preferred.includes(recordCode(record)))
  const [only, ...more] = fitting
  if (only && more.length === 0)
    return handle({ kind: 'record', resolved: { kind: 'one', raw, record: only } })
  core.show({ choice: resolved.records })
  return attention('SCAN-005', { raw, count: resolved.records.length })
}

async function readInput<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  input: Exclude<JobInput, { kind: 'record' }>,
  handle: Handle,
): Promise<Notice> {
  const { choice } = core.view()
  if (input.kind === 'number' && choice.length > 0) {
    const record = choice[input.qty - 1]
    if (!record) return refused('SCAN-006', { no: input.qty, count: choice.length })
    return handle({ kind: 'record', resolved: { kind: 'one', raw: recordCode(record), record } })
  }
  if (input.kind === 'verb' && !verbsOf(core).includes(input.verb))
    return refused('SCAN-004', { verb: input.verb })
  return handle(input)
}

function isAnswer(event: { readonly kind: string }): event is Answer {
  return event.kind === 'answer'
}
