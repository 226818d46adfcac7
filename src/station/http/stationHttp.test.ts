import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { systemClock } from '@/kernel/clock.ts'
import { BRIDGE_AUTH_MS, BRIDGE_MESSAGE_MAX } from '@/protocol/bridgeMessage.ts'
import { createStationHost } from '../stationHost.ts'
import type { BridgeSocketParts } from './bridgeSocket.ts'
import { createSessionTokens } from './sessionTokens.ts'
import { type StationHttp, startStationHttp } from './stationHttp.ts'

const tokens = createSessionTokens()
let folder: string
let http: StationHttp
let own: string
let parts: BridgeSocketParts

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packline-http-'))
  await writeFile(join(folder, 'index.html'), '<p>page</p>')
  await writeFile(join(folder, 'secret.bin'), 'not listed')
  const host = await createStationHost({
    dataDir: join(folder, 'data'),
    version: '1.2.3',
    shell: 'browser',
    flags: { demo: false },
    clock: systemClock,
    onFault: () => {},
    printers: [],
  })
  parts = { ...host, tokens, clock: systemClock, onFault: () => {} }
  http = await startStationHttp({ ...parts, port: 0, pageRoot: folder })
  own = `127.0.0.1:${http.port}`
})
afterAll(async () => {
  await http.close()
  await rm(folder, { recursive: true, force: true })
})

/** Sends raw text, as no browser would let us; the whole answer. */
function talk(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(http.port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (bytes) => {
      answer += bytes.toString()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

async function statusOf(line: string, headers: readonly string[]): Promise<number> {
  const lines = [`${line} HTTP/1.1`, ...headers, 'Connection: close', '', '']
  return Number((await talk(lines.join('\r\n'))).split(' ')[1])
}

describe('the loopback host', () => {
  it('serves the page and a health word to our own address', async () => {
    expect(await statusOf('GET /', [`Host: ${own}`])).toBe(200)
    expect(await talk(`GET /health HTTP/1.1\r\nHost: ${own}\r\nConnection: close\r\n\r\n`)).toMatch(
      /\r\n\r\nok$/,
    )
  })

  it.each([
    ['another name that points here', () => 'evil.example'],
    ['our port under another name', () => `evil.example:${http.port}`],
    ['our address without its port', () => '127.0.0.1'],
    ['our address with another port', () => '127.0.0.1:80'],
    ['another loopback address', () => `127.0.0.2:${http.port}`],
    ['the IPv6 loopback', () => `[::1]:${http.port}`],
    ['our address with a name in front', () => `a@${own}`],
    ['our address with a tail', () => `${own}.evil.example`],
  ])('says 421 to %s', async (_what, host) => {
    expect(await statusOf('GET /', [`Host: ${host()}`])).toBe(421)
    expect(await statusOf('GET /health', [`Host: ${host()}`])).toBe(421)
  })

  it('sends localhost to the one address the data belongs to, wherever it asked for', async () => {
    const answer = await talk(
      `GET /x?y HTTP/1.1\r\nHost: localhost:${http.port}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 308/)
    expect(answer).toContain(`Location: http://${own}/\r\n`)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])('refuses %s', async (method) => {
    expect(await statusOf(`${method} /`, [`Host: ${own}`])).toBe(405)
  })

  it.each([
    ['cross-site', 403],
    ['same-site', 403],
    ['same-origin, cross-site', 403],
    ['same-origin', 200],
    ['none', 200],
  ])('answers Sec-Fetch-Site %s with %i', async (site, status) => {
    expect(await statusOf('GET /', [`Host: ${own}`, `Sec-Fetch-Site: ${site}`])).toBe(status)
  })

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fetc/passwd',
    '/a/%2e%2e/%2e%2e/x.html',
    '/.git/config',
    '/%00index.html',
    '/C:/windows/win.ini',
    '/..\\..\\x.html',
    '/%ff',
    '/secret.bin',
    '/nothing.html',
  ])('has no file for %s', async (path) => {
    expect(await statusOf(`GET ${path}`, [`Host: ${own}`])).toBe(404)
  })

  it('refuses an absolute or double-slash target', async () => {
    expect(await statusOf('GET http://evil.example/', [`Host: ${own}`])).toBe(400)
    expect(await statusOf('GET //evil.example/', [`Host: ${own}`])).toBe(400)
  })

  it('sends the policy headers with every answer, and neither CORS nor cookie', async () => {
    for (const line of ['GET /', 'GET /nothing', 'POST /']) {
      const answer = await talk(
        `${line} HTTP/1.1\r\nHost: ${own}\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n`,
      )
      expect(answer).toContain("Content-Security-Policy: default-src 'none'")
      expect(answer).toContain("frame-ancestors 'none'")
      expect(answer).toContain('Cross-Origin-Opener-Policy: same-origin')
      expect(answer).toContain('Cross-Origin-Resource-Policy: same-origin')
      expect(answer).toContain('X-Content-Type-Options: nosniff')
      expect(answer).toContain('Referrer-Policy: no-referrer')
      expect(answer).toMatch(/Permissions-Policy: camera=\(self\).*microphone=\(\)/)
      expect(answer.toLowerCase()).not.toMatch(/access-control-|set-cookie/)
    }
  })

  it('does not listen on any other address', async () => {
    await expect(
      new Promise((resolve, reject) => {
        connect(http.port, '127.0.0.2', () => resolve('open')).on('error', reject)
      }),
    ).rejects.toThrow('ECONNREFUSED')
  })

  it('does not take another port when its own is taken', async () => {
    const again = startStationHttp({ ...parts, port: http.port, pageRoot: folder })
    await expect(again).rejects.toThrow('EADDRINUSE')
  })
})

/** How an attempt to open the socket ends: an HTTP status, a close code, or `open`. */
function attempt(options: {
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly first?: string | Uint8Array
}): Promise<number | 'open'> {
  const headers = { Origin: `http://${own}`, ...options.headers }
  const socket = new WebSocket(`ws://${own}${options.path ?? '/bridge'}`, { headers })
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    socket.on('error', () => {})
    socket.on('open', () => options.first !== undefined && socket.send(options.first))
    socket.on('message', () => {
      resolve('open')
      socket.terminate()
    })
    socket.on('close', (code) => resolve(code))
  })
}

