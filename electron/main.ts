import { join } from 'node:path'
import { app, Menu, protocol } from 'electron'
import { systemClock } from '@/kernel/clock.ts'
import { createSessionTokens } from '@/station/http/sessionTokens.ts'
import { startStationHttp } from '@/station/http/stationHttp.ts'
import { removeControlFile, takeDataDir, writeControlFile } from '@/station/instanceFile.ts'
import { parseStationFlags, type StationFlags } from '@/station/stationFlags.ts'
import { createStationHost } from '@/station/stationHost.ts'
import { serveBridgeIpc } from './bridgeIpc.ts'
import { createSecureWindow } from './createSecureWindow.ts'
import { PAGE_SCHEME, PAGE_URL } from './ownOrigin.ts'
import { answerPageRequest } from './pageProtocol.ts'

const pageRoot = join(import.meta.dirname, '..', 'renderer')
const preload = join(import.meta.dirname, '..', 'preload', 'index.cjs')

const flags = parseStationFlags(process.argv.slice(app.isPackaged ? 1 : 2), { lenient: true })
if ('fault' in flags) stop(flags.fault)
else prepare(flags)

/** Everything that must be said before Chromium is up. */
function prepare(flags: StationFlags): void {
  app.setPath('userData', join(flags.dataDir, 'desktop'))
  app.enableSandbox()
  // A full disk makes the other backend drop the whole database; never changed after the first run.
  app.commandLine.appendSwitch('enable-features', 'IdbSqliteBackingStore')
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }])
  if (!app.requestSingleInstanceLock()) return app.quit()
  void app.whenReady().then(() => start(flags))
}

async function start(flags: StationFlags): Promise<void> {
  const { dataDir } = flags
  const taken = await takeDataDir(dataDir)
  if (taken.kind === 'busy') return stop(`${dataDir}: ${taken.pid}`)
  Menu.setApplicationMenu(null)
  const host = createStationHost({
    dataDir,
    version: app.getVersion(),
    shell: 'electron',
    flags: { demo: flags.demo, ...(flags.lang && { lang: flags.lang }) },
    clock: systemClock,
    scannerPath: flags.scannerPath,
    onFault: logFault,
  })
  // Tools of this account come in here; pages come by IPC, so no page token is ever given out.
  const tokens = createSessionTokens()
  const parts = { ...host, tokens, clock: systemClock, onFault: logFault }
  const control = await startStationHttp({ ...parts, port: 0, pageRoot: undefined })
  await writeControlFile(dataDir, { port: control.port, token: tokens.control, pid: process.pid })
  endWith(async () => {
    await control.close()
    await host.close()
    await removeControlFile(dataDir)
    await taken.release()
  })
  protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(request, pageRoot))
  const serveWindow = serveBridgeIpc({ host, clock: systemClock, onFault: logFault })
  const window = createSecureWindow(preload)
  serveWindow(window.webContents)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  await window.loadURL(PAGE_URL)
  process.stdout.write(`Packline ready: ${PAGE_URL}\n`)
}

/** Runs `end` once, before the process leaves. */
function endWith(end: () => Promise<void>): void {
  let ended = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void end().finally(() => {
      ended = true
      app.quit()
    })
  })
}

function logFault(what: string, fault: unknown): void {
  process.stderr.write(`${what}: ${fault instanceof Error ? fault.message : String(fault)}\n`)
}

function stop(text: string): void {
  process.stderr.write(`${text}\n`)
  app.exit(1)
}
