import type { Settings } from './settings.ts'
import { typeScale } from './typeScale.ts'

/** Puts language, theme, hand and type size on the page's root element. */
export function applySettings(window: Window, settings: Settings): void {
  const { screen } = window
  const root = window.document.documentElement
  const size = { widthPx: screen.width, heightPx: screen.height }
  const { unitPx, pxPerMm } = typeScale(size, settings)
  root.lang = settings.locale
  root.dataset.theme = settings.theme
  root.dataset.hand = settings.hand
  root.style.setProperty('--u', `${unitPx.toFixed(3)}px`)
  root.style.setProperty('--mm', `${pxPerMm.toFixed(3)}px`)
}
