import { describe, expect, it } from 'vitest'
import { skuIdOf } from '../record/place.ts'
import { contentOf, differs, expectWeight, toleranceOf } from './weighCheck.ts'

describe('how far a parcel may be off', () => {
  it.each([
    [452, 420, 6, 30, true],
    [449, 420, 6, 30, false],
    [1300, 1250, 10, 63, false],
    [1320, 1250, 10, 63, true],
    [1320, 1250, 40, 80, false],
    [1320, 1250, null, 125, false],
    [1390, 1250, null, 125, true],
    [450, 420, 6, 30, false],
    [561, 500, 6, 60, true],
    [560, 500, 6, 60, false],
  ] as const)('%d g where %d g are expected, σ %s: ±%d g, stopped: %s', (...row) => {
    const [weightG, of, sigmaG, toleranceG, stops] = row
    const expected = toleranceOf(of, sigmaG)
    expect(expected).toEqual({ expectedG: of, toleranceG })
    expect(differs(weightG, expected)).toBe(stops)
  })
})

describe('what a parcel should weigh', () => {
  it('is the sum of its parts until three of the same content were weighed, then their median', () => {
    expect(expectWeight(1_250, [])).toEqual({ expectedG: 1_250, toleranceG: 125 })
    expect(expectWeight(1_250, [1_300, 1_320])).toEqual({ expectedG: 1_250, toleranceG: 125 })
    expect(expectWeight(1_250, [1_330, 1_310, 1_320])).toEqual({ expectedG: 1_320, toleranceG: 66 })
    expect(expectWeight(1_250, [1_330, 1_310, 1_320, 1_325]).expectedG).toBe(1_323)
  })

  it('may be off by two deviations of those before', () => {
    // Mean 1250, squares 8 × 1600, σ = √(12800 / 7) = 42.8.
    const weighed = [1_210, 1_290, 1_210, 1_290, 1_210, 1_290, 1_210, 1_290]
    expect(expectWeight(900, weighed)).toEqual({ expectedG: 1_250, toleranceG: 86 })
  })
})

describe('the same content', () => {
  const line = (orderLine: number, sku: string, qty: number, lot = '') => ({
    orderLine,
    skuId: skuIdOf(sku),
    lot,
    qty,
  })

  it('has the same SKUs, pieces and carton, in whatever order, lot and line', () => {
    const one = contentOf({
      lines: [line(1, 'B', 1), line(2, 'A', 1, 'L1'), line(3, 'A', 1, 'L2')],
    })
    expect(one).toBe('A*2,B*1|')
    expect(contentOf({ lines: [line(1, 'A', 2), line(2, 'B', 1)] })).toBe(one)
    expect(contentOf({ lines: [line(1, 'A', 2), line(2, 'B', 1)], cartonType: 'X' })).not.toBe(one)
    expect(contentOf({ lines: [line(1, 'A', 1), line(2, 'B', 1)] })).not.toBe(one)
  })
})
