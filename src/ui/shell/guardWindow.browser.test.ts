import { afterEach, beforeEach, expect, test } from 'vitest'
import { guardWindow } from './guardWindow.ts'

/** Goal: nothing of the browser covers the job or throws it away. */
let release: () => void
beforeEach(() => {
  release = guardWindow(window)
})
afterEach(() => {
  release()
  document.body.replaceChildren()
})

/** True when the browser would still act on it. */
const goesOn = (event: Event) => document.body.dispatchEvent(event)
const options = { bubbles: true, cancelable: true }
const key = (code: string, ctrlKey = false) =>
  new KeyboardEvent('keydown', { ...options, code, ctrlKey })

test.each([
  ['F5', key('F5')],
  ['Ctrl+W', key('KeyW', true)],
  ['Ctrl+R', key('KeyR', true)],
  ['Ctrl+P', key('KeyP', true)],
  ['the context menu', new MouseEvent('contextmenu', options)],
  ['a file dropped', new DragEvent('drop', options)],
  ['zoom by the wheel', new WheelEvent('wheel', { ...options, ctrlKey: true })],
])('%s does nothing on a station', (_name, event) => {
  expect(goesOn(event)).toBe(false)
})

test('plain keys and scrolling stay as they are', () => {
  expect(goesOn(key('KeyW'))).toBe(true)
  expect(goesOn(new WheelEvent('wheel', options))).toBe(true)
})

test('a field offers no words of the browser', () => {
  const field = document.createElement('input')
  document.body.append(field)
  field.focus()
  expect(field.autocomplete).toBe('off')
  expect(field.spellcheck).toBe(false)
  expect(field.getAttribute('autocapitalize')).toBe('off')
})
