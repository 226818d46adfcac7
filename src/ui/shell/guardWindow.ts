/** Keys of the browser that would throw away or cover the job. */
const GUARDED: readonly string[] = [
  'F5',
  'ctrl+KeyR',
  'ctrl+KeyW',
  'ctrl+KeyP',
  'ctrl+KeyS',
  'ctrl+KeyF',
]

/** Keeps a station a station: no reload or close by a slip, no context menu, no zoom by pinch or
 *  wheel, no files dropped onto the page, no spelling or autofill in fields. Returns how to stop. */
export function guardWindow(window: Window): () => void {
  const stop = new AbortController()
  const options = { capture: true, passive: false, signal: stop.signal }
  const prevent = (event: Event) => event.preventDefault()
  for (const type of ['contextmenu', 'dragover', 'drop', 'gesturestart'])
    window.addEventListener(type, prevent, options)
  window.addEventListener('keydown', (event) => isGuarded(event) && prevent(event), options)
  window.addEventListener('wheel', (event) => event.ctrlKey && prevent(event), options)
  window.document.addEventListener('focusin', ({ target }) => quietField(target), options)
  return () => stop.abort()
}

function isGuarded(event: KeyboardEvent): boolean {
  const ctrl = event.ctrlKey || event.metaKey ? 'ctrl+' : ''
  return GUARDED.includes(ctrl + event.code) || GUARDED.includes(event.code)
}

/** Suggestions of the browser would cover the screen and could be taken by a suffix key. */
function quietField(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
  target.autocomplete = 'off'
  target.spellcheck = false
  target.setAttribute('autocapitalize', 'off')
  target.setAttribute('autocorrect', 'off')
}
