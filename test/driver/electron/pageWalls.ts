import type { CDPSession } from 'playwright-core'
import { preventable } from './guard.ts'
import { fromChromium, handlerOf } from './schemes.ts'

interface PausedRequest {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  readonly redirectedRequestId?: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Record<string, string>
    readonly postData?: string
  }
}

export interface PageWallOptions {
  readonly cdp: CDPSession
  /** Frame id of the top frame. */
  readonly topFrameId: string
  /** True once for a document that `loadURL` asked for. */
  readonly takeOwnLoad: (url: string) => boolean
  readonly emit: (event: string, navigation: object) => void
}

/** Answers our schemes from `protocol.handle`, and asks the navigation events before any document that
 *  `loadURL` did not ask for. */
export async function buildPageWalls(options: PageWallOptions): Promise<void> {
  const { cdp } = options
  cdp.on('Fetch.requestPaused', (paused) => {
    // A page that closes meanwhile takes its requests along.
    void answerPaused(options, paused).catch(() => {})
  })
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function answerPaused(options: PageWallOptions, paused: PausedRequest): Promise<void> {
  const { cdp } = options
  const { requestId } = paused
  const url = fromChromium(paused.request.url)
  if (paused.resourceType === 'Document' && isPrevented(options, paused, url)) {
    await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    return
  }
  const handler = handlerOf(url)
  if (!handler) {
    await cdp.send('Fetch.continueRequest', { requestId })
    return
  }
  const { method, headers, postData } = paused.request
  const body = method === 'GET' || method === 'HEAD' ? null : (postData ?? '')
  const response = await handler(new Request(url, { method, headers, body }))
  await cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

function isPrevented(options: PageWallOptions, paused: PausedRequest, url: string): boolean {
  const isTop = paused.frameId === options.topFrameId
  if (isTop && options.takeOwnLoad(url)) return false
  const names = paused.redirectedRequestId
    ? ['will-redirect']
    : ['will-frame-navigate', ...(isTop ? ['will-navigate'] : [])]
  return names.some((name) => {
    const navigation = preventable({ url, isMainFrame: isTop, isSameDocument: false })
    options.emit(name, navigation)
    return navigation.defaultPrevented
  })
}
