import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Sources of the desktop shell without comments, so that only code counts. */
const sources = readdirSync('electron')
  .filter((name) => /^\w+\.ts$/.test(name))
  .map((name) => ({ name, code: readFileSync(join('electron', name), 'utf8') }))
  .map(({ name, code }) => ({ name, code: code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') }))

const filesWith = (pattern: RegExp) =>
  sources.filter(({ code }) => pattern.test(code)).map(({ name }) => name)
const count = (pattern: RegExp) =>
  sources.reduce((sum, { code }) => sum + [...code.matchAll(pattern)].length, 0)

describe('the sources of the desktop shell', () => {
  it('were read', () => expect(sources.length).toBeGreaterThan(5))

  it('make a window in one place, with its walls written out', () => {
    expect(count(/new BrowserWindow\b/g)).toBe(1)
    const [file] = filesWith(/new BrowserWindow\b/)
    expect(file).toBe('createSecureWindow.ts')
    const code = sources.find(({ name }) => name === file)?.code ?? ''
    for (const wall of ['contextIsolation: true', 'sandbox: true', 'nodeIntegration: false'])
      expect(code).toContain(wall)
  })

  it('switch the sandbox on for all and SQLite storage on before anything else', () => {
    expect(filesWith(/app\.enableSandbox\(\)/)).toEqual(['main.ts'])
    expect(count(/appendSwitch\(/g)).toBe(1)
    expect(filesWith(/appendSwitch\('enable-features', 'IdbSqliteBackingStore'\)/)).toEqual([
      'main.ts',
    ])
  })

  it.each([
    ['a weakened window', /sandbox: false|contextIsolation: false|nodeIntegration: true/],
    ['switched-off web security', /webSecurity|allowRunningInsecureContent|disable-web-security/],
    ['experimental features', /experimentalFeatures|enableBlinkFeatures/],
    ['a webview', /webviewTag: true|<webview/],
    ['opening addresses outside', /openExternal/],
    ['a page from a file', /file:\/\/|loadFile/],
    ['raw IPC in the page', /exposeInMainWorld\([^)]*ipcRenderer\s*[,)}]/],
    ['the remote module', /enableRemoteModule|@electron\/remote/],
    ['an origin compared by its beginning', /url\.startsWith|origin\.startsWith/],
  ])('hold no %s', (_what, pattern) => expect(filesWith(pattern)).toEqual([]))
})

describe('the preload script', () => {
  it('shows the page three named things', () => {
    const code = sources.find(({ name }) => name === 'preload.ts')?.code ?? ''
    const keys = [...code.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1])
    expect(keys).toEqual(['shell', 'request', 'listen'])
  })
})
