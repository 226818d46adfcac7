import { expect, it } from 'vitest'
import { skuIdOf } from '../record/place.ts'
import { receivingScans } from './receivingScans.ts'

const line = (no: number, sku: string, orderedQty: number, goodQty = 0) => ({
  line: no,
  skuId: skuIdOf(sku),
  orderedQty,
  priceFen: 1,
  casePackQty: 1,
  goodQty,
  damagedQty: 0,
})

it('an order takes one scan, each line one scan and its number, a large number one scan more', () => {
  const lines = [line(1, 'A', 1), line(2, 'B', 100), line(3, 'C', 5, 5), line(4, 'D', 3)]
  const order = {
    id: 'PO1',
    supplierId: '',
    supplierName: '',
    expectedOn: '',
    state: 'open' as const,
    lines,
    skuIds: lines.map((row) => row.skuId),
    deliveryNoteNos: [],
  }
  const given = receivingScans(order, (skuId) => ({
    code: `code-${skuId}`,
    lot: skuId === 'D' ? { lot: 'L1', day: '271231' } : null,
  }))
  expect(given.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'scan PO1',
    'scan code-A',
    'scan code-B',
    'keys 100',
    'scan code-B',
    'scan code-D',
    'scan L1',
    'keys 271231',
    'keys 3',
  ])
})
