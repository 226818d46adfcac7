import { afterEach, beforeEach, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { systemClock } from '@/kernel/clock.ts'
import { systemTimers } from '@/kernel/timers.ts'
import { createScanRouter, type ScanRouter } from './scanRouter.ts'
import { SCAN_QUEUE_MAX, type ScanInput } from './scanQueue.ts'
import type { ScanSample } from './scanSample.ts'
import { DEFAULT_SCANNER_PROFILE } from './scannerProfile.ts'
import { strokesOf } from './strokesOf.ts'

/** Goal: scans survive every focus and every browser habit. Method: real key events of Chromium,
 *  sent through its debugging protocol, so preventDefault, focus and text insertion are real. */
let router: ScanRouter
let inputs: ScanInput[]
let overflow: string[]
let fieldsOpened: number

beforeEach(() => {
  inputs = []
  overflow = []
  fieldsOpened = 0
  router = createScanRouter(window, {
    clock: systemClock,
    timers: systemTimers,
    onOverflow: (scan) => overflow.push(scan.raw),
    onOpenField: () => {
      fieldsOpened += 1
    },
    onFailed: (error) => {
      throw error
    },
  })
  router.setConsumer((input) => void inputs.push(input))
})

afterEach(() => {
  router.dispose()
  document.body.replaceChildren()
})

const raws = () => inputs.map(({ scan }) => scan.raw)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface KeyHow {
  readonly modifiers?: number
  readonly asIme?: boolean
}

async function press(code: string, key: string, how: KeyHow = {}): Promise<void> {
  const { modifiers = 0, asIme = false } = how
  const text = key.length === 1 && modifiers !== 2 && !asIme ? { text: key } : {}
  const enter = key === 'Enter' ? { text: '\r' } : {}
  const windowsVirtualKeyCode = asIme ? 229 : key === 'Enter' ? 13 : key.toUpperCase().charCodeAt(0)
  const shown = asIme ? 'Process' : key
  const event = { code, key: shown, modifiers, windowsVirtualKeyCode }
  // Sent together: a busy machine must not stretch the gaps between the keys.
  await Promise.all([
    cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...text, ...enter }),
    cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
  ])
}

async function type(text: string, gapMs = 0, how: KeyHow = {}): Promise<void> {
  const sent: Promise<void>[] = []
  for (const [at, { code, shift }] of strokesOf(text).entries()) {
    sent.push(press(code, text[at] ?? '', { modifiers: shift ? 8 : 0, ...how }))
    if (gapMs > 0) await pause(gapMs)
  }
  await Promise.all(sent)
}

async function scan(text: string, gapMs = 0, how: KeyHow = {}): Promise<void> {
  const typed = type(text, gapMs, how)
  if (gapMs > 0) await typed
  await Promise.all([typed, press('Enter', 'Enter')])
}

function add(html: string): HTMLElement {
  const holder = document.createElement('div')
  holder.innerHTML = html
  document.body.append(holder)
  const element = holder.firstElementChild
  if (!(element instanceof HTMLElement)) throw new Error('nothing added')
  return element
}

test.each([
  ['the scan zone', ''],
  ['a button', '<button id="f">go</button>'],
  ['a text field', '<input id="f" value="old">'],
  ['a text area', '<textarea id="f">old</textarea>'],
  ['an editable element', '<div id="f" contenteditable>old</div>'],
  ['a select', '<select id="f"><option>6</option><option>7</option></select>'],
  ['a dialog', '<div role="dialog"><input id="f" value="old"></div>'],
  ['a tick box', '<input id="f" type="checkbox">'],
])('with the focus on %s a scan is handled once and leaves no characters', async (_, html) => {
  if (html !== '') add(html)
  const focused = document.querySelector<HTMLElement>('#f')
  let clicks = 0
  focused?.addEventListener('click', () => {
    clicks += 1
  })
  focused?.focus()
  const before = focused instanceof HTMLInputElement ? focused.value : focused?.textContent
  await scan('A-03 2/05')
  await expect.poll(raws).toEqual(['A-03 2/05'])
  const after = focused instanceof HTMLInputElement ? focused.value : focused?.textContent
  expect(after).toBe(before)
  expect(clicks).toBe(0)
  const isTicked = focused instanceof HTMLInputElement && focused.checked
  expect(isTicked).toBe(false)
})

