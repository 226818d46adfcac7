import { z } from './plainZod.ts'

/** Largest message on the bridge, bytes as encoded by `encodeFrame`. */
export const BRIDGE_MESSAGE_MAX = 2_000_000
/** A request older or newer than this by the host's clock is refused, ms. */
export const BRIDGE_WINDOW_MS = 60_000
/** Requests a second from one session. */
export const BRIDGE_RATE_MAX = 100
/** The host answers every request within this, ms. */
export const BRIDGE_ANSWER_MS = 60_000
/** Time for the first message of a socket, ms. */
export const BRIDGE_AUTH_MS = 2_000
/** Path of the socket. */
export const BRIDGE_PATH = '/bridge'
/** Close codes of the socket: not let in; let in but broke a rule. */
export const BRIDGE_CLOSE_DENIED = 4401
export const BRIDGE_CLOSE_BROKEN = 4400

/** Why a request was not done. The words are `notice.<code>` in the locales. */
export type BridgeCode =
  | 'BRG-001' // no such request
  | 'BRG-002' // payload does not fit the contract
  | 'BRG-003' // this message was already received
  | 'BRG-004' // message outside the time window
  | 'BRG-005' // message too large
  | 'BRG-006' // too many messages a second
  | 'BRG-007' // sender may not ask this
  | 'BRG-008' // no answer in time
  | 'BRG-009' // the host failed; details are in its log
  | 'BRG-010' // no page is open to take this
  | 'BRG-011' // the connection to the host is lost
  | 'BRG-012' // no such printer, or the label cannot be read
  | 'BRG-013' // only the scale on the screen takes a load
  | 'FILE-001' // no such file part; send the file again
  | 'FILE-002' // the file or all files together are too large

export type BridgeParams = Readonly<Record<string, string | number>>

/** The answer to one request: a refusal is a value, nothing throws. */
export type BridgeAnswer<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly code: string; readonly params?: BridgeParams | undefined }

export const bridgeRequestMessage = z.strictObject({
  kind: z.literal('request'),
  id: z.string().regex(/^[\w-]{16,64}$/),
  atMs: z.int(),
  name: z.string().max(64),
  args: z.unknown(),
})
export type BridgeRequestMessage = z.infer<typeof bridgeRequestMessage>

export const bridgeAuthMessage = z.strictObject({
  kind: z.literal('auth'),
  token: z.string().max(200),
})

const params = z.record(z.string(), z.union([z.string(), z.number()]))

export const bridgeHostMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('welcome') }),
  z.strictObject({
    kind: z.literal('reply'),
    id: z.string(),
    answer: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), result: z.unknown() }),
      z.strictObject({ ok: z.literal(false), code: z.string(), params: params.optional() }),
    ]),
  }),
  z.strictObject({ kind: z.literal('event'), name: z.string(), payload: z.unknown() }),
])
export type BridgeHostMessage = z.infer<typeof bridgeHostMessage>

/** An answer that was done. */
export function done<Result>(result: Result): BridgeAnswer<Result> {
  return { ok: true, result }
}

/** An answer that says why not. */
export function refused(code: BridgeCode, reasons?: BridgeParams): BridgeAnswer<never> {
  return reasons ? { ok: false, code, params: reasons } : { ok: false, code }
}
