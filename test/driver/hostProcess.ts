import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { killGroup } from './chromium.ts'

const READY = /^Packline ready: (.+)$/m
const READY_MS = 30_000

/** Folder of this project. */
export const PROJECT_DIR = resolve(import.meta.dirname, '../..')

/** A started shell process with what it wrote so far. */
export interface HostProcess {
  readonly url: string
  readonly pid: number
  output(): string
  /** Asks it to stop (SIGTERM) and waits; the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL of its process group. */
  kill(): Promise<void>
}

/** Starts `node …args` from the project in a process group of its own and waits for the ready line.
 *  Rejects with its output when it ends before. */
export async function startHostProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<HostProcess> {
  const child = spawn(process.execPath, args, {
    cwd: PROJECT_DIR,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let output = ''
  const collect = (text: Buffer) => {
    output += text.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const url = await readyUrl(child, () => output)
  const pid = child.pid ?? 0
  return {
    url,
    pid,
    output: () => output,
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
    async kill() {
      await killGroup(pid)
      await ended
    },
  }
}

function readyUrl(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}\n${output()}`))
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      fail('not ready in time')
    }, READY_MS)
    child.stdout?.on('data', () => {
      const url = READY.exec(output())?.[1]
      if (url === undefined) return
      clearTimeout(limit)
      resolve(url)
    })
    child.once('exit', (code) => {
      clearTimeout(limit)
      fail(`ended with ${code}`)
    })
  })
}

/** Arguments that start the browser station. */
export function browserStationArgs(dataDir: string, port: number): string[] {
  const built = join(PROJECT_DIR, 'out/main/station.js')
  return [built, '--data', dataDir, '--port', String(port), '--no-open']
}

/** Arguments that start the desktop shell on the stand-in. */
export function desktopArgs(dataDir: string): string[] {
  const standIn = join(PROJECT_DIR, 'test/driver/electron/register.mjs')
  return ['--import', standIn, join(PROJECT_DIR, 'out/main/index.js'), '--data', dataDir]
}
