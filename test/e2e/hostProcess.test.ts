import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '../driver/freePort.ts'
import { browserStationArgs, type HostProcess, startHostProcess } from '../driver/hostProcess.ts'
import { openRawBridge } from '../driver/rawBridge.ts'

let dataDir: string
let port: number
const running: HostProcess[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packline-host-'))
  port = await freePort()
})
afterEach(async () => {
  for (const host of running.splice(0)) await host.kill()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(args: readonly string[] = []): Promise<HostProcess> {
  const host = await startHostProcess([...browserStationArgs(dataDir, port), ...args])
  running.push(host)
  return host
}

const tokenOf = (host: HostProcess) => new URL(host.url).hash.slice('#token='.length)
const controlPath = () => join(dataDir, 'station.json')

describe('the station service', () => {
  it('prints one line when it can serve, with a token of 256 bits', async () => {
    const host = await start()
    expect(host.output()).toMatch(
      new RegExp(`^Packline ready: http://127\\.0\\.0\\.1:${port}/#token=[\\w-]{43}\\n$`),
    )
  })

  it('keeps what it writes to this account', async () => {
    await start()
    const mode = async (path: string) => (await stat(path)).mode & 0o777
    expect(await mode(controlPath())).toBe(0o600)
    expect(await mode(join(dataDir, 'station.pid'))).toBe(0o600)
  })

  it('has another token after each start, and the old one opens nothing', async () => {
    const first = await start()
    const old = tokenOf(first)
    await first.stop()
    const second = await start()
    expect(tokenOf(second)).not.toBe(old)
    await expect(openRawBridge({ port, token: old })).rejects.toThrow('closed 4401')
    const open = await openRawBridge({ port, token: tokenOf(second) })
    open.close()
  })

  it('stops cleanly when asked, and leaves no address behind', async () => {
    const host = await start()
    expect(await host.stop()).toBe(0)
    expect(existsSync(controlPath())).toBe(false)
    expect(existsSync(join(dataDir, 'station.pid'))).toBe(false)
  })

  it('starts again after it was killed', async () => {
    const host = await start()
    await host.kill()
    expect(existsSync(join(dataDir, 'station.pid'))).toBe(true)
    await start()
  })

  it('is alone on its data folder', async () => {
    const first = await start()
    port = await freePort()
    await expect(start(['--lang', 'en'])).rejects.toThrow(
      `ended with 1\nA station is already running on ${dataDir} (process ${first.pid})`,
    )
  })

  it('says who has the port, and takes no other', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done))
    const refusal = start(['--lang', 'en'])
    await expect(refusal).rejects.toThrow(
      new RegExp(`ended with 1\\nPort ${port} is taken by .+ \\(${process.pid}\\)`),
    )
    other.close()
  })

  it('does not start with flags it does not know', async () => {
    await expect(start(['--nonsense'])).rejects.toThrow('ended with 1')
  })

  it('does not start on settings it cannot read, and says where', async () => {
    await writeFile(join(dataDir, 'settings.json'), '{"printers":[{"id":"a","name":"A"}]}')
    await expect(start(['--lang', 'en'])).rejects.toThrow(/settings\.json[\s\S]+transport/)
  })

  it('does not start on a printer set to a proof that it cannot give', async () => {
    const transport = { kind: 'tcp9100', host: '127.0.0.1', port: 9100 }
    const printers = [{ id: 'a', name: 'A', transport, language: 'cpcl', proof: 'counter' }]
    await writeFile(join(dataDir, 'settings.json'), JSON.stringify({ printers }))
    await expect(start(['--lang', 'en'])).rejects.toThrow(/PRN-113[\s\S]+status \/ none/)
  })

  it('knows the printers of its settings by id, and tells no address', async () => {
    const transport = { kind: 'tcp9100', host: '192.0.2.7', port: 9100 }
    const printers = [{ id: 'pack1', name: '打包台 1', transport }]
    await writeFile(join(dataDir, 'settings.json'), JSON.stringify({ printers }))
    const bridge = await openRawBridge({ port, token: tokenOf(await start()) })
    const hello = { kind: 'request', id: crypto.randomUUID(), atMs: Date.now(), name: 'host.hello' }
    const reply = JSON.stringify(await bridge.send({ ...hello, args: {} }))
    bridge.close()
    expect(reply).toContain('"printerId":"pack1"')
    expect(reply).not.toContain('192.0.2.7')
  })
})
