import { describe, expect, test } from 'vitest'
import type { LabelModel, LabelNode } from '../labelModel.ts'
import { markReprint } from './markReprint.ts'
import { textNode } from './nodes.ts'

const label = (...nodes: LabelNode[]): LabelModel => ({
  version: 1,
  widthMm: 60,
  heightMm: 40,
  nodes,
})
const at = { xMm: 2, yMm: 2, widthMm: 50, sizePt: 8 }
const textsOf = ({ nodes }: LabelModel) =>
  nodes.map((node) => ('text' in node ? node.text : node.kind))

describe('the mark of a reprint', () => {
  test('is not on the first print', () => {
    const first = label(textNode('name', at))
    expect(markReprint(first, 0, '补打')).toBe(first)
  })

  test('begins the words that leave most room', () => {
    const full = textNode('很长的商品名称很长的商品名称很长', at)
    const short = textNode('A-03-2-05', { ...at, yMm: 8 })
    expect(textsOf(markReprint(label(full, short), 2, '补打'))).toEqual([
      '很长的商品名称很长的商品名称很长',
      '补打 2 · A-03-2-05',
    ])
  })

  test('stands in the corner of a label without words', () => {
    const bars = { kind: 'qr', xMm: 20, yMm: 10, moduleDots: 4, text: 'A' } as const
    expect(textsOf(markReprint(label(bars), 1, '补打'))).toEqual(['A', '补打 1'])
  })
})
