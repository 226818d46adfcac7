import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import type { CDPSession, Page } from 'playwright-core'
import { topFrame } from './frames.ts'
import { answerInvoke, ipcMain, valueCodec } from './ipcMain.ts'
import { buildPageWalls } from './pageWalls.ts'
import { createPreloadRequire } from './preloadWorld.ts'
import { fromChromium, toChromium } from './schemes.ts'
import { applyPermissions, session } from './session.ts'
import { createValueCodec } from './valueCodec.ts'
import { createWorldEnd } from './worlds.ts'
import { chromiumContext } from './chromiumShell.ts'

const WORLD = 'preload'
let lastId = 0

type OpenDecision = { readonly action: 'deny' | 'allow' }

/** One page with its preload world, driven over Chromium's debugging protocol. */
export class StandInWebContents extends EventEmitter {
  readonly id = (lastId += 1)
  readonly session = session.defaultSession
  private page: Page | undefined
  private cdp: CDPSession | undefined
  private contextId: number | undefined
  private ownLoad: string | undefined
  private destroyed = false
  private windowOpenHandler: ((details: { url: string }) => OpenDecision) | undefined
  private readonly binding = `b${randomBytes(8).toString('hex')}`
  private readonly door = `d${randomBytes(8).toString('hex')}`

  /** Connects to its page; called once by the window. */
  async attach(page: Page, preload: string | undefined): Promise<void> {
    this.page = page
    const cdp = await chromiumContext().newCDPSession(page)
    this.cdp = cdp
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    page.on('popup', (popup) => void this.decideWindow(popup))
    const { frameTree } = await cdp.send('Page.getFrameTree')
    await buildPageWalls({
      cdp,
      topFrameId: frameTree.frame.id,
      takeOwnLoad: (url) => this.takeOwnLoad(url),
      emit: (name, navigation) => this.emit(name, navigation),
    })
    if (preload !== undefined) await this.installPreload(cdp, preload)
  }

  private async installPreload(cdp: CDPSession, preload: string): Promise<void> {
    const [a, b] = [randomBytes(8).toString('hex'), randomBytes(8).toString('hex')]
    const codec = `(${createValueCodec.toString()})()`
    const end = (names: object) =>
      `(${createWorldEnd.toString()})(${codec}, ${JSON.stringify(names)})`
    const doors = JSON.stringify({ binding: this.binding, door: this.door })
    const script = await readFile(preload, 'utf8')
    const inTop = (source: string) => `if (window === window.top) {${source}\n}`
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD) this.contextId = context.id
    })
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.contextId) this.contextId = undefined
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.binding) void this.hear(payload, executionContextId)
    })
    await cdp.send('Runtime.enable')
    await cdp.send('Page.enable')
    await cdp.send('Runtime.addBinding', { name: this.binding, executionContextName: WORLD })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: inTop(end({ out: a, in: b })),
    })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: WORLD,
      source: inTop(
        `const require = (${createPreloadRequire.toString()})(${codec}, ${end({ out: b, in: a })}, ${doors});
        (function () {${script}\n})();`,
      ),
    })
  }

  private async hear(payload: string, contextId: number): Promise<void> {
    const { op, id, channel, args } = JSON.parse(payload)
    const decoded = valueCodec.decode(args) as unknown[]
    const senderFrame = this.page ? topFrame(this.page) : null
    const event = { sender: this, senderFrame }
    if (op === 'send') return void ipcMain.emit(channel, event, ...decoded)
    const { ok, value } = await answerInvoke(event, channel, decoded)
    await this.callDoor(`settle(${id}, ${ok}, ${JSON.stringify(value)})`, contextId)
  }

  private async callDoor(call: string, contextId: number): Promise<void> {
    // The page may have gone meanwhile; then nobody waits any more.
    await this.cdp
      ?.send('Runtime.evaluate', { contextId, expression: `globalThis.${this.door}.${call}` })
      .catch(() => {})
  }

  private takeOwnLoad(url: string): boolean {
    const isOwn = this.ownLoad === url
    if (isOwn) this.ownLoad = undefined
    return isOwn
  }

  private async decideWindow(popup: Page): Promise<void> {
    const decision = this.windowOpenHandler?.({ url: fromChromium(popup.url()) })
    if (decision?.action === 'deny') return popup.close()
    throw new Error('the stand-in does not cover windows opened by a page')
  }

  async load(url: string): Promise<void> {
    if (!this.page) throw new Error('not attached')
    await applyPermissions(chromiumContext(), url)
    this.ownLoad = new URL(url).href
    await this.page.goto(toChromium(url))
    this.emit('did-finish-load')
  }

  setWindowOpenHandler(handler: (details: { url: string }) => OpenDecision): void {
    this.windowOpenHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    const text = valueCodec.encode(args)
    const call = `deliver(${JSON.stringify(channel)}, ${JSON.stringify(text)})`
    if (this.contextId !== undefined) void this.callDoor(call, this.contextId)
  }

  getURL(): string {
    return this.page ? fromChromium(this.page.url()) : ''
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  markDestroyed(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.emit('destroyed')
  }

  async printToPDF(): Promise<Buffer> {
    const made = await this.cdp?.send('Page.printToPDF', { printBackground: true })
    return Buffer.from(made?.data ?? '', 'base64')
  }

  async capturePage(): Promise<{ toPNG(): Buffer }> {
    const png = (await this.page?.screenshot()) ?? Buffer.alloc(0)
    return { toPNG: () => png }
  }
}
