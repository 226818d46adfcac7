import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FileButton } from './FileButton.tsx'

let root: Root
let told: string[]

beforeEach(async () => {
  told = []
  const holder = document.createElement('div')
  document.body.replaceChildren(holder)
  root = createRoot(holder)
  const tell = (files: readonly File[]) => void told.push(files.map(({ name }) => name).join())
  root.render(
    <FileButton accept=".json" multiple testId="files" onFiles={tell}>
      …
    </FileButton>,
  )
  await vi.waitFor(() => {
    if (!field()) throw new Error('not drawn')
  })
})
afterEach(() => root.unmount())

const field = () => document.querySelector<HTMLInputElement>('[data-testid=files]')

/** As the browser does when its list of files is closed with these. */
function choose(...names: readonly string[]): void {
  const input = field()
  const list = new DataTransfer()
  for (const name of names) list.items.add(new File(['{}'], name))
  if (input) input.files = list.files
  input?.dispatchEvent(new Event('change', { bubbles: true }))
  expect(input?.value).toBe('')
}

test('a file chosen a second time is told a second time', () => {
  choose('a.json')
  choose('a.json', 'b.json')
  expect(told).toEqual(['a.json', 'a.json,b.json'])
})

test('a list of files that is closed without a choice tells nothing', () => {
  choose()
  expect(told).toEqual([])
})
