import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { BRIDGE_CLOSE_DENIED, type BridgeRequestMessage } from '@/protocol/bridgeMessage.ts'
import { createSocketTransport, type SocketLike } from './socketTransport.ts'
import { createStationClient } from './stationClient.ts'
import type { LinkState, StationTransport, TransportEvents } from './stationTransport.ts'

const clock = { nowMs: () => 1_000_000, monoMs: () => 0 }

/** Timers that run when the test says so. */
function handTimers() {
  const waiting = new Map<() => void, number>()
  return {
    waiting,
    after(delayMs: number, run: () => void) {
      waiting.set(run, delayMs)
      return () => void waiting.delete(run)
    },
    runAll() {
      for (const run of [...waiting.keys()]) {
        waiting.delete(run)
        run()
      }
    },
  }
}

function setUp() {
  const sent: BridgeRequestMessage[] = []
  const timers = handTimers()
  let events: TransportEvents | undefined
  const transport: StationTransport = {
    start: (given) => {
      events = given
    },
    send: (message) => void sent.push(message),
    close() {},
  }
  const client = createStationClient({ transport, clock, random: createSeededRandom(1), timers })
  const reply = (at: number, answer: object) =>
    events?.receive({ kind: 'reply', id: sent[at]?.id, answer })
  const started = () => {
    if (!events) throw new Error('not started')
    return events
  }
  return { client, sent, timers, reply, events: started }
}

describe('the station client', () => {
  it('waits for the first connection, then sends in order', async () => {
    const { client, sent, events, reply } = setUp()
    const first = client.request('files.drop', { fileId: 'a' })
    const second = client.request('files.drop', { fileId: 'b' })
    expect(sent).toEqual([])
    events().state('open')
    expect(sent.map((message) => message.args)).toEqual([{ fileId: 'a' }, { fileId: 'b' }])
    reply(1, { ok: true, result: {} })
    reply(0, { ok: false, code: 'FILE-001' })
    expect(await first).toEqual({ ok: false, code: 'FILE-001' })
    expect(await second).toEqual({ ok: true, result: {} })
  })

  it('refuses at once while the connection is lost, and works again after', async () => {
    const { client, sent, events, reply } = setUp()
    events().state('open')
    const interrupted = client.request('files.drop', { fileId: 'a' })
    events().state('lost')
    expect(await interrupted).toEqual({ ok: false, code: 'BRG-011' })
    expect(await client.request('files.drop', { fileId: 'b' })).toMatchObject({ code: 'BRG-011' })
    events().state('open')
    const later = client.request('files.drop', { fileId: 'c' })
    reply(sent.length - 1, { ok: true, result: {} })
    expect(await later).toMatchObject({ ok: true })
  })

  it('gives up on an answer that never comes, and ignores it when it comes after all', async () => {
    const { client, timers, events, reply } = setUp()
    events().state('open')
    const asked = client.request('files.drop', { fileId: 'a' })
    timers.runAll()
    expect(await asked).toEqual({ ok: false, code: 'BRG-008' })
    expect(() => reply(0, { ok: true, result: {} })).not.toThrow()
  })

  it('refuses what is too large before it is sent', async () => {
    const { client, sent, events } = setUp()
    events().state('open')
    const answer = await client.request('files.save', {
      name: 'a',
      bytes: new Uint8Array(2_000_000),
    })
    expect(answer).toMatchObject({ code: 'BRG-005' })
    expect(sent).toEqual([])
  })

  it('refuses a result that does not fit the contract', async () => {
    const { client, events, reply } = setUp()
    events().state('open')
    const asked = client.request('files.save', { name: 'a', bytes: new Uint8Array(1) })
    reply(0, { ok: true, result: { path: 7 } })
    expect(await asked).toMatchObject({ code: 'BRG-002' })
  })

  it('passes on events that fit the contract and drops all others', () => {
    const { client, events } = setUp()
    const heard: string[] = []
    const stop = client.on('scan', (scan) => heard.push(scan.raw))
    const payload = { raw: 'A-1', source: 'serial', deviceId: 'x', seq: 1, atMs: 5 }
    const tell = (name: string, body: unknown) =>
      events().receive({ kind: 'event', name, payload: body })
    tell('scan', payload)
    tell('scan', { ...payload, raw: 7 })
    tell('toString', payload)
    events().receive('noise')
    stop()
    tell('scan', payload)
    expect(heard).toEqual(['A-1'])
  })
})

describe('the socket transport', () => {
  function open() {
    const timers = handTimers()
    const states: LinkState[] = []
    const sockets: { listeners: Map<string, (event: never) => void>; sent: unknown[] }[] = []
    const transport = createSocketTransport({
      token: 'secret',
      timers,
      open: (): SocketLike => {
        const socket = {
          listeners: new Map<string, (event: never) => void>(),
          sent: [] as unknown[],
        }
        sockets.push(socket)
        return {
          binaryType: '',
          send: (data) => void socket.sent.push(data),
          close() {},
          addEventListener: (type: string, heard: (event: never) => void) =>
            void socket.listeners.set(type, heard),
        }
      },
    })
    transport.start({ receive() {}, state: (state) => states.push(state) })
    const fire = (type: string, event: object) =>
      sockets.at(-1)?.listeners.get(type)?.(event as never)
    return { transport, timers, states, sockets, fire }
  }

  it('hands over the token first and is open only after the welcome', () => {
    const { fire, sockets, states } = open()
    fire('open', {})
    expect(sockets[0]?.sent).toEqual(['{"kind":"auth","token":"secret"}'])
    expect(states).toEqual([])
    fire('message', { data: '{"kind":"welcome"}' })
    expect(states).toEqual(['open'])
  })

  it('connects again after ever longer waits', () => {
    const { fire, timers, sockets } = open()
    const waits = Array.from({ length: 7 }, () => {
      fire('close', { code: 1006 })
      const [delayMs] = [...timers.waiting.values()]
      timers.runAll()
      return delayMs
    })
    expect(waits).toEqual([100, 200, 400, 800, 1600, 2000, 2000])
    expect(sockets).toHaveLength(8)
  })

  it('stops trying when it is denied or closed', () => {
    const denied = open()
    denied.fire('close', { code: BRIDGE_CLOSE_DENIED })
    expect(denied.states).toEqual(['denied'])
    expect(denied.timers.waiting.size).toBe(0)
    const closed = open()
    closed.transport.close()
    closed.fire('close', { code: 1000 })
    expect(closed.timers.waiting.size).toBe(0)
  })
})
