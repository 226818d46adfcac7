import type { Clock } from '@/kernel/clock.ts'
import { createId } from '@/kernel/ids.ts'
import type { Random } from '@/kernel/random.ts'
import type { Timers } from '@/kernel/timers.ts'
import {
  answerLimitMs,
  type BridgeArgs,
  type BridgeEvent,
  type BridgeEventName,
  type BridgeRequestName,
  type BridgeResult,
  bridgeEvents,
  bridgeRequests,
  isBridgeEventName,
} from '@/protocol/bridge.ts'
import { encodeFrame, frameLength } from '@/protocol/bridgeFrame.ts'
import {
  BRIDGE_MESSAGE_MAX,
  type BridgeAnswer,
  bridgeHostMessage,
  refused,
} from '@/protocol/bridgeMessage.ts'
import type { LinkState, StationTransport } from './stationTransport.ts'

/** The page's (or a tool's) end of the bridge. */
export interface StationClient {
  /** Asks the host; never rejects. While the first connection is being made it waits; while the
   *  connection is lost it is refused at once with BRG-011. */
  request<N extends BridgeRequestName>(
    name: N,
    args: BridgeArgs<N>,
  ): Promise<BridgeAnswer<BridgeResult<N>>>
  /** Hears one kind of event; returns how to stop. */
  on<N extends BridgeEventName>(name: N, heard: (payload: BridgeEvent<N>) => void): () => void
  /** Hears the state of the connection, the present one first; returns how to stop. */
  onState(heard: (state: LinkState) => void): () => void
  close(): void
}

export interface StationClientOptions {
  readonly transport: StationTransport
  readonly clock: Clock
  readonly random: Random
  readonly timers: Timers
}

type Settle = (answer: BridgeAnswer<unknown>) => void

/** Connects through `transport` and checks everything that comes from the host. */
export function createStationClient(options: StationClientOptions): StationClient {
  const { transport, clock, random, timers } = options
  const waiting = new Map<string, Settle>()
  const ears = createEars()
  const stateHeard = new Set<(state: LinkState) => void>()
  let queued: (() => void)[] = []
  let state: LinkState = 'connecting'

  function changeState(next: LinkState): void {
    state = next
    const flush = queued
    queued = []
    for (const send of flush) send()
    if (next !== 'open') for (const settle of [...waiting.values()]) settle(refused('BRG-011'))
    for (const heard of stateHeard) heard(next)
  }

  function receive(raw: unknown): void {
    const parsed = bridgeHostMessage.safeParse(raw)
    if (!parsed.success) return
    const message = parsed.data
    if (message.kind === 'reply') waiting.get(message.id)?.(message.answer)
    if (message.kind === 'event') ears.tell(message.name, message.payload)
  }

  function send(name: BridgeRequestName, args: unknown, settle: Settle): void {
    if (state !== 'open') return settle(refused('BRG-011'))
    const id = createId(clock, random)
    const message = { kind: 'request' as const, id, atMs: clock.nowMs(), name, args }
    if (isTooLarge(message)) return settle(refused('BRG-005'))
    // A little longer than the host's own limit, so that its answer names the reason.
    const cancel = timers.after(answerLimitMs(name) + 1_000, () => end(refused('BRG-008')))
    const end = (answer: BridgeAnswer<unknown>) => {
      cancel()
      waiting.delete(id)
      settle(answer)
    }
    waiting.set(id, end)
    transport.send(message)
  }

  transport.start({ receive, state: changeState })
  return {
    request: (name, args) =>
      new Promise((resolve) => {
        const ask = () => send(name, args, (answer) => resolve(checkAnswer(name, answer)))
        if (state === 'connecting') queued.push(ask)
        else ask()
      }),
    on: ears.on,
    onState(heard) {
      heard(state)
      return remember(stateHeard, heard)
    },
    close() {
      transport.close()
      changeState('lost')
    },
  }
}

/** Adds to a set; returns how to take it out again. */
function remember<T>(all: Set<T>, item: T): () => void {
  all.add(item)
  return () => void all.delete(item)
}

function isTooLarge(message: object): boolean {
  return frameLength(encodeFrame(message)) > BRIDGE_MESSAGE_MAX
}

/** Who hears which event; payloads are checked before anybody hears them. */
function createEars(): Pick<StationClient, 'on'> & { tell(name: string, payload: unknown): void } {
  const heardBy = new Map<string, Set<(payload: unknown) => void>>()
  return {
    on(name, heard) {
      const all = heardBy.get(name) ?? new Set()
      heardBy.set(name, all)
      // `tell` checks the payload against the schema of this very name.
      const take = (payload: unknown) => heard(payload as BridgeEvent<typeof name>)
      return remember(all, take)
    },
    tell(name, payload) {
      if (!isBridgeEventName(name)) return
      const checked = bridgeEvents[name].safeParse(payload)
      if (!checked.success) return
      for (const heard of heardBy.get(name) ?? []) heard(checked.data)
    },
  }
}

function checkAnswer<N extends BridgeRequestName>(
  name: N,
  answer: BridgeAnswer<unknown>,
): BridgeAnswer<BridgeResult<N>> {
  if (!answer.ok) return answer
  const result = bridgeRequests[name].result.safeParse(answer.result)
  // The schema of this name has just passed; the compiler loses that in the union of schemas.
  return result.success
    ? { ok: true, result: result.data as BridgeResult<N> }
    : refused('BRG-002', { name })
}
