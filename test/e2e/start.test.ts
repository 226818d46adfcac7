import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { isFree } from '../../scripts/setup/ports.mjs'
import { projectRoot } from '../guards/sourceFiles.ts'

const running: ChildProcess[] = []
const dataDir = mkdtempSync(join(tmpdir(), 'packline-start-'))
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGTERM')
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}

/** Starts the station as a person would and gives what it printed until `shown`, or until it ended. */
function start(args: readonly string[], shown: RegExp) {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: projectRoot,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
  })
  running.push(child)
  const ended = new Promise<number | null>((done) => child.on('exit', done))
  let output = ''
  const seen = new Promise<string>((done) => {
    const take = (chunk: Buffer) => {
      output += chunk
      if (shown.test(output)) done(output)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('exit', () => done(output))
  })
  return { child, ended, seen }
}

describe('npm start', () => {
  test('serves the page without a display, prints its address, and ends when told', async () => {
    const port = await freePort()
    const station = start(['--port', `${port}`, '--data', dataDir], /Packline ready: \S+\n/)
    const url = /Packline ready: (\S+)/.exec(await station.seen)?.[1]
    expect(new URL(url ?? '').port).toBe(`${port}`)
    expect((await fetch(url ?? '')).status).toBe(200)
    station.child.kill('SIGTERM')
    expect(await station.ended).toBe(0)
    expect(await isFree(port)).toBe(true)
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('names who has its port, and stops', async () => {
    // It answers nothing, as a program of another protocol would.
    const holder = createServer((socket) => socket.resume())
    await new Promise<void>((done) => holder.listen(0, '127.0.0.1', done))
    const { port } = holder.address() as AddressInfo
    const station = start(['--no-open', '--port', `${port}`, '--data', dataDir], /never/)
    expect(await station.ended).toBe(1)
    expect(await station.seen).toContain(`Port ${port} is taken by`)
    expect(await station.seen).toContain('--port')
    await new Promise((done) => holder.close(done))
  })

  test('refuses a flag it does not know', async () => {
    const station = start(['--demmo'], /never/)
    expect(await station.ended).toBe(2)
    expect(await station.seen).toContain('--demmo')
  })
})
