import type { Notice, Spoken } from '@/kernel/notice.ts'

/** What a scan can turn out to be; the screen's `expects` decides between several. */
export type ScanKind =
  | 'sku'
  | 'bin'
  | 'tote'
  | 'purchaseOrder'
  | 'order'
  | 'waybill'
  | 'carrier'
  | 'operator'
  | 'manifest'

/** A command to run: its name and args, as the command table knows them. */
export interface CommandRequest {
  readonly name: string
  readonly args: object
}

/** Answer of a workflow to one event: where the job stands now, what to write, what to say.
 *  At most one command a step: a scan is one transaction. */
export interface Step<State, Command extends CommandRequest = CommandRequest> {
  readonly state: State
  readonly command: Command | null
  readonly notice: Notice | null
}

/** What every machine is told besides its own events. */
export type CommandEvent =
  | { readonly kind: 'commandAccepted'; readonly result: unknown }
  | {
      readonly kind: 'commandRejected'
      readonly reason: string
      readonly params: Readonly<Record<string, string | number>>
    }

/** One process as data and one pure function. `transitions` names every hop between different kinds of
 *  state; staying is always allowed. The state is plain JSON: saved, resumed and replayed. */
export interface Workflow<
  State extends { readonly kind: string },
  Event extends { readonly kind: string },
  Command extends CommandRequest = CommandRequest,
> {
  readonly id: string
  readonly initial: State
  readonly transitions: Readonly<Record<State['kind'], readonly State['kind'][]>>
  /** Drives the prompt, and which of several meanings a scanned text has. */
  readonly expects: Readonly<Record<State['kind'], readonly ScanKind[]>>
  step(state: State, event: Event | CommandEvent): Step<State, Command>
}

/** Faults of a machine's own table: unknown targets, states nobody reaches. Empty = sound. */
export function checkWorkflow(machine: {
  readonly initial: { readonly kind: string }
  readonly transitions: Readonly<Record<string, readonly string[]>>
}): string[] {
  const known = new Set(Object.keys(machine.transitions))
  const faults: string[] = []
  for (const [from, targets] of Object.entries(machine.transitions))
    for (const target of targets)
      if (!known.has(target)) faults.push(`${from} leads to unknown ${target}`)
  const reached = new Set<string>()
  const open = [machine.initial.kind]
  for (let kind = open.pop(); kind !== undefined; kind = open.pop()) {
    if (reached.has(kind)) continue
    reached.add(kind)
    open.push(...(machine.transitions[kind] ?? []))
  }
  for (const kind of known) if (!reached.has(kind)) faults.push(`nobody reaches ${kind}`)
  return faults
}

/** Mermaid text of the machine's table; the committed drawing is compared with it. */
export function drawWorkflow(machine: {
  readonly initial: { readonly kind: string }
  readonly transitions: Readonly<Record<string, readonly string[]>>
}): string {
  const hops = Object.entries(machine.transitions).flatMap(([from, targets]) =>
    targets.map((target) => `  ${from} --> ${target}`),
  )
  return ['stateDiagram-v2', `  [*] --> ${machine.initial.kind}`, ...hops, ''].join('\n')
}

/** A step that stays where it is, with or without words. */
export function stay<State>(state: State, notice: Notice | null = null): Step<State, never> {
  return { state, command: null, notice }
}

/** A step to another state, with or without words. */
export function go<State>(state: State, notice: Notice | null = null): Step<State, never> {
  return { state, command: null, notice }
}

/** A step that writes: `state` is the one that waits for the answer. */
export function ask<State, Command extends CommandRequest>(
  state: State,
  command: Command,
): Step<State, Command> {
  return { state, command, notice: null }
}

type NoticeParams = Readonly<Record<string, string | number>>

const say =
  (level: Notice['level']) =>
  (code: string, params: NoticeParams = {}): Notice => ({ level, code, params })

export const accepted = say('accepted')
export const refused = say('refused')
export const attention = say('attention')
export const done = say('done')

/** The same words, also told by the voice. Example: `speaking(accepted('PICK-026'), { kind: 'slot', slot: 3 })`
 *  says 第 3 格. */
export const speaking = (notice: Notice, spoken: Spoken): Notice => ({ ...notice, spoken })
/** What the voice says where an order is stopped. */
export const INTERCEPTED: Spoken = { kind: 'intercepted' }
