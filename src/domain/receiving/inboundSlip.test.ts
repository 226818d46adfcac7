import { expect, it } from 'vitest'
import type { Receipt } from '../record/inbound.ts'
import { binIdOf, skuIdOf } from '../record/place.ts'
import { inboundSlip } from './inboundSlip.ts'

const receipt: Receipt = {
  id: 'r2',
  purchaseOrderId: 'PO1',
  supplierName: 'S',
  deliveryNoteNo: 'DN-77',
  state: 'posted',
  lines: [
    {
      line: 1,
      skuId: skuIdOf('A'),
      lot: 'L1',
      producedOn: '',
      expiresOn: '2027-12-31',
      goodQty: 7,
      damagedQty: 1,
      overQty: 0,
      wrongQty: 0,
    },
  ],
  stagingBinId: binIdOf('RECV-01'),
  operatorId: 'op1',
  openedAtMs: 1,
  postedAtMs: 2,
}

it('the inbound slip prices good pieces alone, and numbers the receipts of an order', () => {
  const line = {
    line: 1,
    skuId: skuIdOf('A'),
    orderedQty: 20,
    priceFen: 150,
    casePackQty: 1,
    goodQty: 7,
    damagedQty: 1,
  }
  const order = {
    id: 'PO1',
    supplierId: 'S1',
    supplierName: 'S',
    expectedOn: '2026-11-03',
    state: 'receiving' as const,
    lines: [line],
    skuIds: [line.skuId],
    deliveryNoteNos: ['DN-77'],
    freightFen: 1200,
  }
  const slip = inboundSlip({ receipt, order, earlier: 1, skuOf: () => undefined })
  expect(slip).toMatchObject({ no: 'PO1-2', goodQty: 7, damagedQty: 1, totalFen: 1050 })
  // Freight and payments stand on the first slip of an order; nobody said what was paid.
  expect(slip).toMatchObject({ freightFen: null, paidFen: null })
  const first = inboundSlip({ receipt, order, earlier: 0, skuOf: () => undefined })
  expect(first).toMatchObject({ no: 'PO1-1', freightFen: 1200, paidFen: null })
  expect(slip.lines[0]).toMatchObject({ name: 'A', orderedQty: 20, lot: 'L1' })
})
