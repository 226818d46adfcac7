import type { CancelTimer, Timers } from '@/kernel/timers.ts'
import { findFocusedField } from './fieldMemory.ts'

/** A field nobody types in gives the focus back after this long. */
export const FIELD_IDLE_MS = 10_000

/** Inside these the focus stays where it is: they manage it themselves. */
const OWN_FOCUS = '[role=dialog],[role=listbox],[role=menu],select,[data-own-focus]'

export interface FocusPark {
  /** Takes the focus away from wherever it is. */
  park(): void
  /** A person is at work in the field: its idle time starts anew. */
  touch(): void
  dispose(): void
}

/** Keeps the focus on an element that is not editable: an input method cannot wake there, and so
 *  cannot eat a scan. `changed` is told whenever a field takes or loses the focus. */
export function createFocusPark(
  window: Window,
  timers: Timers,
  changed: (fieldOpen: boolean) => void,
): FocusPark {
  const { document } = window
  const zone = addZone(document)
  const stop = new AbortController()
  let cancelIdle: CancelTimer = () => {}

  const park = () => {
    cancelIdle()
    zone.focus({ preventScroll: true })
  }
  const touch = () => {
    cancelIdle()
    if (findFocusedField(document) !== null) cancelIdle = timers.after(FIELD_IDLE_MS, park)
  }
  const settle = () => {
    const { activeElement } = document
    const owned = activeElement?.closest(OWN_FOCUS) ?? null
    if (owned === null && findFocusedField(document) === null) park()
    changed(findFocusedField(document) !== null)
    touch()
  }
  // The focus has not moved yet while its events run.
  const settleSoon = () => void timers.after(0, settle)
  const options = { capture: true, signal: stop.signal }
  for (const type of ['click', 'focus', 'blur'] as const)
    window.addEventListener(type, (event) => isOwnMove(event, window) || settleSoon(), options)
  document.addEventListener('focusin', () => changed(findFocusedField(document) !== null), options)
  document.addEventListener('input', touch, options)
  settle()
  return {
    park,
    touch,
    dispose() {
      cancelIdle()
      stop.abort()
      zone.remove()
    },
  }
}

/** Focus events of elements reach the window too: only a loss to nowhere and the window's own
 *  events ask for parking, so Tab can still walk through the buttons. */
function isOwnMove(event: Event, window: Window): boolean {
  if (event.type === 'click' || event.target === window) return false
  if (event.type === 'focus') return true
  return event instanceof FocusEvent && event.relatedTarget !== null
}

function addZone(document: Document): HTMLElement {
  const zone = document.createElement('div')
  zone.tabIndex = -1
  zone.dataset.testid = 'scan-zone'
  zone.style.cssText = 'position:fixed;left:0;top:0;width:1px;height:1px;outline:none'
  document.body.append(zone)
  return zone
}
