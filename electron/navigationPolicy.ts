import type { WebContents } from 'electron'
import { isOwnUrl } from './ownOrigin.ts'

interface Navigation {
  readonly url: string
  preventDefault(): void
}

/** Keeps a window on our own page: no other address, no new window, no webview, no chooser. */
export function setNavigationPolicy(contents: WebContents): void {
  const stayHome = (event: Navigation) => {
    if (!isOwnUrl(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stayHome)
  contents.on('will-frame-navigate', stayHome)
  contents.on('will-redirect', stayHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
