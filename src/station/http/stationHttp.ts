import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { BRIDGE_MESSAGE_MAX, BRIDGE_PATH } from '@/protocol/bridgeMessage.ts'
import { type BridgeSocketParts, serveBridgeSocket } from './bridgeSocket.ts'
import { securityHeaders } from './contentPolicy.ts'
import { checkHttpRequest, checkUpgrade, type RequestFacts, STATION_HOST } from './requestPolicy.ts'
import { readStaticFile } from './staticFile.ts'

/** Connections at once: a page and a few tools need less than ten. */
const CONNECTIONS_MAX = 64
const HEADERS_MS = 5_000
const REQUEST_MS = 10_000

export interface StationHttpOptions extends BridgeSocketParts {
  /** 0 picks a free port: only for the control door of the desktop shell and for tests. */
  readonly port: number
  /** Folder of the built page; undefined serves no page (the desktop shell has its own door). */
  readonly pageRoot: string | undefined
}

export interface StationHttp {
  readonly port: number
  close(): Promise<void>
}

/** Serves page and bridge on 127.0.0.1 only. Rejects with the system's error (`EADDRINUSE`) when the
 *  port cannot be had; it never tries another. */
export async function startStationHttp(options: StationHttpOptions): Promise<StationHttp> {
  const limits = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: BRIDGE_MESSAGE_MAX,
    perMessageDeflate: false,
  })
  let port = options.port
  const http = createServer(limits, (request, response) => {
    void answerRequest(request, response, { port, pageRoot: options.pageRoot })
  })
  http.maxConnections = CONNECTIONS_MAX
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const verdict = checkUpgrade(factsOf(request), port, BRIDGE_PATH)
    if (verdict.kind !== 'serve') {
      const status = verdict.kind === 'refuse' ? verdict.status : 421
      socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (open) => serveBridgeSocket(open, options))
  })
  port = await listen(http, options.port)
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        for (const open of sockets.clients) open.terminate()
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

function listen(http: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen({ host: STATION_HOST, port, exclusive: true }, () => {
      http.off('error', reject)
      const address: AddressInfo | string | null = http.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function factsOf(request: IncomingMessage): RequestFacts {
  const { host, origin } = request.headers
  const fetchSite = request.headers['sec-fetch-site']
  return {
    method: request.method,
    target: request.url,
    host,
    origin,
    fetchSite: Array.isArray(fetchSite) ? fetchSite.join() : fetchSite,
  }
}

async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { port, pageRoot }: { port: number; pageRoot: string | undefined },
): Promise<void> {
  const answer = (status: number, type: string, body: string | Uint8Array, more = {}) => {
    const length = Buffer.byteLength(body)
    const facts = { 'Cache-Control': 'no-store', 'Content-Type': type, 'Content-Length': length }
    response.writeHead(status, { ...securityHeaders(), ...facts, ...more })
    response.end(body)
  }
  const text = 'text/plain; charset=utf-8'
  const verdict = checkHttpRequest(factsOf(request), port)
  if (verdict.kind === 'redirect') return answer(308, text, '', { Location: verdict.to })
  if (verdict.kind === 'refuse')
    return answer(verdict.status, text, STATUS_CODES[verdict.status] ?? '', {
      Connection: 'close',
    })
  if (verdict.path === '/health') return answer(200, text, 'ok')
  const file = pageRoot === undefined ? undefined : await readStaticFile(pageRoot, verdict.path)
  return file ? answer(200, file.type, file.bytes) : answer(404, text, 'Not Found')
}