test('20 scans during a command that hangs are all answered, in order', async () => {
  let free = () => {}
  const hang = new Promise<void>((resolve) => {
    free = resolve
  })
  router.setConsumer(async (input) => {
    await hang
    inputs.push(input)
  })
  const codes = Array.from({ length: 20 }, (_, at) => `CODE-${at}`)
  for (const code of codes) {
    await scan(code)
    await pause(10)
  }
  expect(router.getState().waiting).toBe(20)
  free()
  await expect.poll(raws).toEqual(codes)
})

test('an input method that reports Process does not matter on the scan zone', async () => {
  await scan('YT12abc34', 0, { asIme: true })
  await expect.poll(raws).toEqual(['YT12abc34'])
  expect(inputs[0]?.fault).toBeNull()
})

test('in a field an input method that takes the keys makes the scan refused', async () => {
  const field = add('<input id="f" value="old">') as HTMLInputElement
  field.focus()
  await scan('YT12abc34', 0, { asIme: true })
  await expect.poll(() => inputs.length).toBe(1)
  expect(inputs[0]?.fault).toBe('composed')
  expect(field.value).toBe('old')
  expect(document.activeElement).not.toBe(field)
})

test('real composition at the pace of a scanner is discarded with words', async () => {
  const field = add('<input id="f" value="old">') as HTMLInputElement
  field.focus()
  field.setSelectionRange(3, 3)
  for (const text of ['y', 'yi', 'yit', 'yito', 'yiton', 'yitong'])
    await cdp().send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await expect.poll(() => inputs[0]?.fault).toBe('composed')
  await expect.poll(() => field.value).toBe('old')
})

test('CapsLock changes nothing: the place of the key and Shift decide', async () => {
  const presses = strokesOf('aBc').map(({ code, shift }, at) =>
    press(code, 'AbC'[at] ?? '', { modifiers: shift ? 8 : 0 }),
  )
  await Promise.all([...presses, press('Enter', 'Enter')])
  await expect.poll(raws).toEqual(['aBc'])
})

test('a scan during which the focus moves leaves no character in either field', async () => {
  const first = add('<input value="one">') as HTMLInputElement
  const second = add('<textarea>two</textarea>') as HTMLTextAreaElement
  await type('69')
  first.focus()
  await type('0123')
  second.focus()
  await scan('4567892')
  expect(raws()).toEqual(['6901234567892'])
  await expect.poll(() => [first.value, second.value]).toEqual(['one', 'two'])
})

test('typing at 120 ms a key in a field stays text', async () => {
  const field = add('<input id="f">') as HTMLInputElement
  field.focus()
  expect(router.getState().paused).toBe(true)
  await type('shoe 42', 120)
  await press('Enter', 'Enter')
  expect(field.value).toBe('shoe 42')
  expect(raws()).toEqual([])
  await expect.poll(() => router.getState().paused).toBe(false)
})

test('slow digits on the scan zone go to the number pad and Enter confirms them', async () => {
  await type('12', 200)
  expect(router.getState().pad).toBe('12')
  await press('Enter', 'Enter')
  await expect.poll(raws).toEqual(['12'])
  expect(inputs[0]?.scan.source).toBe('keypad')
  expect(router.getState().pad).toBe('')
})

test('the trigger pulled twice at once is one scan, and two after 900 ms', async () => {
  await scan('SKU-1')
  await pause(200)
  await scan('SKU-1')
  await pause(900)
  await scan('SKU-1')
  await expect.poll(() => inputs.map(({ fault }) => fault)).toEqual([null, 'repeat', null])
})

