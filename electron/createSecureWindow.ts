import { BrowserWindow } from 'electron'
import { systemClock } from '@/kernel/clock.ts'
import { createBurstGuard } from './burstKeys.ts'
import { setNavigationPolicy } from './navigationPolicy.ts'
import { setPermissionPolicy } from './permissionPolicy.ts'

/** The only place that makes a window, so that no window lacks a wall. */
export function createSecureWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  const { webContents } = window
  setPermissionPolicy(webContents.session)
  setNavigationPolicy(webContents)
  const isShortcutOfScan = createBurstGuard(systemClock.monoMs)
  webContents.on('before-input-event', (event, input) => {
    if (isShortcutOfScan(input)) event.preventDefault()
  })
  window.once('ready-to-show', () => window.show())
  return window
}
