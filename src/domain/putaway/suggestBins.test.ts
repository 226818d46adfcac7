import { describe, expect, it } from 'vitest'
import { type Bin, binIdOf, skuIdOf } from '../record/place.ts'
import type { AbcClass, Sku } from '../record/sku.ts'
import { type BinRoom, addToRoom, emptyRoom, fitPiece, fitPieces } from './binRoom.ts'
import { suggestBins } from './suggestBins.ts'

const sku = (code: string, more: Partial<Sku> = {}): Sku => ({
  id: skuIdOf(code),
  styleNo: '',
  name: code,
  spec: '',
  colour: '',
  size: '',
  category: '',
  weightG: 1000,
  lengthMm: 100,
  widthMm: 100,
  heightMm: 100,
  costFen: 0,
  priceFen: 0,
  lotTracked: 0,
  shelfLifeDays: null,
  abcClass: 'B',
  ...more,
})

const bin = (level: number, position: number, more: Partial<Bin> = {}): Bin => ({
  id: binIdOf(`A-01-${level}-0${position}`),
  code: `A-01-${level}-0${position}`,
  zone: 'storage',
  corridor: 'A',
  rack: 1,
  level,
  position,
  lengthMm: 500,
  widthMm: 500,
  heightMm: 400,
  weightLimitG: 100_000,
  role: 'pick',
  mixRule: 'any',
  ...more,
})

const piece = (of: Sku, qty: number, lot = '') => ({ sku: of, lot, qty })
const codesOf = (rooms: readonly BinRoom[], abcClass: AbcClass, qty = 1) =>
  suggestBins(piece(sku('A', { abcClass }), qty), rooms).map((row) => row.code)

describe('how many pieces a bin takes', () => {
  it('is limited by nine tenths of its volume, at the limit and one over', () => {
    const room = emptyRoom(bin(1, 1))
    expect(fitPiece(room, piece(sku('A'), 90))).toEqual({ qty: 90, fault: null })
    expect(fitPiece(room, piece(sku('A'), 91))).toEqual({ qty: 90, fault: 'binFull' })
  })

  it('is limited by its weight', () => {
    const room = emptyRoom(bin(1, 1, { weightLimitG: 5_000 }))
    expect(fitPiece(room, piece(sku('A'), 5)).fault).toBeNull()
    expect(fitPiece(room, piece(sku('A'), 6))).toEqual({ qty: 5, fault: 'tooHeavy' })
  })

  it('does not count sizes that are not known', () => {
    const unknown = sku('A', { lengthMm: 0, weightG: 0 })
    expect(fitPiece(emptyRoom(bin(1, 1)), piece(unknown, 9_999)).fault).toBeNull()
  })

  it('is none for what is longer than the bin in every position', () => {
    const room = emptyRoom(bin(1, 1))
    expect(fitPiece(room, piece(sku('A', { lengthMm: 501 }), 1)).fault).toBe('tooLong')
    expect(fitPiece(room, piece(sku('A', { heightMm: 500 }), 1)).fault).toBeNull()
  })

  it('follows the mixing rule', () => {
    const held = addToRoom(emptyRoom(bin(1, 1, { mixRule: 'oneSku' })), piece(sku('B'), 1))
    expect(fitPiece(held, piece(sku('A'), 1)).fault).toBe('mixSku')
    expect(fitPiece(held, piece(sku('B'), 1, 'L2')).fault).toBeNull()
    const oneLot = addToRoom(emptyRoom(bin(1, 1, { mixRule: 'oneLot' })), piece(sku('B'), 1, 'L1'))
    expect(fitPiece(oneLot, piece(sku('B'), 1, 'L1')).fault).toBeNull()
    expect(fitPiece(oneLot, piece(sku('B'), 1, 'L2')).fault).toBe('mixLot')
  })

  it('counts several SKUs of one tote together', () => {
    const room = emptyRoom(bin(1, 1))
    const pieces = [piece(sku('A'), 45), piece(sku('B'), 45)]
    expect(fitPieces(room, pieces)).toBeNull()
    expect(fitPieces(room, [...pieces, piece(sku('C'), 1)])).toBe('binFull')
  })
})

describe('the suggestion', () => {
  const rooms = [1, 2, 3, 4].map((level) => emptyRoom(bin(level, 1)))

  it('takes the level that fits the ABC class', () => {
    expect(codesOf(rooms, 'A')).toEqual(['A-01-2-01', 'A-01-3-01', 'A-01-1-01'])
    expect(codesOf(rooms, 'B')[0]).toBe('A-01-3-01')
    expect(codesOf(rooms, 'C')[0]).toBe('A-01-4-01')
  })

  it('prefers a bin that takes everything, then one that holds the SKU', () => {
    const holding = addToRoom(emptyRoom(bin(4, 2)), piece(sku('A'), 80))
    expect(codesOf([...rooms, holding], 'A', 10)[0]).toBe('A-01-4-02')
    expect(codesOf([...rooms, holding], 'A', 20)[0]).toBe('A-01-2-01')
  })

  it('offers what takes most when nothing takes all, and nothing that takes none', () => {
    const full = addToRoom(emptyRoom(bin(2, 1)), piece(sku('B'), 90))
    const half = addToRoom(emptyRoom(bin(2, 2)), piece(sku('B'), 50))
    const found = suggestBins(piece(sku('A', { abcClass: 'A' }), 99), [
      full,
      half,
      emptyRoom(bin(4, 1)),
    ])
    expect(found.map((row) => [row.code, row.qty])).toEqual([
      ['A-01-4-01', 90],
      ['A-01-2-02', 40],
    ])
  })
})
