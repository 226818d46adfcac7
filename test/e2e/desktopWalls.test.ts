import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../driver/chromium.ts'
import { checkWebPreferences } from '../driver/electron/browserWindow.ts'
import { covered } from '../driver/electron/guard.ts'
import { createValueCodec } from '../driver/electron/valueCodec.ts'
import { desktopArgs, PROJECT_DIR } from '../driver/hostProcess.ts'
import { type RunningStation, startStation } from '../driver/station.ts'

let dataDir: string
let station: RunningStation

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'packline-walls-'))
  station = await startStation({ shell: 'electron', dataDir })
  await station.page.waitForSelector('body[data-ready="1"]', { state: 'attached' })
})
afterAll(async () => {
  await station.close()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

describe('the desktop window', () => {
  it('stays on our page whatever the page asks for', async () => {
    const { page } = station
    const before = page.url()
    for (const url of [
      'http://evil.example/',
      'https://packline.app.localhost.evil.example/',
      'file:///etc/passwd',
      'data:text/html,x',
    ]) {
      await page.evaluate((to) => {
        location.href = to
      }, url)
      await page.waitForTimeout(200)
      expect(page.url()).toBe(before)
    }
  })

  it('opens no other window', async () => {
    const context = station.page.context()
    const popup = context.waitForEvent('page')
    await station.page.evaluate(() => void window.open('http://evil.example/'))
    await popup
    await expect.poll(() => context.pages().length, { timeout: 10_000 }).toBe(1)
    expect(await station.page.evaluate(() => document.body.dataset.ready)).toBe('1')
  })

  it('gives the page three named things that it cannot change, and nothing of Node', async () => {
    const seen = await station.page.evaluate(() => {
      const bridge: object = Reflect.get(window, 'packlineBridge')
      const globals = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer']
      return {
        keys: Object.keys(bridge).sort(),
        frozen: Object.isFrozen(bridge),
        node: globals.filter((name) => name in window),
      }
    })
    expect(seen).toEqual({ keys: ['listen', 'request', 'shell'], frozen: true, node: [] })
  })

  it('blocks scripts that are not ours, in any form', async () => {
    const ran = await station.page.evaluate(async () => {
      const attempts: Record<string, () => unknown> = {
        eval: () => Reflect.apply(Reflect.get(window, 'eval'), window, ['1']),
        image: () =>
          new Promise((resolve, reject) => {
            const image = new Image()
            image.onload = resolve
            image.onerror = reject
            image.src = 'http://evil.example/x.png'
          }),
        fetch: () => fetch('http://evil.example/'),
        inline: () => {
          const script = document.createElement('script')
          script.textContent = 'window.ran = 1'
          document.head.append(script)
          if (!Reflect.has(window, 'ran')) throw new Error('blocked')
        },
      }
      const done: string[] = []
      // The debugger that runs this text is itself free of the policy; a later turn is not.
      await new Promise((resolve) => setTimeout(resolve))
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await attempt()
          done.push(name)
        } catch {
          // Blocked, as it must be.
        }
      }
      return done
    })
    expect(ran).toEqual([])
  })

  it('keeps its data in SQLite, switched on before Chromium was up', async () => {
    const pid = await findChromium(join(dataDir, 'desktop', 'chromium'))
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8')
    const features = line.split('\0').filter((word) => word.startsWith('--enable-features='))
    expect(features.join()).toContain('IdbSqliteBackingStore')
    const stores = await readdir(join(dataDir, 'desktop/chromium/Default/IndexedDB'))
    expect(stores.filter((name) => name.endsWith('.leveldb'))).toEqual([])
    expect(stores.length).toBeGreaterThan(0)
  })

  it('is there once: a second start only wakes the first', async () => {
    const second = spawn(process.execPath, desktopArgs(dataDir), { cwd: PROJECT_DIR })
    expect(await new Promise((done) => second.once('exit', done))).toBe(0)
    expect(await station.page.evaluate(() => document.body.dataset.ready)).toBe('1')
  })

  it('leaves no address behind when it ends', async () => {
    expect(existsSync(join(dataDir, 'station.json'))).toBe(true)
    await station.close()
    expect(existsSync(join(dataDir, 'station.json'))).toBe(false)
  })
})

describe('the stand-in', () => {
  const secure = { contextIsolation: true, sandbox: true, nodeIntegration: false }

  it.each([
    [{ ...secure, sandbox: false }],
    [{ ...secure, contextIsolation: false }],
    [{ ...secure, nodeIntegration: true }],
    [{ ...secure, webSecurity: false }],
    [{ ...secure, webviewTag: true }],
    [{ ...secure, allowRunningInsecureContent: true }],
    [{ contextIsolation: true, sandbox: true }],
    [{ ...secure, enableBlinkFeatures: 'x' }],
  ])('opens no window with %j', (preferences) => {
    expect(() => checkWebPreferences(preferences)).toThrow(/insecure|not cover/)
    expect(() => checkWebPreferences(secure)).not.toThrow()
  })

  it('throws at whatever it does not cover', () => {
    const part = covered('app', { quit: () => 'quit' })
    expect(part.quit()).toBe('quit')
    expect(() => Reflect.get(part, 'setBadgeCount')).toThrow('does not cover app.setBadgeCount')
  })

  it('carries between processes what a structured clone carries, and nothing else', () => {
    const codec = createValueCodec()
    const value = {
      none: undefined,
      wrong: Number.NaN,
      large: 2n ** 70n,
      at: new Date(5),
      bytes: Uint8Array.of(0, 255),
      map: new Map<unknown, unknown>([[{ a: 1 }, new Set(['x'])]]),
      list: [null, true, '面单', [1.5]],
    }
    expect(codec.decode(codec.encode(value))).toEqual(value)
    expect(codec.decode(codec.encode(new RangeError('far')))).toMatchObject({ message: 'far' })
    const loop: unknown[] = []
    loop.push(loop)
    for (const bad of [() => 1, Symbol('x'), { deep: [() => 1] }, loop])
      expect(() => codec.encode(bad)).toThrow('An object could not be cloned.')
  })
})
