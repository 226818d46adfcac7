import type { Page } from 'playwright-core'

/** Where the focus can be when a scan comes. The first three are found in the station itself where they
 *  are there; the others are planted, so that they always are. */
export const FOCI = [
  'body',
  'rail',
  'help',
  'input',
  'textarea',
  'select',
  'dialog',
  'aside',
  'editable',
] as const

/** Tag and attributes of what is planted; a select and a text of its own keys must not react to a scan. */
const PLANTED: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['input', {}],
  ['textarea', {}],
  ['select', {}],
  ['button', { 'data-in': 'dialog', type: 'button' }],
  ['a', { 'data-in': 'aside', href: '#planted' }],
  ['div', { contenteditable: 'true', role: 'textbox' }],
]

/** Puts the planted elements below the station's own. */
async function plant(page: Page): Promise<void> {
  await page.evaluate((planted) => {
    const holder = document.createElement('div')
    holder.id = 'planted'
    document.body.append(holder)
    for (const [tag, attributes] of planted) {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      const around = document.createElement(element.dataset['in'] ?? 'div')
      if (around.localName === 'dialog') around.setAttribute('open', '')
      if (around.localName === 'dialog') around.setAttribute('role', 'dialog')
      if (element instanceof HTMLSelectElement)
        for (const text of ['0', '6', '9']) element.add(new Option(text))
      around.append(element)
      holder.append(around)
    }
  }, PLANTED)
}

const SELECTORS: Readonly<Record<string, string>> = {
  rail: '[data-testid=commands] button',
  help: '[data-station=help] input',
  input: '#planted input',
  textarea: '#planted textarea',
  select: '#planted select',
  dialog: '#planted dialog button',
  aside: '#planted aside a',
  editable: '#planted [contenteditable]',
}

/** Moves the focus on after each Enter, in the page itself: no message can come too late for the next
 *  scan. Counts for how many scans each place really held the focus. */
export async function startFocusTour(page: Page): Promise<void> {
  await plant(page)
  await page.evaluate(
    ({ foci, selectors }) => {
      const held: Record<string, number> = Object.fromEntries(foci.map((name) => [name, 0]))
      let no = 0
      let name = 'body'
      // At Enter the station may have parked the focus already: what counts is where the keys went.
      const count = (event: KeyboardEvent) => {
        const focused = (each: string) =>
          document.activeElement?.matches(selectors[each] ?? ':not(*)')
        if (event.code === 'Enter') held[name] = (held[name] ?? 0) + 1
        else name = foci.find(focused) ?? 'body'
      }
      const move = () => {
        no += 1
        const at = (place: string | undefined) =>
          document.querySelector<HTMLElement>(selectors[place ?? ''] ?? ':not(*)')
        const next = at('help') ?? at(foci[no % foci.length])
        // After the station has put the focus where it wants it.
        setTimeout(() => next?.focus(), 4)
      }
      const capture = { capture: true }
      addEventListener('keydown', count, capture)
      addEventListener('keyup', (event) => event.code === 'Enter' && move(), capture)
      Object.assign(window, { focusHeld: held })
    },
    { foci: FOCI, selectors: SELECTORS },
  )
}

declare global {
  interface Window {
    focusHeld: Record<string, number>
  }
}

/** For how many scans each place held the focus, and what is left in the planted fields. */
export function readFocusTour(
  page: Page,
): Promise<{ held: Record<string, number>; left: string[]; chosen: number }> {
  return page.evaluate(() => {
    const fields = [
      ...document.querySelectorAll<HTMLInputElement>('#planted input, #planted textarea'),
    ]
    const editable = document.querySelector('#planted [contenteditable]')?.textContent ?? ''
    const own = [...document.querySelectorAll<HTMLInputElement>('#root input')]
    const chosen = document.querySelector<HTMLSelectElement>('#planted select')?.selectedIndex ?? -1
    const left = [...fields, ...own].map((field) => field.value)
    return { held: window.focusHeld, left: [...left, editable].filter(Boolean), chosen }
  })
}
