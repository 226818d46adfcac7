import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { createWords } from '../../words/i18n.ts'
import { printsSamples } from './printsSamples.tsx'

const drawn = (id: string): string => {
  const sample = printsSamples.find((each) => each.id === id)
  return renderToStaticMarkup(
    createElement(I18nextProvider, { i18n: createWords('en') }, sample?.render()),
  )
}

test('the list says how many labels wait for a printer', () => {
  expect(drawn('prints/list')).toContain('打包台 1: 23 labels wait')
})

test('where there is no picture words say so', () => {
  const html = drawn('prints/shownDoubt')
  expect(html).toContain('There is no picture of it.')
  expect(html).not.toContain('<canvas')
  expect(html).not.toContain('<img')
})
