import type { Page } from 'playwright-core'
import { fromChromium } from './schemes.ts'

/** What `event.senderFrame` of Electron tells; only top frames have a preload here. */
export interface FrameFacts {
  readonly url: string
  readonly origin: string
  readonly parent: null
}

/** The top frame of a page, in real addresses. */
export function topFrame(page: Page): FrameFacts {
  const url = fromChromium(page.url())
  const { protocol, host } = new URL(url)
  return { url, origin: host === '' ? 'null' : `${protocol}//${host}`, parent: null }
}
