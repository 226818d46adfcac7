import { describe, expect, it } from 'vitest'
import type { PileRow } from '@/store/queries/shipping/readHandover.ts'
import type { ShippingState } from '@/workflow/shipping/shippingState.ts'
import { shipNow, shipProgress } from './shipNow.ts'

const hand = { carrierId: 'STO', carrierName: 'STO', badge: 'B', countQty: 2, leftQty: 0 }
const all: ShippingState = {
  kind: 'scanParcel',
  hand,
  asked: { kind: 'badge', code: 'B' },
  warnedNo: '',
}
const pileOf = (scannedQty: number, left: readonly string[]): PileRow => ({
  carrierId: 'STO',
  name: 'STO',
  badge: 'B',
  cutoff: '18:00',
  scannedQty,
  leftQty: left.length,
  left,
})

describe('a pile whose last parcel was scanned', () => {
  it('is complete, and asks for the badge without showing it', () => {
    expect(shipNow(all, [pileOf(2, [])])).toMatchObject({ key: 'scanBadge', code: undefined })
    expect(shipProgress(all, [pileOf(2, [])])).toEqual({ done: 2, total: 2 })
  })

  it('is no longer complete once another parcel was closed', () => {
    const piles = [pileOf(2, ['N3'])]
    expect(shipNow(all, piles)).toMatchObject({ key: 'scanParcel', code: 'N3' })
    expect(shipProgress(all, piles)).toEqual({ done: 2, total: 3 })
  })

  it('is believed to the machine while the pile still shows the moment before', () => {
    const piles = [pileOf(1, ['N2'])]
    expect(shipNow(all, piles)).toMatchObject({ key: 'scanBadge' })
    expect(shipProgress(all, piles)).toEqual({ done: 2, total: 2 })
  })
})

describe('the next parcel of a pile', () => {
  const asked = { ...all, asked: { kind: 'parcel', code: 'N4' } } as const

  it('is the one named, or the first that is left', () => {
    expect(shipNow(asked, [pileOf(2, ['N3', 'N4'])]).code).toBe('N4')
    expect(shipNow(asked, [pileOf(2, ['N3'])]).code).toBe('N3')
    expect(shipNow(asked, []).code).toBe('N4')
  })
})
