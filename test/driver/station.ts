import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  chromium,
  type ElectronApplication,
  type Page,
} from 'playwright-core'
import { CHROMIUM_ARGS, CHROMIUM_PATH, findChromium, killGroup } from './chromium.ts'
import { findElectronBinary, launchElectron, NO_ELECTRON_BINARY } from './electronBinary.ts'
import { freePort } from './freePort.ts'
import {
  browserStationArgs,
  desktopArgs,
  type HostProcess,
  startHostProcess,
} from './hostProcess.ts'

export interface StartStationOptions {
  /** `electron` is the desktop shell on the stand-in, `electronBinary` on the real Electron. */
  readonly shell: 'browser' | 'electron' | 'electronBinary'
  readonly dataDir: string
  /** A free one when left out; give it to come back to the same database. */
  readonly port?: number
  /** Where the browser station's browser keeps its database; inside `dataDir` when left out. */
  readonly profileDir?: string
  /** More flags for the station: `--demo`, `--scanner`, `/dev/…`. */
  readonly args?: readonly string[]
  /** More flags for the browser station's browser: a camera. */
  readonly browserArgs?: readonly string[]
}

/** A running station with its page, for tests and the day driver. */
export interface RunningStation {
  readonly url: string
  /** Of the station's address; of the debugging door in the desktop shell. */
  readonly port: number
  /** The page in use; another one after `restart`. */
  readonly page: Page
  /** The shell's own process; another one after `restart` of the desktop shell. */
  readonly host: HostProcess
  /** SIGKILL, as if the plug was pulled: the browser of the browser station (its host lives on), the
   *  whole desktop shell. The profile stays. */
  kill(): Promise<void>
  /** Starts what `kill` ended; the new page, not yet waited for. */
  restart(): Promise<Page>
  /** Ends everything in good order. */
  close(): Promise<void>
}

/** Starts the built station (`npm run build` first) and opens its page in Chromium. */
export async function startStation(options: StartStationOptions): Promise<RunningStation> {
  if (options.shell === 'browser') return startBrowserStation(options)
  return options.shell === 'electron' ? startDesktop(options) : startRealDesktop(options)
}

async function startBrowserStation(options: StartStationOptions): Promise<RunningStation> {
  const port = options.port ?? (await freePort())
  const profileDir = options.profileDir ?? join(options.dataDir, 'test-browser')
  const args = [...browserStationArgs(options.dataDir, port), ...(options.args ?? [])]
  const host = await startHostProcess(args)
  const open = () => openPage(profileDir, host.url, options.browserArgs)
  let shown = await open()
  return {
    url: host.url,
    port,
    host,
    get page() {
      return shown.page
    },
    async kill() {
      const pid = await findChromium(profileDir)
      if (pid !== undefined) await killGroup(pid)
      await shown.context.close().catch(() => {})
    },
    async restart() {
      shown = await open()
      return shown.page
    },
    async close() {
      await shown.context.close().catch(() => {})
      await host.stop()
    },
  }
}

async function openPage(
  profileDir: string,
  url: string,
  args: readonly string[] = [],
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath: CHROMIUM_PATH,
    args: [...CHROMIUM_ARGS, ...args],
    headless: true,
    viewport: { width: 1366, height: 768 },
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(url)
  return { context, page }
}

async function startDesktop(options: StartStationOptions): Promise<RunningStation> {
  const port = options.port ?? (await freePort())
  // The shell itself decides where its profile is.
  const profileDir = join(options.dataDir, 'desktop', 'chromium')
  const start = () => openDesktop(options, port)
  let shown = await start()
  return {
    url: shown.host.url,
    port,
    get page() {
      return shown.page
    },
    get host() {
      return shown.host
    },
    async kill() {
      const pid = await findChromium(profileDir)
      await shown.host.kill()
      if (pid !== undefined) await killGroup(pid)
      await shown.browser.close().catch(() => {})
    },
    async restart() {
      shown = await start()
      return shown.page
    },
    async close() {
      await shown.browser.close().catch(() => {})
      await shown.host.stop()
    },
  }
}

async function openDesktop(
  options: StartStationOptions,
  port: number,
): Promise<{ host: HostProcess; browser: Browser; page: Page }> {
  const args = [...desktopArgs(options.dataDir), ...(options.args ?? [])]
  const host = await startHostProcess(args, { PACKLINE_STANDIN_DEBUG_PORT: String(port) })
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error(`the desktop shell shows no page\n${host.output()}`)
  return { host, browser, page }
}

async function startRealDesktop(options: StartStationOptions): Promise<RunningStation> {
  const binary = findElectronBinary()
  if (binary === undefined) throw new Error(NO_ELECTRON_BINARY)
  const args = ['--data', options.dataDir, ...(options.args ?? [])]
  let shown = await launchElectron(binary, args)
  const host = () => processOf(shown.app)
  return {
    url: 'app://packline/',
    port: options.port ?? 0,
    get page() {
      return shown.page
    },
    get host() {
      return host()
    },
    kill: () => host().kill(),
    async restart() {
      shown = await launchElectron(binary, args)
      return shown.page
    },
    close: () => shown.app.close(),
  }
}

function processOf(app: ElectronApplication): HostProcess {
  const child = app.process()
  const pid = child.pid ?? 0
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  return {
    url: 'app://packline/',
    pid,
    output: () => '',
    async stop() {
      await app.close()
      return ended
    },
    async kill() {
      await killGroup(pid)
      await ended
    },
  }
}
