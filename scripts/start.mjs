// `npm start`: makes a bare clone ready and opens the station.
//   npm start                  the desktop shell where it can be had, else a browser window
//   npm start -- --browser     a browser window (Chrome, Edge, Chromium, 360)
//   npm start -- --no-open     only the service; prints its address
//   npm start -- --demo        the demo shop with virtual devices, in a folder thrown away afterwards
// Also: --data DIR, --port N, --lang zh-CN|en, --scanner PATH (a serial scanner),
//   --scale PATH:KIND (a scale), --printer HOST:PORT (a label printer).
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { browserArgs, findBrowser, hasDisplay } from './setup/browsers.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensurePackages, findNode, nodeEnv } from './setup/packages.mjs'
import { endWithNpm } from './setup/parent.mjs'
import { holderOf, isFree } from './setup/ports.mjs'
import { defaultDataDir, PORT_MAX, parseStartFlags } from './setup/startFlags.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const READY = /^Packline ready: (\S+)/m
/** A browser that ends sooner only passed the address to a window that was already open. */
const WINDOW_LIFE_MS_MIN = 5_000
const WINDOW_CLOSE_MS = 3_000

const isRoot = process.getuid?.() === 0

/** @typedef {import('./setup/startFlags.mjs').StartFlags & { dataDir: string }} Wanted */

/** The words both shells understand. @param {Wanted} wanted */
const shellArgs = ({ dataDir, port, lang, demo, scannerPath, scale, printer }) => [
  '--data',
  dataDir,
  '--port',
  String(port),
  // Only when asked for: else the station keeps the language that was chosen on its screen.
  ...(lang ? ['--lang', lang] : []),
  ...(demo ? ['--demo'] : []),
  ...(scannerPath ? ['--scanner', scannerPath] : []),
  ...(scale ? ['--scale', scale] : []),
  ...(printer ? ['--printer', printer] : []),
]

/** Ends this process as the child ended, and the child when this process is told to end.
 *  @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function follow(child) {
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  return new Promise((done) => {
    child.on('error', (error) => {
      console.error(error.message)
      done(1)
    })
    child.on('exit', (code, signal) =>
      done(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)),
    )
  })
}

/** Opens the station's window; the station ends when the window is closed.
 *  @param {Wanted} wanted @param {string} url @param {() => void} onClosed
 *  @returns {import('node:child_process').ChildProcess | undefined} */
function openWindow(wanted, url, onClosed) {
  if (!wanted.open || !hasDisplay()) return undefined
  const browser = findBrowser()
  if (!browser) {
    console.log(
      `No Chrome, Edge or Chromium found: open ${url} by hand, or name one in PACKLINE_BROWSER`,
    )
    return undefined
  }
  const profileDir = join(wanted.dataDir, 'browser')
  mkdirSync(profileDir, { recursive: true })
  const startMs = performance.now()
  const args = browserArgs({ url, profileDir, lang: wanted.lang ?? 'zh-CN', isRoot })
  const child = spawn(browser, args, { stdio: 'ignore' })
  child.on('error', (error) => console.error(`${browser}: ${error.message}; open ${url} by hand`))
  child.on('exit', () => {
    if (performance.now() - startMs >= WINDOW_LIFE_MS_MIN) onClosed()
  })
  return child
}

/** Closes the window and waits a little: a browser writes its profile while it ends.
 *  @param {import('node:child_process').ChildProcess | undefined} window */
async function closeWindow(window) {
  if (!window || window.exitCode !== null || window.signalCode !== null) return
  const closed = new Promise((done) => window.once('exit', done))
  window.kill('SIGTERM')
  await Promise.race([closed, setTimeout(WINDOW_CLOSE_MS)])
}

/** A port to offer instead. @param {number} port */
const otherPort = (port) => (port < PORT_MAX ? port + 1 : port - 1)

/** @param {Wanted} wanted @param {string} node @param {NodeJS.ProcessEnv} env */
async function startBrowserStation(wanted, node, env) {
  if (!(await isFree(wanted.port))) {
    console.error(
      `Port ${wanted.port} is taken by ${await holderOf(wanted.port)}. Close it and start again.\n` +
        `A second station beside it: add --port ${otherPort(wanted.port)}. It has data of its own, for a station's data belongs to its port.`,
    )
    return 1
  }
  const args = [join(root, 'out/main/station.js'), ...shellArgs(wanted)]
  const station = spawn(node, args, { cwd: root, env, stdio: ['inherit', 'pipe', 'inherit'] })
  let seen = ''
  let isReady = false
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let window
  station.stdout.on('data', (/** @type {Buffer} */ chunk) => {
    process.stdout.write(chunk)
    if (isReady) return
    seen += chunk
    const url = READY.exec(seen)?.[1]
    if (!url || !seen.includes('\n', seen.indexOf(url))) return
    isReady = true
    window = openWindow(wanted, url, () => station.kill('SIGTERM'))
  })
  const code = await follow(station)
  await closeWindow(window)
  return code
}

/** @param {Wanted} wanted @param {string} node @param {NodeJS.ProcessEnv} env */
async function startShell(wanted, node, env) {
  const mayOpen = wanted.open && !wanted.browser && hasDisplay()
  const electron = mayOpen ? await ensureElectron(root, node, env) : undefined
  if (!electron) return startBrowserStation(wanted, node, env)
  const args = [...(isRoot ? ['--no-sandbox'] : []), root, ...shellArgs(wanted)]
  return follow(spawn(electron, args, { cwd: root, env, stdio: 'inherit' }))
}

/** @param {string} dir */
function throwAwayFolder(dir) {
  try {
    rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  } catch {
    console.error(`${dir} is still in use; it can be removed later`)
  }
}

async function main() {
  endWithNpm()
  const flags = parseStartFlags(process.argv.slice(2))
  if (typeof flags === 'string') {
    console.error(flags)
    return 2
  }
  if (!(await ensurePackages(root))) return 1
  const node = findNode(root)
  if (!node) {
    console.error(
      'No Node 22.12 or newer, and none among the packages: install Node 24 from nodejs.org',
    )
    return 1
  }
  const env = nodeEnv(node)
  if (!(await ensureBuilt(root, node, env))) return 1
  const throwAway =
    flags.demo && !flags.dataDir ? mkdtempSync(join(tmpdir(), 'packline-demo-')) : undefined
  const dataDir = flags.dataDir ?? throwAway ?? defaultDataDir()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (throwAway) console.log(`Practice data in ${throwAway}, thrown away at the end`)
  try {
    return await startShell({ ...flags, dataDir }, node, env)
  } finally {
    if (throwAway) throwAwayFolder(throwAway)
  }
}

process.exit(await main())
