import { describe, expect, test } from 'vitest'
import { fillTemplate } from './fillTemplate.ts'
import { code, rule, text } from './parts.ts'
import { ownAreaOf, shippedTemplates, templateBook, templateOf } from './templateBook.ts'

const at8 = { dotsPerMm: 8 } as const

function fill(nodes: Parameters<typeof make>[0], fields: Record<string, string>) {
  return fillTemplate(make(nodes), fields, at8).nodes
}
const make = (nodes: ReturnType<typeof templateOf>['nodes']) => ({ ...templateOf('goods'), nodes })

describe('a filled template', () => {
  test('puts values in the place of field names and leaves empty texts out', () => {
    const nodes = [
      text('{name} / {spec}', [0, 0, 50], { sizePt: 8 }),
      text('{lot}', [0, 5, 50], { sizePt: 8 }),
      text('always', [0, 9, 50], { sizePt: 8 }),
      { ...rule(0, 8, 50), onlyWith: 'lot' },
    ]
    const texts = fill(nodes, { name: 'A', spec: 'B', lot: '' })
    expect(texts.map((node) => ('text' in node ? node.text : node.kind))).toEqual([
      'A / B',
      'always',
    ])
  })

  test('a text grows down to what is drawn below it', () => {
    const nodes = [
      text('{name}', [0, 0, 50, 5], { sizePt: 8, grows: true }),
      text('{lot}', [0, 10, 50], { sizePt: 8 }),
      text('{spec}', [0, 20, 50], { sizePt: 8 }),
    ]
    const heightOf = (fields: Record<string, string>) =>
      fill(nodes, fields).map((node) => ('heightMm' in node ? node.heightMm : null))[0]
    expect(heightOf({ name: 'A', lot: 'L', spec: 'S' })).toBeCloseTo(9.7)
    expect(heightOf({ name: 'A', lot: '', spec: 'S' })).toBeCloseTo(19.7)
    expect(heightOf({ name: 'A', lot: '', spec: '' })).toBeCloseTo(39.7)
  })

  test('draws EAN-13 where the text is one and Code 128 else', () => {
    const bars = [code('barcode', '{barcode}', [0, 0, 60, 10])]
    expect(fill(bars, { barcode: '6901234567892' })[0]?.kind).toBe('ean13')
    expect(fill(bars, { barcode: '6901234567891' })[0]?.kind).toBe('code128')
  })
})

describe('the templates of a shop', () => {
  const shipped = templateOf('goods')
  const own = { ...shipped, nodes: shipped.nodes.slice(0, 1) }

  test('stand in the place of the shipped ones until those are restored', () => {
    const saved = templateBook([{ id: shipped.id, file: JSON.stringify(own), atMs: 1 }])
    expect(templateOf('goods', saved)).toEqual(own)
    expect(templateBook([{ id: shipped.id, file: '', atMs: 2 }])).toEqual(shippedTemplates)
  })

  test('of another size follow the shipped ones', () => {
    const other = { ...own, id: 'goods-70x50', widthMm: 70, heightMm: 50 }
    expect(templateBook([{ id: other.id, file: JSON.stringify(other), atMs: 1 }]).at(-1)).toEqual(
      other,
    )
  })

  test.each([
    [100, 60, 'ownArea-100x60'],
    [100, 59.6, 'ownArea-100x60'],
    [100, 65, 'ownArea-100x60'],
    [102, 90, 'ownArea-100x70'],
    [100, 20, 'ownArea-100x50'],
    [76, 50, 'ownArea-76x50'],
  ])('for %d × %d mm of own area the fitting one is taken', (widthMm, heightMm, id) => {
    expect(ownAreaOf({ widthMm, heightMm }, shippedTemplates).id).toBe(id)
  })
})
