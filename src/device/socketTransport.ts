import type { Timers } from '@/kernel/timers.ts'
import { decodeFrame, encodeFrame } from '@/protocol/bridgeFrame.ts'
import { BRIDGE_CLOSE_DENIED, bridgeHostMessage } from '@/protocol/bridgeMessage.ts'
import type { StationTransport, TransportEvents } from './stationTransport.ts'

/** First and longest wait before the next try, ms: a restarted host is found within a second. */
const RETRY_FIRST_MS = 100
const RETRY_MAX_MS = 2_000

/** The part of a WebSocket that is used here; the one of `ws` has it too. */
export interface SocketLike {
  binaryType: string
  send(data: string | Uint8Array<ArrayBuffer>): void
  close(): void
  addEventListener(type: 'open', heard: () => void): void
  addEventListener(type: 'message', heard: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', heard: (event: { code: number }) => void): void
  addEventListener(type: 'error', heard: () => void): void
}

export interface SocketTransportOptions {
  readonly open: () => SocketLike
  readonly token: string
  readonly timers: Timers
}

/** A WebSocket that connects again when it is lost, until it is denied or closed. */
export function createSocketTransport(options: SocketTransportOptions): StationTransport {
  const { timers, token } = options
  let socket: SocketLike | undefined
  let cancelRetry = () => {}
  let retryMs = RETRY_FIRST_MS
  let ended = false

  function connect(events: TransportEvents): void {
    const next = options.open()
    next.binaryType = 'arraybuffer'
    next.addEventListener('open', () => sendFrame(next, { kind: 'auth', token }))
    next.addEventListener('message', ({ data }) => {
      const message = readFrame(data)
      if (!isWelcome(message)) return events.receive(message)
      retryMs = RETRY_FIRST_MS
      events.state('open')
    })
    // `close` follows; without a listener `ws` would throw.
    next.addEventListener('error', () => {})
    next.addEventListener('close', ({ code }) => {
      if (ended) return
      if (code === BRIDGE_CLOSE_DENIED) return events.state('denied')
      events.state('lost')
      cancelRetry = timers.after(retryMs, () => connect(events))
      retryMs = Math.min(retryMs * 2, RETRY_MAX_MS)
    })
    socket = next
  }

  return {
    start: connect,
    send: (message) => socket && sendFrame(socket, message),
    close() {
      ended = true
      cancelRetry()
      socket?.close()
    },
  }
}

function sendFrame(socket: SocketLike, message: object): void {
  const frame = encodeFrame(message)
  socket.send(typeof frame === 'string' ? frame : new Uint8Array(frame))
}

function readFrame(data: unknown): unknown {
  if (typeof data === 'string') return decodeFrame(data)
  return data instanceof ArrayBuffer ? decodeFrame(new Uint8Array(data)) : undefined
}

function isWelcome(message: unknown): boolean {
  const parsed = bridgeHostMessage.safeParse(message)
  return parsed.success && parsed.data.kind === 'welcome'
}
