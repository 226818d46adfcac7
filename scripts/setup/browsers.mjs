import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = {
  linux: [
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'chromium',
    'chromium-browser',
  ],
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Chromium\\Application\\chrome.exe',
    '360Chrome\\Chrome\\Application\\360chrome.exe',
    '360ChromeX\\Chrome\\Application\\360ChromeX.exe',
  ],
  darwin: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'Chromium.app/Contents/MacOS/Chromium',
  ],
}

const isProgram = (/** @type {string} */ path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Folders that may hold a browser on this machine.
 *  @param {NodeJS.ProcessEnv} env @param {string} platform */
function folders(env, platform) {
  if (platform === 'win32')
    return [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
      (path) => path !== undefined,
    )
  if (platform === 'darwin') return ['/Applications', join(env.HOME ?? '/', 'Applications')]
  return [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']
}

/** The first Chromium-like browser of this machine: Chrome, Edge, Chromium, 360.
 *  PACKLINE_BROWSER names another one.
 *  @param {NodeJS.ProcessEnv} env @param {string} platform @returns {string | undefined} */
export function findBrowser(env = process.env, platform = process.platform) {
  if (env.PACKLINE_BROWSER) return env.PACKLINE_BROWSER
  const names = platform === 'win32' || platform === 'darwin' ? NAMES[platform] : NAMES.linux
  return names
    .flatMap((name) => folders(env, platform).map((dir) => join(dir, name)))
    .find(isProgram)
}

/** The browser the tests use: PACKLINE_CHROMIUM, Debian's Chromium, else any that is there.
 *  @param {NodeJS.ProcessEnv} env @returns {string | undefined} */
export function findTestBrowser(env = process.env) {
  if (env.PACKLINE_CHROMIUM && isProgram(env.PACKLINE_CHROMIUM)) return env.PACKLINE_CHROMIUM
  if (isProgram('/usr/bin/chromium')) return '/usr/bin/chromium'
  const found = findBrowser({ ...env, PACKLINE_BROWSER: undefined })
  return found && isProgram(found) ? found : undefined
}

/** Is there a screen to open a window on?
 *  @param {NodeJS.ProcessEnv} env @param {string} platform */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** How the station's own window is opened: its own profile, nothing that calls home, and
 *  IndexedDB on SQLite. `isRoot`: Chromium refuses its sandbox to root.
 *  @param {{ url: string, profileDir: string, lang: string, isRoot: boolean }} wanted */
export function browserArgs({ url, profileDir, lang, isRoot }) {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--enable-features=IdbSqliteBackingStore',
    '--disable-features=Translate',
    `--lang=${lang}`,
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
}
