import { createServer } from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { browserArgs, findBrowser, hasDisplay } from '../scripts/setup/browsers.mjs'
import { isStale } from '../scripts/setup/build.mjs'
import { canInstall } from '../scripts/setup/installNode.mjs'
import { holderOf, isFree } from '../scripts/setup/ports.mjs'
import { run } from '../scripts/setup/run.mjs'
import { defaultDataDir, parseStartFlags, STATION_PORT } from '../scripts/setup/startFlags.mjs'
import { defaultDataDir as stationDataDir } from '@/station/defaultDataDir.ts'
import { STATION_PORT as stationPort } from '@/station/http/requestPolicy.ts'

const dirs: string[] = []
const freshDir = () => {
  const dir = mkdtempSync(join(tmpdir(), 'packline-setup-'))
  dirs.push(dir)
  return dir
}
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

describe('the words after npm start --', () => {
  test('nothing said means the desktop window, the usual port and the language kept', () => {
    expect(parseStartFlags([])).toEqual({
      browser: false,
      open: true,
      demo: false,
      port: STATION_PORT,
      lang: undefined,
      dataDir: undefined,
      scannerPath: undefined,
      scale: undefined,
      printer: undefined,
    })
  })

  test('each flag is heard, with a blank or an equals sign', () => {
    const said = ['--browser', '--no-open', '--demo', '--port=5000', '--lang', 'en', '--data', '/d']
    const devices = ['--scanner=/dev/ttyS0', '--scale', 'COM3:a9', '--printer', '127.0.0.1:9100']
    expect(parseStartFlags([...said, ...devices])).toMatchObject({
      browser: true,
      open: false,
      demo: true,
      port: 5000,
      lang: 'en',
      scannerPath: '/dev/ttyS0',
      scale: 'COM3:a9',
      printer: '127.0.0.1:9100',
    })
  })

  test.each([
    ['--port', '0'],
    ['--port', '65536'],
    ['--port', 'x'],
    ['--lang', 'fr'],
    ['--data', '--demo'],
    ['--scale', '/dev/ttyS0'],
    ['--printer', 'label'],
    ['--demmo'],
  ])('%s %s is refused in words', (...args) => {
    expect(parseStartFlags(args)).toEqual(expect.stringContaining('--'))
  })

  test('the highest port is allowed', () => {
    expect(parseStartFlags(['--port', '65535'])).toMatchObject({ port: 65_535 })
  })

  test('data lies where the system keeps the data of programs', () => {
    expect(defaultDataDir({ XDG_DATA_HOME: '/x' }, 'linux')).toBe(join('/x', 'packline'))
    expect(defaultDataDir({ LOCALAPPDATA: '/l' }, 'win32')).toBe(join('/l', 'Packline'))
  })

  test.each(['linux', 'win32', 'darwin'] as const)(
    'the starter and the station mean the same folder and port on %s',
    (platform) => {
      for (const env of [{}, { LOCALAPPDATA: '/l' }, { XDG_DATA_HOME: '/x' }])
        expect(defaultDataDir(env, platform)).toBe(stationDataDir(platform, env))
      expect(STATION_PORT).toBe(stationPort)
    },
  )
})

describe('the window', () => {
  const wanted = { url: 'http://127.0.0.1:1/', profileDir: '/p', lang: 'en', isRoot: false }

  test('only root goes without the sandbox', () => {
    expect(browserArgs(wanted)).not.toContain('--no-sandbox')
    expect(browserArgs({ ...wanted, isRoot: true })).toContain('--no-sandbox')
  })

  test('has its own profile and keeps its data in SQLite', () => {
    expect(browserArgs(wanted)).toContain('--user-data-dir=/p')
    expect(browserArgs(wanted)).toContain('--enable-features=IdbSqliteBackingStore')
  })

  test('the first browser of the machine is taken, or the one that is named', () => {
    const dir = freshDir()
    for (const name of ['chromium', 'google-chrome'])
      writeFileSync(join(dir, name), '', { mode: 0o755 })
    expect(findBrowser({ PATH: dir }, 'linux')).toBe(join(dir, 'google-chrome'))
    expect(findBrowser({ PATH: dir, PACKLINE_BROWSER: '/my/own' }, 'linux')).toBe('/my/own')
  })

  test('a Linux without a display has none, a Windows always has one', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})

describe('what was built', () => {
  const results = ['main/index.js', 'main/station.js', 'preload/index.cjs', 'renderer/index.html']
  const put = (root: string, path: string, ageS: number) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
    const atS = Date.now() / 1000 - ageS
    utimesSync(join(root, path), atS, atS)
  }

  test('is stale when a part is missing or a source is newer', () => {
    const root = freshDir()
    put(root, 'src/kernel/a.ts', 20)
    expect(isStale(root)).toBe(true)
    for (const path of results) put(root, `out/${path}`, 10)
    expect(isStale(root)).toBe(false)
    put(root, 'electron/b.ts', 5)
    expect(isStale(root)).toBe(true)
  })
})

describe('the machine', () => {
  test('a Node that leaves out native parts does not install', () => {
    const told = ['18.20.4', '20.18.0', '20.19.0', '21.7.0', '22.12.0', '22.13.0', '24.1.0']
    expect(told.filter(canInstall)).toEqual(['20.19.0', '22.13.0', '24.1.0'])
  })

  test('a taken port is named by who has it', async () => {
    const page = createServer((_ask, reply) => reply.end('<title>Packline</title>'))
    await new Promise<void>((done) => page.listen(0, '127.0.0.1', done))
    const { port } = page.address() as AddressInfo
    expect(await isFree(port)).toBe(false)
    expect(await holderOf(port)).toBe('a Packline station that is already running')
    await new Promise((done) => page.close(done))
    expect(await isFree(port)).toBe(true)
  })

  test('a program over its limit is ended, one that is missing is told', async () => {
    const slow = ['-e', 'setTimeout(() => {}, 60_000)']
    const options = { limitMs: 300, quiet: true }
    expect(await run(process.execPath, slow, options)).toMatchObject({ code: 124 })
    expect(await run('/no/such/program', [], options)).toMatchObject({ code: 127 })
  })
})
