import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readControlFile } from '@/station/instanceFile.ts'
import { freePort } from '../driver/freePort.ts'
import { browserStationArgs, startHostProcess } from '../driver/hostProcess.ts'
import { openRawBridge, type RawBridge } from '../driver/rawBridge.ts'
import { startStation } from '../driver/station.ts'
import { type BridgeUnderTest, describeBridge } from './bridgeContract.ts'

async function tool(dataDir: string): Promise<RawBridge> {
  const control = await readControlFile(dataDir)
  if (!control) throw new Error('no control file')
  return openRawBridge(control)
}

async function scanAsTool(dataDir: string, raw: string): Promise<void> {
  const client = await tool(dataDir)
  const id = crypto.randomUUID()
  await client.send({ kind: 'request', id, atMs: Date.now(), name: 'cli.scan', args: { raw } })
  client.close()
}

async function overSocket(): Promise<BridgeUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'packline-bridge-'))
  const port = await freePort()
  const host = await startHostProcess(browserStationArgs(dataDir, port))
  const token = new URL(host.url).hash.slice('#token='.length)
  const page = await openRawBridge({ port, token })
  return {
    dataDir,
    shell: 'browser',
    send: page.send,
    sendAll: (messages) => Promise.all(messages.map((message) => page.send(message))),
    async scanAsTool(raw) {
      await scanAsTool(dataDir, raw)
      return page.nextEvent()
    },
    async close() {
      await host.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** In the page; Playwright carries bytes both ways. */
function sendInPage(messages: readonly unknown[]): Promise<unknown[]> {
  const bridge: { request(message: unknown): Promise<unknown> } = Reflect.get(
    window,
    'packlineBridge',
  )
  return Promise.all(messages.map((message) => bridge.request(message)))
}

function hearInPage(): void {
  const bridge: { listen(heard: (message: unknown) => void): void } = Reflect.get(
    window,
    'packlineBridge',
  )
  bridge.listen((message) => Reflect.set(window, 'heardMessage', message))
}

async function overIpc(): Promise<BridgeUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'packline-bridge-'))
  const station = await startStation({ shell: 'electron', dataDir })
  return {
    dataDir,
    shell: 'electron',
    send: async (message) => (await station.page.evaluate(sendInPage, [message]))[0],
    sendAll: (messages) => station.page.evaluate(sendInPage, messages),
    async scanAsTool(raw) {
      await station.page.evaluate(hearInPage)
      await scanAsTool(dataDir, raw)
      await station.page.waitForFunction(() => Reflect.has(window, 'heardMessage'))
      return station.page.evaluate(() => Reflect.get(window, 'heardMessage'))
    },
    async close() {
      await station.close()
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

describeBridge('a WebSocket', overSocket)
describeBridge('typed IPC', overIpc)
