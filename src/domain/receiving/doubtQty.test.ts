import { describe, expect, it } from 'vitest'
import { LARGE_QTY, doubtQty } from './doubtQty.ts'

const of = (orderedQty: number, receivedQty: number, qty: number, more = {}) =>
  doubtQty({ orderedQty, receivedQty, shortQty: 0, toleranceBp: 0, qty, atOnceQty: qty, ...more })

describe('a number of pieces', () => {
  it('is believed up to what is ordered, and asked about one piece later', () => {
    expect(of(20, 18, 2)).toBeNull()
    expect(of(20, 18, 3)).toBe('over')
  })

  it('is believed up to the tolerance, and asked about one piece later', () => {
    expect(of(100, 100, 5, { toleranceBp: 500 })).toBeNull()
    expect(of(100, 103, 3, { toleranceBp: 500 })).toBe('over')
  })

  it('is asked about when it is more than a fifth over, whatever the tolerance', () => {
    expect(of(50, 50, 10, { toleranceBp: 5_000 })).toBeNull()
    expect(of(50, 50, 11, { toleranceBp: 5_000 })).toBe('over')
  })

  it('is asked about when it is large', () => {
    expect(of(500, 0, LARGE_QTY)).toBeNull()
    expect(of(500, 0, LARGE_QTY + 1)).toBe('large')
    expect(of(500, 99, 1, { atOnceQty: LARGE_QTY + 1 })).toBe('large')
  })

  it('counts pieces that were closed short as no longer expected', () => {
    expect(of(20, 10, 1, { shortQty: 10 })).toBe('over')
  })
})
