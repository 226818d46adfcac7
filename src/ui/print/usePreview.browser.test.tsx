import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHostJobs } from './hostJobs.ts'
import { PrintsContext, type PrintsPorts, usePreview } from './PrintsContext.ts'
import { createStationPrinters } from './stationPrinters.ts'

/** Goal: the picture beside a print is that of the print. Method: the real hook, pictures given by hand. */
const printers = createStationPrinters()
let root: Root
let host: HTMLElement
let asked: { id: string; give(png: Uint8Array | null): void; fail(): void }[]

const ports: PrintsPorts = {
  hostJobs: createHostJobs(),
  printers,
  preview: (id) =>
    new Promise((give, reject) => {
      asked.push({ id, give, fail: () => reject(new Error('gone')) })
    }),
}

function Shown({ id }: { readonly id: string | null }) {
  const png = usePreview(id)
  return <p>{png === null ? 'none' : png.join()}</p>
}

const show = (id: string | null) =>
  root.render(
    <PrintsContext value={ports}>
      <Shown id={id} />
    </PrintsContext>,
  )
const expectShown = (text: string) => vi.waitFor(() => expect(host.textContent).toBe(text))
const expectAsked = (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count))

beforeEach(() => {
  asked = []
  printers.setState({ printers: null })
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
})
afterEach(() => {
  root.unmount()
  host.remove()
})

test('the picture of another print is never shown, however late it comes', async () => {
  show('p1')
  await expectAsked(1)
  show('p2')
  await expectAsked(2)
  asked[1]?.give(Uint8Array.of(2))
  await expectShown('2')
  asked[0]?.give(Uint8Array.of(1))
  show('p2')
  await expectShown('2')
  show('p3')
  await expectShown('none')
})

test('a print without a picture, or none at all, shows none', async () => {
  show(null)
  await expectShown('none')
  expect(asked).toEqual([])
  show('p1')
  await expectAsked(1)
  asked[0]?.fail()
  await expectShown('none')
})

test('is asked for again when another printer becomes known: it may have the paper', async () => {
  show('p1')
  await expectAsked(1)
  asked[0]?.give(null)
  await expectShown('none')
  printers.setState({ printers: [{ printerId: 'other' } as never] })
  await expectAsked(2)
  asked[1]?.give(Uint8Array.of(7))
  await expectShown('7')
})
