import { EventEmitter } from 'node:events'
import type { BrowserContext } from 'playwright-core'
import { covered } from './guard.ts'
import { toChromium } from './schemes.ts'

type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean

/** What Electron calls a permission → what Chromium's protocol calls it; headless Chromium asks no
 *  one, so what the check handler grants is granted before the page loads. */
const GRANTS: Readonly<Record<string, string>> = {
  'persistent-storage': 'durableStorage',
  'clipboard-sanitized-write': 'clipboardSanitizedWrite',
  'screen-wake-lock': 'wakeLockScreen',
  geolocation: 'geolocation',
  notifications: 'notifications',
  'clipboard-read': 'clipboardReadWrite',
}

/** The default session: keeps its handlers, so that a missing one can be seen. */
class StandInSession extends EventEmitter {
  checkHandler: CheckHandler | null = null
  readonly handlers = new Map<string, unknown>()

  setPermissionRequestHandler(handler: unknown): void {
    this.handlers.set('request', handler)
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.handlers.set('check', handler)
    this.checkHandler = handler
  }
  setDevicePermissionHandler(handler: unknown): void {
    this.handlers.set('device', handler)
  }
  setUSBProtectedClassesHandler(handler: unknown): void {
    this.handlers.set('usb', handler)
  }
  setBluetoothPairingHandler(handler: unknown): void {
    this.handlers.set('bluetooth', handler)
  }
}

const defaultSession = new StandInSession()
export const session = covered('session', {
  defaultSession: covered('session.defaultSession', defaultSession),
})

/** Grants an origin what our check handler grants, and nothing else. */
export async function applyPermissions(context: BrowserContext, url: string): Promise<void> {
  const check = defaultSession.checkHandler
  if (!check || !defaultSession.handlers.has('request'))
    throw new Error('no permission handlers: Electron would grant the page everything')
  const origin = new URL(toChromium(url)).origin
  const granted = Object.entries(GRANTS)
    .filter(([name]) => check(null, name, url, { isMainFrame: true }))
    .map(([, chromiumName]) => chromiumName)
  const page = context.pages()[0]
  if (!page) throw new Error('no page to grant for')
  const cdp = await context.newCDPSession(page)
  const permissions: never[] = granted as never[]
  await cdp.send('Browser.grantPermissions', { origin, permissions })
  await cdp.detach()
}