const auth = (token: string) => JSON.stringify({ kind: 'auth', token })

describe('the socket', () => {
  it('opens to our origin with the token of this launch', async () => {
    expect(await attempt({ first: auth(tokens.page) })).toBe('open')
    expect(await attempt({ first: auth(tokens.control) })).toBe('open')
  })

  it.each([
    'https://evil.example',
    'null',
    'http://localhost',
    'http://127.0.0.1',
    'http://127.0.0.1:80',
    'https://127.0.0.1',
    'file://',
    'app://packline',
    'chrome-extension://abc',
  ])('refuses the origin %s even with the token', async (origin) => {
    expect(await attempt({ headers: { Origin: origin }, first: auth(tokens.page) })).toBe(403)
  })

  it('refuses an upgrade without an origin', async () => {
    const upgrade = [
      'GET /bridge HTTP/1.1',
      `Host: ${own}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      '',
      '',
    ]
    expect(await talk(upgrade.join('\r\n'))).toMatch(/^HTTP\/1\.1 403/)
  })

  it('refuses a foreign host, a cross-site fetch and another path', async () => {
    const first = auth(tokens.page)
    expect(await attempt({ headers: { Host: 'evil.example' }, first })).toBe(421)
    expect(await attempt({ headers: { Host: `localhost:${http.port}` }, first })).toBe(421)
    expect(await attempt({ headers: { 'Sec-Fetch-Site': 'cross-site' }, first })).toBe(403)
    expect(await attempt({ path: '/bridge2', first })).toBe(404)
  })

  it.each([
    ['a wrong token', () => auth(createSessionTokens().page)],
    ['an empty token', () => auth('')],
    ['a cut token', () => auth(tokens.page.slice(0, -1))],
    ['a long token', () => auth(`${tokens.page}A`)],
    ['no token', () => JSON.stringify({ kind: 'auth' })],
    ['a request before the token', () => JSON.stringify({ kind: 'request', name: 'host.hello' })],
    ['noise', () => Uint8Array.of(1, 2, 3)],
  ])('closes on %s', async (_what, first) => {
    expect(await attempt({ first: first() })).toBe(4401)
  })

  it('closes when no token comes in time', async () => {
    const begunMs = performance.now()
    expect(await attempt({})).toBe(4401)
    expect(performance.now() - begunMs).toBeGreaterThan(BRIDGE_AUTH_MS * 0.9)
  })

  it('closes on a message one byte too large, before the token too', async () => {
    expect(await attempt({ first: new Uint8Array(BRIDGE_MESSAGE_MAX + 1) })).toBe(1009)
    expect(await attempt({ first: new Uint8Array(BRIDGE_MESSAGE_MAX) })).toBe(4401)
  })
})
