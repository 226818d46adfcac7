import { randomUUID } from 'node:crypto'
import type { RawData, WebSocket } from 'ws'
import type { Clock } from '@/kernel/clock.ts'
import { decodeFrame, encodeFrame, frameLength } from '@/protocol/bridgeFrame.ts'
import {
  BRIDGE_AUTH_MS,
  BRIDGE_CLOSE_BROKEN,
  BRIDGE_CLOSE_DENIED,
  type BridgeHostMessage,
  bridgeAuthMessage,
} from '@/protocol/bridgeMessage.ts'
import {
  type BridgeHandlers,
  type BridgeSession,
  createBridgeGate,
} from '../bridge/bridgeSession.ts'
import type { BridgeSessions } from '../bridge/bridgeSessions.ts'
import { roleOfToken, type SessionTokens } from './sessionTokens.ts'

export interface BridgeSocketParts {
  readonly handlers: BridgeHandlers
  readonly sessions: BridgeSessions
  readonly tokens: SessionTokens
  readonly clock: Clock
  readonly onFault: (name: string, fault: unknown) => void
}

/** Lets a socket in when its first message brings a token within the limit; else closes it. */
export function serveBridgeSocket(socket: WebSocket, parts: BridgeSocketParts): void {
  socket.binaryType = 'nodebuffer'
  // Without a listener a broken frame would end the process; `close` follows by itself.
  socket.on('error', () => {})
  const deny = () => socket.close(BRIDGE_CLOSE_DENIED)
  const tooLate = setTimeout(deny, BRIDGE_AUTH_MS)
  socket.once('close', () => clearTimeout(tooLate))
  socket.once('message', (data, isBinary) => {
    clearTimeout(tooLate)
    const auth = bridgeAuthMessage.safeParse(readMessage(data, isBinary))
    const role = auth.success ? roleOfToken(parts.tokens, auth.data.token) : undefined
    if (!role) return deny()
    openSession(socket, { sessionId: randomUUID(), role }, parts)
  })
}

function openSession(
  socket: WebSocket,
  caller: { sessionId: string; role: 'page' | 'control' },
  parts: BridgeSocketParts,
): void {
  const send = (message: BridgeHostMessage) => {
    if (socket.readyState === socket.OPEN) socket.send(encodeFrame(message))
  }
  const session: BridgeSession = {
    ...caller,
    tell: (name, payload) => send({ kind: 'event', name, payload }),
  }
  if (!parts.sessions.add(session)) return socket.close(BRIDGE_CLOSE_DENIED)
  socket.once('close', () => parts.sessions.remove(caller.sessionId))
  const receive = createBridgeGate({ ...parts, caller })
  socket.on('message', (data, isBinary) => {
    const frame = readFrame(data, isBinary)
    void receive(decodeFrame(frame), frameLength(frame)).then((reply) =>
      reply ? send(reply) : socket.close(BRIDGE_CLOSE_BROKEN),
    )
  })
  send({ kind: 'welcome' })
}

function readMessage(data: RawData, isBinary: boolean): unknown {
  return decodeFrame(readFrame(data, isBinary))
}

function readFrame(data: RawData, isBinary: boolean): string | Uint8Array {
  const bytes = Buffer.isBuffer(data)
    ? data
    : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)])
  return isBinary ? bytes : bytes.toString('utf8')
}
