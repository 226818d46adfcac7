import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIDGE_MESSAGE_MAX, BRIDGE_RATE_MAX, BRIDGE_WINDOW_MS } from '@/protocol/bridgeMessage.ts'

/** A page's raw end of a bridge: no client in between, so that false messages can be sent. */
export interface BridgeUnderTest {
  readonly dataDir: string
  readonly shell: string
  /** The reply message, or the reason why the session ended. */
  send(message: unknown): Promise<unknown>
  /** The replies to messages sent at once, in their order. */
  sendAll(messages: readonly unknown[]): Promise<unknown[]>
  /** Sends a scan as a tool of the same account does, and what the page was told. */
  scanAsTool(raw: string): Promise<unknown>
  close(): Promise<void>
}

const request = (name: string, args: unknown = {}, more: object = {}) => ({
  kind: 'request',
  id: randomUUID(),
  atMs: Date.now(),
  name,
  args,
  ...more,
})
const refusal = (code: string) => ({ answer: { ok: false, code } })
const pause = () => new Promise((done) => setTimeout(done, 1_100))

/** What every transport of the bridge must do, in the same words. */
export function describeBridge(name: string, start: () => Promise<BridgeUnderTest>): void {
  describe(`the bridge over ${name}`, () => {
    let bridge: BridgeUnderTest
    beforeAll(async () => {
      bridge = await start()
    })
    afterAll(() => bridge.close())

    it('answers a request under its own id', async () => {
      const asked = request('host.hello')
      const reply = await bridge.send(asked)
      expect(reply).toMatchObject({ kind: 'reply', id: asked.id })
      expect(reply).toMatchObject({ answer: { ok: true, result: { shell: bridge.shell } } })
    })

    it('refuses a request that is not in the contract, even one every object has', async () => {
      expect(await bridge.send(request('host.format'))).toMatchObject(refusal('BRG-001'))
      expect(await bridge.send(request('constructor'))).toMatchObject(refusal('BRG-001'))
    })

    it.each([
      ['no arguments', null],
      ['an extra argument', { name: 'a.csv', bytes: new Uint8Array(1), path: '/etc/passwd' }],
      ['text for bytes', { name: 'a.csv', bytes: 'abc' }],
      ['an empty name', { name: '', bytes: new Uint8Array(1) }],
    ])('refuses %s', async (_what, args) => {
      expect(await bridge.send(request('files.save', args))).toMatchObject(refusal('BRG-002'))
    })

    it('does a message once, however often it arrives', async () => {
      const asked = request('host.hello')
      expect(await bridge.send(asked)).toMatchObject({ answer: { ok: true } })
      expect(await bridge.send(asked)).toMatchObject(refusal('BRG-003'))
    })

    it('refuses messages from outside the time window, older and newer', async () => {
      for (const offMs of [-BRIDGE_WINDOW_MS - 5_000, BRIDGE_WINDOW_MS + 5_000]) {
        const asked = request('host.hello', {}, { atMs: Date.now() + offMs })
        expect(await bridge.send(asked)).toMatchObject(refusal('BRG-004'))
      }
    })

    it('refuses a page that asks what only a tool may ask', async () => {
      const asked = request('cli.scan', { raw: '6901234567892' })
      expect(await bridge.send(asked)).toMatchObject(refusal('BRG-007'))
    })

    it('carries bytes unharmed into a file with a harmless name', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_item, at) => at % 256)
      const args = { name: '../../etc/面单 1:2.pdf', bytes }
      const reply = await bridge.send(request('files.save', args))
      const path = savedPath(reply)
      expect(path.startsWith(`${bridge.dataDir}/exports/`)).toBe(true)
      expect(new Uint8Array(await readFile(path))).toEqual(bytes)
    })

    it('never writes over an older file of the same name', async () => {
      const save = (text: string) =>
        bridge.send(
          request('files.save', { name: 'twice.csv', bytes: new TextEncoder().encode(text) }),
        )
      const [first, second] = [savedPath(await save('1')), savedPath(await save('2'))]
      expect(second).not.toBe(first)
      expect(await readFile(first, 'utf8')).toBe('1')
    })

    it('gives the same key each time, 32 bytes as bytes', async () => {
      const first = await bridge.send(request('keys.dataKey'))
      expect(first).toMatchObject({ answer: { result: { key: { byteLength: 32 } } } })
      const second = await bridge.send(request('keys.dataKey'))
      expect(answerOf(second)).toEqual(answerOf(first))
    })

    it('tells the page of a scan that came from a tool', async () => {
      const told = await bridge.scanAsTool('A-03-2-05')
      expect(told).toMatchObject({
        kind: 'event',
        name: 'scan',
        payload: { raw: 'A-03-2-05', source: 'cli', seq: 1 },
      })
    })

    it('takes 100 requests a second and refuses the next', async () => {
      await pause()
      const asked = Array.from({ length: BRIDGE_RATE_MAX + 20 }, () => request('host.hello'))
      const replies = await bridge.sendAll(asked)
      const codes = replies.map((reply) => JSON.stringify(reply).includes('BRG-006'))
      expect(codes.filter(Boolean).length).toBeGreaterThan(0)
      expect(codes.slice(0, BRIDGE_RATE_MAX).some(Boolean)).toBe(false)
      await pause()
      expect(await bridge.send(request('host.hello'))).toMatchObject({ answer: { ok: true } })
    })

    // Last, because a transport may end the session for it.
    it('does not take a message that is too large', async () => {
      const bytes = new Uint8Array(BRIDGE_MESSAGE_MAX)
      const reply = await bridge.send(request('files.save', { name: 'large.bin', bytes }))
      expect([refusal('BRG-005'), { closed: 1009 }]).toContainEqual(withoutId(reply))
    })
  })
}

function answerOf(reply: unknown): unknown {
  return typeof reply === 'object' && reply !== null && 'answer' in reply ? reply.answer : undefined
}

function withoutId(reply: unknown): unknown {
  const answer = answerOf(reply)
  return answer === undefined ? reply : { answer }
}

function savedPath(reply: unknown): string {
  const answer = answerOf(reply)
  const result = answer && typeof answer === 'object' && 'result' in answer ? answer.result : {}
  return result && typeof result === 'object' && 'path' in result ? String(result.path) : ''
}
