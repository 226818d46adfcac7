// The module that `import 'electron'` gets. A name that is not here fails at link time.
import { standInApp } from './app.ts'
import { covered, recorder } from './guard.ts'
import { ipcMain as standInIpcMain } from './ipcMain.ts'
import { createSafeStorage } from './safeStorage.ts'
import { protocol as standInProtocol } from './schemes.ts'

export { BrowserWindow } from './browserWindow.ts'
export { session } from './session.ts'

export const app = covered('app', standInApp)
export const ipcMain = covered('ipcMain', standInIpcMain)
export const protocol = covered('protocol', standInProtocol)
export const net = covered('net', { fetch: (url: string, init?: RequestInit) => fetch(url, init) })
export const safeStorage = createSafeStorage(() => standInApp.getPath('userData'))
export const Menu = recorder('Menu', { setApplicationMenu: undefined, buildFromTemplate: {} })
export const dialog = recorder('dialog', {
  showErrorBox: undefined,
  showMessageBoxSync: 0,
  showMessageBox: Promise.resolve({ response: 0, checkboxChecked: false }),
  showOpenDialog: Promise.resolve({ canceled: true, filePaths: [] }),
  showSaveDialog: Promise.resolve({ canceled: true, filePath: '' }),
})
export const shell = recorder('shell', {
  openExternal: Promise.resolve(),
  openPath: Promise.resolve(''),
  showItemInFolder: undefined,
})
export const powerMonitor = recorder('powerMonitor', { on: undefined, getSystemIdleTime: 0 })
