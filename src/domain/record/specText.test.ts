import { expect, it } from 'vitest'
import { markDiffering, specText, twinSpecs } from './specText.ts'

it.each([
  ['16开 平装', '', '', '16开 平装'],
  ['豆沙粉;S', '豆沙粉', 'S', '豆沙粉;S'],
  ['', '黑', 'M', '黑；M'],
  ['圆领', '黑', 'M', '圆领；黑；M'],
  ['', '', '', ''],
])('%s with colour %s and size %s says each once', (spec, colour, size, text) => {
  expect(specText({ spec, colour, size })).toBe(text)
})

it('marks the one word that tells two sizes apart', () => {
  expect(markDiffering('豆沙粉;S', ['豆沙粉;M'])).toEqual([
    { text: '豆沙粉', differs: false },
    { text: 'S', differs: true },
  ])
})

it('marks nothing where there is no twin', () => {
  expect(markDiffering('16开 平装', []).some(({ differs }) => differs)).toBe(false)
})

it('takes another SKU of the same name for a twin, not the same SKU twice', () => {
  const lines = [
    { skuId: 'S', name: 'T', spec: 's' },
    { skuId: 'M', name: 'T', spec: 'm' },
    { skuId: 'M', name: 'T', spec: 'm' },
    { skuId: 'B', name: 'Book', spec: 'b' },
  ]
  expect(twinSpecs({ skuId: 'S', name: 'T' }, lines)).toEqual(['m'])
  expect(twinSpecs({ skuId: 'B', name: 'Book' }, lines)).toEqual([])
})
