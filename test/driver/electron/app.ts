import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeAllWindows, onAllWindowsClosed } from './browserWindow.ts'
import { closeChromium, launchChromium } from './chromiumShell.ts'
import { preventable } from './guard.ts'
import { closeSchemes } from './schemes.ts'

const PID_FILE = 'singleton.pid'

interface Manifest {
  readonly name: string
  readonly version: string
}

class StandInApp extends EventEmitter {
  readonly isPackaged = false
  private readonly manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  private readonly paths = new Map([
    ['home', homedir()],
    ['temp', tmpdir()],
    ['appData', join(homedir(), '.config')],
    ['userData', join(homedir(), '.config', 'packline-standin')],
  ])
  private readonly switches = new Map<string, string>()
  private readyState: 'waiting' | 'ready' | 'quitting' = 'waiting'
  private exiting = false
  private pidFile: string | undefined
  private readonly becameReady: Promise<void>

  readonly commandLine = {
    appendSwitch: (name: string, value = '') => {
      this.mustNotBeReady('commandLine.appendSwitch')
      this.switches.set(name, value)
    },
    hasSwitch: (name: string) => this.switches.has(name),
    getSwitchValue: (name: string) => this.switches.get(name) ?? '',
  }

  constructor() {
    super()
    // After the main script has run, as in Electron: it still has switches to set.
    this.becameReady = new Promise((resolve) => setImmediate(resolve)).then(() => this.launch())
    onAllWindowsClosed(() => {
      if (this.readyState === 'quitting') return
      if (this.listenerCount('window-all-closed') === 0) return this.quit()
      this.emit('window-all-closed')
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => this.quit())
  }

  private async launch(): Promise<void> {
    if (this.exiting) return new Promise(() => {})
    await launchChromium(this.getPath('userData'), this.switches)
    closeSchemes()
    this.readyState = 'ready'
    this.emit('ready')
  }

  private mustNotBeReady(what: string): void {
    if (this.readyState !== 'waiting') throw new Error(`${what} after app is ready has no effect`)
  }

  whenReady(): Promise<void> {
    return this.becameReady
  }
  isReady(): boolean {
    return this.readyState !== 'waiting'
  }
  enableSandbox(): void {
    this.mustNotBeReady('enableSandbox')
  }
  getVersion(): string {
    return this.manifest.version
  }
  getName(): string {
    return this.manifest.name
  }
  getLocale(): string {
    return 'zh-CN'
  }
  getPath(name: string): string {
    const path = this.paths.get(name)
    if (path === undefined) throw new Error(`the stand-in does not cover app.getPath('${name}')`)
    return path
  }
  setPath(name: string, path: string): void {
    this.mustNotBeReady('setPath')
    this.getPath(name)
    this.paths.set(name, path)
  }

  /** A pid file in the profile; a second start wakes the first by a signal. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData')
    mkdirSync(folder, { recursive: true })
    const path = join(folder, PID_FILE)
    try {
      const pid = Number(readFileSync(path, 'utf8'))
      if (pid !== process.pid) {
        process.kill(pid, 'SIGUSR2')
        return false
      }
    } catch {
      // No file, or its process is gone: the place is free.
    }
    writeFileSync(path, String(process.pid))
    this.pidFile = path
    process.on('SIGUSR2', () => this.emit('second-instance', {}, [], process.cwd(), {}))
    return true
  }

  quit(): void {
    if (this.exiting) return
    const before = preventable({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.readyState = this.readyState === 'ready' ? 'quitting' : this.readyState
    if (!closeAllWindows()) return void (this.readyState = 'ready')
    const will = preventable({})
    this.emit('will-quit', will)
    if (!will.defaultPrevented) this.exit(0)
  }

  exit(code = 0): void {
    if (this.exiting) return
    this.exiting = true
    this.emit('quit', {}, code)
    void closeChromium().finally(() => {
      if (this.pidFile) rmSync(this.pidFile, { force: true })
      process.exit(code)
    })
  }
}

export const standInApp = new StandInApp()