test('keys with a command send its code, from a field too', async () => {
  const field = add('<input id="f">') as HTMLInputElement
  await press('F2', 'F2')
  field.focus()
  await press('F9', 'F9')
  await expect.poll(raws).toEqual(['ZQUNDO0', 'ZQHOLDE'])
  expect(document.activeElement).not.toBe(field)
})

test('Ctrl+J ends a scan and is kept from the browser', async () => {
  await type('AB')
  let prevented = false
  const look = (event: Event) => {
    prevented = event.defaultPrevented
  }
  addEventListener('keydown', look, { capture: true, once: true })
  await press('KeyJ', 'j', { modifiers: 2 })
  await expect.poll(raws).toEqual(['AB'])
  expect(prevented).toBe(true)
})

test('the focus returns to the scan zone after a click, and stays in a field opened by a tap', async () => {
  const button = add('<button>go</button>')
  button.focus()
  button.click()
  await expect.poll(() => document.activeElement?.getAttribute('data-testid')).toBe('scan-zone')
  const field = add('<input>')
  field.focus()
  field.click()
  await pause(30)
  expect(document.activeElement).toBe(field)
  field.remove()
  await scan('A-1')
  await expect.poll(raws).toEqual(['A-1'])
})

test('a slash alone asks for a field', async () => {
  await type('/')
  await expect.poll(() => fieldsOpened).toBe(1)
  expect(raws()).toEqual([])
})

test('scans pushed by the host join the same queue; a serial trigger can fire twice', async () => {
  const base = { deviceId: 'serial-1', source: 'serial' } as const
  router.push({ ...base, raw: 'A', atMs: 1_000 })
  router.push({ ...base, raw: 'A', atMs: 1_300 })
  router.push({ ...base, raw: 'A', atMs: 2_200 })
  await expect.poll(() => inputs.map(({ fault }) => fault)).toEqual([null, 'repeat', null])
  expect(inputs.map(({ scan: { seq } }) => seq)).toEqual([1, 2, 3])
})

test('the scan after the 200th that waits is refused at once', () => {
  router.setConsumer(null)
  for (let at = 0; at <= SCAN_QUEUE_MAX; at += 1)
    router.push({ raw: `C-${at}`, source: 'cli', deviceId: 'cli' })
  expect(overflow).toEqual([`C-${SCAN_QUEUE_MAX}`])
})

test('while a scanner is learned a code arrives as it was sent, GS, prefix and suffix too', async () => {
  const samples: ScanSample[] = []
  router.sample((sample) => samples.push(sample))
  await type('~10AB')
  await press('BracketRight', ']', { modifiers: 2 })
  await scan('21X')
  await expect.poll(() => samples.length).toBe(1)
  expect(samples[0]).toMatchObject({ text: '~10AB\u001d21X', suffix: 'enter', twice: false })
  await expect.poll(raws).toEqual(['~10AB\u001d21X'])
})

test('while a scanner is learned a code without suffix is found out, and commands still work', async () => {
  const samples: ScanSample[] = []
  router.sample((sample) => samples.push(sample))
  await type('Packline-2468')
  await expect.poll(() => samples[0]?.suffix).toBe(null)
  await scan('~ZQBACKQ')
  await expect.poll(raws).toEqual(['Packline-2468', 'ZQBACKQ'])
  await press('Escape', 'Escape')
  await expect.poll(raws).toEqual(['Packline-2468', 'ZQBACKQ', 'ZQBACKQ'])
  expect(samples).toHaveLength(1)
})

test('a profile is in use from the moment it is set', async () => {
  router.use([{ ...DEFAULT_SCANNER_PROFILE, prefix: '~', suffixes: ['enter'], gsText: '|' }])
  await scan('~10AB|21X')
  await expect.poll(raws).toEqual(['10AB\u001d21X'])
})
