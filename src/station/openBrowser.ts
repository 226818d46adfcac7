import { spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

/** Looked for in this order; `PACKLINE_BROWSER` comes before all. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  linux: [
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'chromium',
    'chromium-browser',
    'browser360-cn-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Chromium\\Application\\chrome.exe',
    '360\\360se6\\Application\\360se.exe',
    '360ChromeX\\Chrome\\Application\\360ChromeX.exe',
  ],
}

/** Path of a browser that can show the page in a window of its own, undefined when there is none. */
export async function findBrowser(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const path of candidates(env)) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  return undefined
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  const names = NAMES[process.platform] ?? []
  const roots =
    process.platform === 'win32'
      ? [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      : (env.PATH ?? '').split(delimiter)
  const found = names.flatMap((name) =>
    isAbsolute(name) ? [name] : roots.filter((root) => root).map((root) => join(root ?? '', name)),
  )
  return env.PACKLINE_BROWSER ? [env.PACKLINE_BROWSER, ...found] : found
}

/** Command line of the browser. IndexedDB on SQLite from the first start: opening a store under the
 *  other backend deletes it without an error. */
export function browserArgs(url: string, profileDir: string, isRoot: boolean): string[] {
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
    '--lang=zh-CN',
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
}

/** True when a window can be shown at all. */
export function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Opens the page in an app window with its own profile inside the data folder; false when there is
 *  no browser or no display. */
export async function openBrowser(url: string, profileDir: string): Promise<boolean> {
  const browser = hasDisplay(process.env) ? await findBrowser(process.env) : undefined
  if (browser === undefined) return false
  const isRoot = process.getuid?.() === 0
  const child = spawn(browser, browserArgs(url, profileDir, isRoot), {
    stdio: 'ignore',
    detached: true,
  })
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(true))
    child.once('error', () => resolve(false))
    child.unref()
  })
}
