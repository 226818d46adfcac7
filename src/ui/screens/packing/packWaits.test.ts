import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { createWords } from '../../words/i18n.ts'
import { packSamples } from './packSamples.tsx'

const drawn = (id: string): string => {
  const sample = packSamples.find((each) => each.id === id)
  return renderToStaticMarkup(
    createElement(I18nextProvider, { i18n: createWords('en') }, sample?.render()),
  )
}

test('while the printer has no paper nobody is told to stick the waybill on or that it is printing', () => {
  const html = drawn('pack/labelWaits')
  expect(html).toContain('HPRT SL42 is out of paper: load paper')
  expect(html).toContain('data-code="PACK-047"')
  expect(html).toContain('data-level="attention"')
  expect(html).not.toContain('is printing')
  expect(html).not.toContain('Stick the waybill on, scan it to close')
})

test('once the printer works the usual words stand again', () => {
  expect(drawn('pack/scanBack')).toContain('Stick the waybill on, scan it to close')
})
