import { WebSocket } from 'ws'
import { decodeFrame, encodeFrame } from '@/protocol/bridgeFrame.ts'
import { BRIDGE_PATH } from '@/protocol/bridgeMessage.ts'

/** A socket that sends whatever it is told, true or false. */
export interface RawBridge {
  /** Settles with the reply to the message's id, or `{ closed: code }`. */
  send(message: unknown): Promise<unknown>
  /** The next host message that is no reply. */
  nextEvent(): Promise<unknown>
  /** Sends text or bytes as they are. */
  sendFrame(frame: string | Uint8Array): void
  readonly closed: Promise<number>
  close(): void
}

/** Opens a socket to a station and hands over the token; resolves after the welcome, rejects with the
 *  HTTP status or close code. */
export function openRawBridge(options: {
  readonly port: number
  readonly token: string
  readonly headers?: Readonly<Record<string, string>>
}): Promise<RawBridge> {
  const own = `127.0.0.1:${options.port}`
  const headers = { Origin: `http://${own}`, ...options.headers }
  const socket = new WebSocket(`ws://${own}${BRIDGE_PATH}`, { headers })
  const waiting = new Map<unknown, (reply: unknown) => void>()
  const events: unknown[] = []
  let hearEvent = () => {}
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  void closed.then((code) => {
    for (const settle of waiting.values()) settle({ closed: code })
  })
  const raw: RawBridge = {
    send: (message) =>
      new Promise((resolve) => {
        waiting.set(idOf(message), resolve)
        socket.send(encodeFrame(message))
      }),
    async nextEvent() {
      while (events.length === 0) await new Promise<void>((resolve) => (hearEvent = resolve))
      return events.shift()
    },
    sendFrame: (frame) => socket.send(frame),
    closed,
    close: () => socket.close(),
  }
  socket.on('error', () => {})
  socket.on('open', () => socket.send(encodeFrame({ kind: 'auth', token: options.token })))
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_request, response) => {
      reject(new Error(`status ${response.statusCode}`))
      response.destroy()
    })
    void closed.then((code) => reject(new Error(`closed ${code}`)))
    socket.on('message', (data: Buffer, isBinary) => {
      const message = decodeFrame(isBinary ? data : data.toString())
      if (kindOf(message) === 'welcome') return resolve(raw)
      if (kindOf(message) === 'event') {
        events.push(message)
        return hearEvent()
      }
      waiting.get(idOf(message))?.(message)
      waiting.delete(idOf(message))
    })
  })
}

function idOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined
}

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message && 'kind' in message ? message.kind : undefined
}
