import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { killGroup } from './chromium.ts'
import { freePort } from './freePort.ts'

const CUPSD = '/usr/sbin/cupsd'
const BACKEND = '/usr/lib/cups/backend/socket'
const READY_MS_MAX = 10_000

/** What is missing here for a CUPS of one's own; undefined: nothing. */
export const missingForCups = (): string | undefined =>
  [CUPSD, BACKEND].find((file) => !existsSync(file))

/** A CUPS of its own folder and port with one raw queue `label` to a printer on a TCP port. */
export interface PrivateCups {
  /** Address of the queue. */
  readonly url: string
  /** Starts the queue again after it stopped, as a person does. */
  resume(): Promise<void>
  /** Ends it by SIGTERM or SIGKILL and starts it anew. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  close(): Promise<void>
}

/** Starts it; rejects where it does not come up. */
export async function startPrivateCups(printerPort: number): Promise<PrivateCups> {
  const dir = await mkdtemp(join(tmpdir(), 'packline-cups-'))
  // As root its helpers run under another name and must get in.
  await chmod(dir, 0o755)
  const port = await freePort()
  await writeSettings(dir, port, printerPort)
  let child = await start(dir, port)
  return {
    url: `http://127.0.0.1:${port}/printers/label`,
    resume: async () => void spawnSync('cupsenable', ['-h', `127.0.0.1:${port}`, 'label']),
    async restart(signal) {
      await end(child, signal)
      child = await start(dir, port)
    },
    async close() {
      await end(child, 'SIGKILL')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function writeSettings(dir: string, port: number, printerPort: number): Promise<void> {
  const [spool, cache, state, temp] = ['spool', 'cache', 'state', 'spool/tmp']
  for (const name of [spool, cache, state, temp]) await mkdir(join(dir, name), { recursive: true })
  const files = [
    `ServerRoot ${dir}`,
    `RequestRoot ${join(dir, spool)}`,
    `CacheDir ${join(dir, cache)}`,
    `StateDir ${join(dir, state)}`,
    `TempDir ${join(dir, temp)}`,
    ...['AccessLog', 'ErrorLog', 'PageLog'].map((name) => `${name} ${join(dir, name)}`),
  ]
  const settings = `Listen 127.0.0.1:${port}
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
MaxJobs 0
<Location />
Order allow,deny
Allow from 127.0.0.1
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
`
  const queue = `<Printer label>
DeviceURI socket://127.0.0.1:${printerPort}
State Idle
Accepting Yes
Shared No
OpPolicy default
ErrorPolicy stop-printer
</Printer>
`
  await writeFile(join(dir, 'cups-files.conf'), `${files.join('\n')}\n`)
  await writeFile(join(dir, 'cupsd.conf'), settings)
  await writeFile(join(dir, 'printers.conf'), queue)
}

async function start(dir: string, port: number): Promise<ChildProcess> {
  const args = ['-f', '-c', join(dir, 'cupsd.conf'), '-s', join(dir, 'cups-files.conf')]
  const child = spawn(CUPSD, args, { detached: true, stdio: 'ignore' })
  for (let ms = 0; !(await answers(port)); ms += 50) {
    if (ms > READY_MS_MAX || child.exitCode !== null)
      throw new Error(`cupsd did not start (${child.exitCode})`)
    await sleep(50)
  }
  return child
}

const answers = (port: number) =>
  new Promise<boolean>((done) => {
    const request = get({ port, host: '127.0.0.1', path: '/' }, (response) => {
      response.resume()
      done(true)
    })
    request.setTimeout(READY_MS_MAX, () => request.destroy())
    request.on('error', () => done(false))
  })

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await ended
  // Its backends live in groups of their own and print on.
  if (signal === 'SIGKILL') await killGroup(child.pid)
}
