import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'
import { takePage } from './chromiumShell.ts'
import { covered, preventable } from './guard.ts'
import { StandInWebContents } from './webContents.ts'

/** What a window must and must not set; a key that is in neither list is not covered. */
const MUST: Readonly<Record<string, boolean>> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
}
const MAY: Readonly<Record<string, unknown>> = {
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
}
const FREE = new Set(['preload', 'spellcheck', 'backgroundThrottling', 'additionalArguments'])

export interface WindowOptions {
  readonly webPreferences?: Readonly<Record<string, unknown>>
  readonly show?: boolean
  readonly [other: string]: unknown
}

/** Throws unless the window keeps every wall. */
export function checkWebPreferences(preferences: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(MUST))
    if (preferences[name] !== value) throw new Error(`insecure webPreferences: ${name}`)
  for (const [name, value] of Object.entries(preferences)) {
    if (name in MUST || FREE.has(name)) continue
    if (!(name in MAY)) throw new Error(`the stand-in does not cover webPreferences.${name}`)
    if (MAY[name] !== value) throw new Error(`insecure webPreferences: ${name}`)
  }
}

const open = new Set<StandInBrowserWindow>()
let whenAllClosed = () => {}

/** Called when the last window has closed. */
export function onAllWindowsClosed(heard: () => void): void {
  whenAllClosed = heard
}

class StandInBrowserWindow extends EventEmitter {
  private readonly contents = new StandInWebContents()
  readonly webContents = covered('webContents', this.contents)
  private readonly ready: Promise<Page>
  private page: Page | undefined
  private visible: boolean
  private focused = false

  constructor(options: WindowOptions = {}) {
    super()
    const preferences = options.webPreferences ?? {}
    checkWebPreferences(preferences)
    this.visible = options.show !== false
    open.add(this)
    const preload = typeof preferences.preload === 'string' ? preferences.preload : undefined
    this.ready = takePage().then(async (page) => {
      this.page = page
      page.once('close', () => this.finish())
      await this.contents.attach(page, preload)
      return page
    })
    // `loadURL` reports a failure; without it nobody would.
    this.ready.catch(() => {})
  }

  async loadURL(url: string): Promise<void> {
    await this.ready
    await this.contents.load(url)
    this.emit('ready-to-show')
  }

  /** Asks first, as the window's own cross does. */
  close(): void {
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    void this.page?.close().catch(() => {})
    this.finish()
  }

  private finish(): void {
    if (!open.delete(this)) return
    this.contents.markDestroyed()
    this.emit('closed')
    if (open.size === 0) whenAllClosed()
  }

  isDestroyed(): boolean {
    return !open.has(this)
  }
  show(): void {
    this.visible = true
  }
  isVisible(): boolean {
    return this.visible
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {
    this.show()
  }
  focus(): void {
    this.focused = true
  }
  isFocused(): boolean {
    return this.focused
  }
}

/** Guards both the class (`getAllWindows` and alike) and each window. */
export const BrowserWindow = new Proxy(StandInBrowserWindow, {
  construct: (made, [options]: [WindowOptions?]) =>
    covered('BrowserWindow', new made(options)) as object,
  get(target, key) {
    if (key === 'getAllWindows') return () => [...open]
    if (key in target || typeof key === 'symbol') return Reflect.get(target, key)
    throw new Error(`the stand-in does not cover BrowserWindow.${key}`)
  },
})

/** Closes every window in order; false when one refused. */
export function closeAllWindows(): boolean {
  for (const window of [...open]) window.close()
  return open.size === 0
}
