import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { createBridgeSessions } from '@/station/bridge/bridgeSessions.ts'
import { createBurstGuard } from './burstKeys.ts'
import { isOwnUrl } from './ownOrigin.ts'
import { answerPageRequest } from './pageProtocol.ts'
import { isPermitted } from './permissionPolicy.ts'

describe('an address', () => {
  it.each(['app://packline/', 'app://packline/index.html?x#y', 'app://packline'])(
    '%s is ours',
    (url) => expect(isOwnUrl(url)).toBe(true),
  )

  it.each([
    'app://packline.evil/',
    'app://packline@evil/',
    'app://evil@packline/',
    'app://:x@packline/',
    'app://packline:80/',
    'app:packline',
    'app:///packline',
    'apps://packline/',
    'http://packline/',
    'https://packline.example/',
    'javascript:alert(1)',
    'data:text/html,app://packline/',
    'file:///app://packline/',
    'blob:app://packline/x',
    'about:blank',
    '',
    'null',
  ])('%j is not ours', (url) => expect(isOwnUrl(url)).toBe(false))
})

/** Every permission Electron's own typings know, and one that does not exist. */
function knownPermissions(): string[] {
  const typings = readFileSync('node_modules/electron/electron.d.ts', 'utf8')
  const union =
    /setPermissionRequestHandler\(handler: .*?permission: ((?:'[\w-]+'(?: \| )?)+)/.exec(typings)
  const names = (union?.[1] ?? '').split(' | ').map((name) => name.slice(1, -1))
  if (names.length < 40) throw new Error(`only ${names.length} permissions found in the typings`)
  return [...names, 'no-such-permission']
}

describe('a permission', () => {
  const own = 'app://packline/'
  const granted = (url: string, media: string[] = []) =>
    knownPermissions().filter((permission) => isPermitted({ permission, url, media }))

  it('is denied unless it is on our short list', () => {
    expect(granted(own)).toEqual([
      'clipboard-sanitized-write',
      'fullscreen',
      'persistent-storage',
      'screen-wake-lock',
    ])
  })

  it('is always denied to a page that is not ours', () => {
    expect(granted('https://evil.example/', ['video'])).toEqual([])
    expect(granted('', ['video'])).toEqual([])
  })

  it('lets in the camera but never the microphone', () => {
    const media = (kinds: string[]) => isPermitted({ permission: 'media', url: own, media: kinds })
    expect(media(['video'])).toBe(true)
    expect(media(['audio'])).toBe(false)
    expect(media(['video', 'audio'])).toBe(false)
    expect(media([])).toBe(false)
  })
})

describe('a Ctrl key', () => {
  const typed = (keys: readonly (readonly [gapMs: number, code: string, control?: boolean])[]) => {
    let nowMs = 0
    const isShortcut = createBurstGuard(() => nowMs)
    return keys.map(([gapMs, code, control = false]) => {
      nowMs += gapMs
      return isShortcut({ type: 'keyDown', code, control })
    })
  }

  it('of a person keeps its meaning', () => {
    expect(
      typed([
        [0, 'KeyA'],
        [400, 'ControlLeft', true],
        [200, 'KeyC', true],
      ]),
    ).toEqual([false, false, false])
  })

  it('inside a burst of a scanner is no shortcut', () => {
    expect(
      typed([
        [0, 'Digit0'],
        [8, 'ControlLeft', true],
        [8, 'KeyW', true],
      ]).at(-1),
    ).toBe(true)
  })

  it('passes when the page needs it: group separator and line feed', () => {
    const keys = typed([
      [0, 'Digit0'],
      [8, 'BracketRight', true],
      [8, 'KeyJ', true],
    ])
    expect(keys).toEqual([false, false, false])
  })
})

describe('the page protocol', () => {
  const ask = (url: string, method = 'GET') =>
    answerPageRequest(new Request(url, { method }), 'src/boot')

  it('serves files of the page with the policy headers', async () => {
    const response = await ask('app://packline/')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('permissions-policy')).toMatch(/camera=\(self\).*microphone=\(\)/)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it.each([
    ['app://packline/../../package.json', 404],
    ['app://packline/%2e%2e/%2e%2e/package.json', 404],
    ['app://packline/..%2f..%2fpackage.json', 404],
    ['app://packline/page.tsx', 404],
    ['app://packline.evil/', 421],
    ['app://packline:81/', 421],
  ])('answers %s with %i', async (url, status) => {
    expect((await ask(url)).status).toBe(status)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('refuses %s', async (method) => {
    expect((await ask('app://packline/', method)).status).toBe(405)
  })
})

type Heard = (event: object, message: unknown) => unknown
const ipc = vi.hoisted(() => ({ heard: undefined as Heard | undefined }))
vi.mock('electron', () => ({
  ipcMain: {
    handle: (_channel: string, heard: Heard) => {
      ipc.heard = heard
    },
  },
}))

describe('a request over IPC', () => {
  const own = { url: 'app://packline/', parent: null }

  async function ask(senderFrame: object | null, contentsId = 1): Promise<unknown> {
    const { serveBridgeIpc } = await import('./bridgeIpc.ts')
    const clock = { nowMs: () => 1_000_000, monoMs: () => 0 }
    const onFault = () => {}
    const handlers = { 'host.hello': () => ({ ok: true, result: {} }) }
    const host = { handlers, sessions: createBridgeSessions(), close: async () => {} } as never
    const contents = { id: 1, isDestroyed: () => false, send() {}, once() {} }
    serveBridgeIpc({ host, clock, onFault })(contents as never)
    const message = {
      kind: 'request',
      id: 'x'.repeat(16),
      atMs: 1_000_000,
      name: 'host.hello',
      args: {},
    }
    return ipc.heard?.({ senderFrame, sender: { id: contentsId } }, message)
  }

  it('is answered to the top frame of our page', async () => {
    expect(await ask(own)).toMatchObject({ answer: { ok: true } })
  })

  it.each([
    ['a frame that is gone', null],
    ['a frame inside our page', { ...own, parent: own }],
    ['another origin', { ...own, url: 'app://packline.evil/' }],
    ['a page from the web', { ...own, url: 'https://evil.example/' }],
    ['an empty page', { ...own, url: 'about:blank' }],
  ])('is refused to %s', async (_what, frame) => {
    expect(await ask(frame)).toMatchObject({ answer: { ok: false, code: 'BRG-007' } })
  })

  it('is refused to a window that was not given the bridge', async () => {
    expect(await ask(own, 2)).toMatchObject({ answer: { ok: false, code: 'BRG-007' } })
  })
})
