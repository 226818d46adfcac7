import type { Clock } from '@/kernel/clock.ts'
import {
  answerLimitMs,
  type BridgeArgs,
  type BridgeEvent,
  type BridgeEventName,
  type BridgeRequestName,
  type BridgeResult,
  type BridgeRole,
  bridgeRequests,
  isBridgeRequestName,
} from '@/protocol/bridge.ts'
import { encodeFrame, frameLength } from '@/protocol/bridgeFrame.ts'
import {
  BRIDGE_MESSAGE_MAX,
  BRIDGE_RATE_MAX,
  BRIDGE_WINDOW_MS,
  type BridgeAnswer,
  bridgeRequestMessage,
  refused,
} from '@/protocol/bridgeMessage.ts'

/** Who asks, as the transport proved it. */
export interface BridgeCaller {
  readonly sessionId: string
  readonly role: BridgeRole
}

/** One handler for each request of the contract, so that a missing one does not compile. */
export type BridgeHandlers = {
  readonly [N in BridgeRequestName]: (
    args: BridgeArgs<N>,
    caller: BridgeCaller,
  ) => Promise<BridgeAnswer<BridgeResult<N>>> | BridgeAnswer<BridgeResult<N>>
}

/** How a session reaches its page or tool. */
export interface BridgeSession extends BridgeCaller {
  tell<N extends BridgeEventName>(name: N, payload: BridgeEvent<N>): void
}

export interface BridgeReply {
  readonly kind: 'reply'
  readonly id: string
  readonly answer: BridgeAnswer<unknown>
}

export interface BridgeGateOptions {
  readonly handlers: BridgeHandlers
  readonly caller: BridgeCaller
  readonly clock: Clock
  /** Details of a failed handler; they never go to the page. */
  readonly onFault: (name: string, fault: unknown) => void
}

/** Checks every message of one session the same way for both transports: shape, size, rate,
 *  time window, replay, role, payload; then runs the handler. Undefined for a message without a
 *  readable id: there is nothing to answer to. */
export function createBridgeGate(
  options: BridgeGateOptions,
): (message: unknown, length?: number) => Promise<BridgeReply | undefined> {
  const { clock, caller } = options
  const checkRate = createRateCheck(clock)
  const checkFresh = createFreshCheck(clock)
  return async (message, length) => {
    const parsed = bridgeRequestMessage.safeParse(message)
    if (!parsed.success) return undefined
    const { id, atMs, name, args } = parsed.data
    const reply = (answer: BridgeAnswer<unknown>): BridgeReply => ({ kind: 'reply', id, answer })
    if (!checkRate()) return reply(refused('BRG-006'))
    if ((length ?? frameLength(encodeFrame(message))) > BRIDGE_MESSAGE_MAX)
      return reply(refused('BRG-005'))
    const stale = checkFresh(id, atMs)
    if (stale) return reply(refused(stale))
    if (!isBridgeRequestName(name)) return reply(refused('BRG-001', { name }))
    if (!bridgeRequests[name].from.includes(caller.role)) return reply(refused('BRG-007', { name }))
    return reply(await runHandler(options, name, args))
  }
}

async function runHandler<N extends BridgeRequestName>(
  { handlers, caller, onFault }: BridgeGateOptions,
  name: N,
  args: unknown,
): Promise<BridgeAnswer<unknown>> {
  const checked = bridgeRequests[name].args.safeParse(args)
  if (!checked.success) return refused('BRG-002', { name })
  try {
    // The table pairs the schema with the name; the compiler cannot follow that through a union.
    const work = handlers[name](checked.data as BridgeArgs<N>, caller)
    return await withinLimit(Promise.resolve(work), answerLimitMs(name))
  } catch (fault) {
    onFault(name, fault)
    return refused('BRG-009', { name })
  }
}

function withinLimit(
  work: Promise<BridgeAnswer<unknown>>,
  limitMs: number,
): Promise<BridgeAnswer<unknown>> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<BridgeAnswer<unknown>>((resolve) => {
    timer = setTimeout(() => resolve(refused('BRG-008')), limitMs)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

/** At most `BRIDGE_RATE_MAX` messages in any second. */
function createRateCheck(clock: Clock): () => boolean {
  const recent: number[] = []
  return () => {
    const nowMs = clock.monoMs()
    while (recent[0] !== undefined && nowMs - recent[0] >= 1000) recent.shift()
    if (recent.length >= BRIDGE_RATE_MAX) return false
    recent.push(nowMs)
    return true
  }
}

/** Each id once, and only inside the window; older ids need not be kept, the window refuses them. */
function createFreshCheck(
  clock: Clock,
): (id: string, atMs: number) => 'BRG-003' | 'BRG-004' | null {
  const seen = new Map<string, number>()
  return (id, atMs) => {
    const nowMs = clock.nowMs()
    if (Math.abs(nowMs - atMs) > BRIDGE_WINDOW_MS) return 'BRG-004'
    for (const [oldId, oldMs] of seen) {
      if (nowMs - oldMs <= 2 * BRIDGE_WINDOW_MS) break
      seen.delete(oldId)
    }
    if (seen.has(id)) return 'BRG-003'
    seen.set(id, nowMs)
    return null
  }
}
