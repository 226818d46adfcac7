import { join } from 'node:path'
import { app, Menu, protocol } from 'electron'
import { hostWord } from '@/boot/station/stationWords.ts'
import { systemClock } from '@/kernel/clock.ts'
import { createSessionTokens } from '@/station/http/sessionTokens.ts'
import { startStationHttp } from '@/station/http/stationHttp.ts'
import { removeControlFile, writeControlFile } from '@/station/instanceFile.ts'
import { openStation } from '@/station/openStation.ts'
import { parseStationFlags, type StationFlags } from '@/station/stationFlags.ts'
import { serveBridgeIpc } from './bridgeIpc.ts'
import { createSecureWindow } from './createSecureWindow.ts'
import { PAGE_SCHEME, PAGE_URL } from './ownOrigin.ts'
import { answerPageRequest } from './pageProtocol.ts'

const pageRoot = join(import.meta.dirname, '..', 'renderer')
const preload = join(import.meta.dirname, '..', 'preload', 'index.cjs')

const flags = parseStationFlags(process.argv.slice(app.isPackaged ? 1 : 2), { lenient: true })
if ('fault' in flags) stop(hostWord('badFlag', undefined, { fault: flags.fault }))
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
  const { dataDir, lang } = flags
  const opened = await openStation({
    flags,
    shell: 'electron',
    version: app.getVersion(),
    clock: systemClock,
    virtualPrinterName: hostWord('virtualPrinter', lang),
    demoDir: join(import.meta.dirname, '..', '..', 'assets', 'demo'),
    onFault: logFault,
  })
  if (opened.kind !== 'open') return stop(hostWord(opened.kind, lang, { dataDir, ...opened }))
  const { host } = opened
  Menu.setApplicationMenu(null)
  // Tools of this account come in here; pages come by IPC, so no page token is ever given out.
  const tokens = createSessionTokens()
  const parts = { ...host, tokens, clock: systemClock, onFault: logFault }
  const control = await startStationHttp({ ...parts, port: 0, pageRoot: undefined })
  await writeControlFile(dataDir, { port: control.port, token: tokens.control, pid: process.pid })
  endWith(async () => {
    await control.close()
    await host.close()
    await removeControlFile(dataDir)
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

/** Ends before any window was shown. */
function stop(text: string): void {
  process.stderr.write(`${text}\n`)
  app.exit(1)
}
