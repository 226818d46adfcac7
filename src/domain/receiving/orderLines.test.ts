import { describe, expect, it } from 'vitest'
import type { PurchaseOrderLine } from '../record/inbound.ts'
import { skuIdOf } from '../record/place.ts'
import { addToLines, orderProgress, orderStateOf } from './orderLines.ts'

const line = (no: number, sku: string, orderedQty: number, goodQty = 0): PurchaseOrderLine => ({
  line: no,
  skuId: skuIdOf(sku),
  orderedQty,
  priceFen: 100,
  casePackQty: 1,
  goodQty,
  damagedQty: 0,
})

const add = (lines: readonly PurchaseOrderLine[], qty: number) =>
  addToLines(lines, { skuId: skuIdOf('A'), qty, finding: 'good' })

const goodOf = (lines: readonly PurchaseOrderLine[]) => lines.map((row) => row.goodQty)

describe('pieces of a SKU that is in two lines', () => {
  const lines = [line(1, 'A', 5), line(2, 'B', 3), line(3, 'A', 5)]

  it('fill the first line before the second, and what is over goes to the last', () => {
    expect(goodOf(add(lines, 4))).toEqual([4, 0, 0])
    expect(goodOf(add(lines, 7))).toEqual([5, 0, 2])
    expect(goodOf(add(lines, 12))).toEqual([5, 0, 7])
  })

  it('come off the last line first', () => {
    expect(goodOf(add(add(lines, 7), -3))).toEqual([4, 0, 0])
  })
})

describe('an order', () => {
  it('is received when nothing is open, and closed short when some pieces never come', () => {
    expect(orderStateOf([line(1, 'A', 5)])).toBe('open')
    expect(orderStateOf([line(1, 'A', 5, 4)])).toBe('receiving')
    expect(orderStateOf([line(1, 'A', 5, 6)])).toBe('received')
    expect(orderStateOf([{ ...line(1, 'A', 5, 4), shortQty: 1 }])).toBe('closedShort')
  })

  it('is no longer short of pieces that came after all', () => {
    const [late] = add([{ ...line(1, 'A', 5, 3), shortQty: 2 }], 1)
    expect(late).toMatchObject({ goodQty: 4, shortQty: 1 })
  })

  it('counts over-deliveries of one line not as progress of another', () => {
    const lines = [line(1, 'A', 5, 9), line(2, 'B', 5)]
    expect(orderProgress(lines)).toEqual({ doneQty: 5, totalQty: 10, openLines: 1 })
  })
})
