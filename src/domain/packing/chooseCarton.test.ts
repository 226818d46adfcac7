import { describe, expect, it } from 'vitest'
import type { Supply } from '../record/outbound.ts'
import { type PieceSize, chooseCarton } from './chooseCarton.ts'

const supply = (id: string, edges: readonly number[], loadLimitG = 2_000): Supply => ({
  id,
  name: id,
  unit: '箱',
  lengthMm: edges[0] ?? 0,
  widthMm: edges[1] ?? 0,
  heightMm: edges[2] ?? 0,
  weightG: 50,
  loadLimitG,
  costFen: 0,
  minStock: 0,
  orderPhone: '',
})

const supplies = [
  supply('ROLL', [100, 100, 130], 0),
  supply('LARGE', [300, 200, 200], 9_000),
  supply('SMALL', [200, 150, 100]),
  supply('BAG', [280, 200, 20], 1_500),
]

const book: PieceSize = { weightG: 300, lengthMm: 145, widthMm: 210, heightMm: 15 }
const nameOf = (size: PieceSize, qty: number) => chooseCarton(supplies, [{ size, qty }])?.id

describe('the carton of a parcel', () => {
  it('is the smallest that takes the goods, turned as they fit', () => {
    expect(nameOf(book, 1)).toBe('BAG')
    expect(nameOf({ ...book, lengthMm: 90, widthMm: 150, heightMm: 60 }, 1)).toBe('SMALL')
  })

  it('is larger where the pieces are many, heavy or long', () => {
    expect(nameOf(book, 2)).toBe('BAG')
    expect(nameOf(book, 3)).toBe('LARGE')
    expect(nameOf({ ...book, weightG: 1_501 }, 1)).toBe('LARGE')
    expect(nameOf({ ...book, weightG: 1_500 }, 1)).toBe('BAG')
    expect(nameOf({ ...book, widthMm: 301 }, 1)).toBe(undefined)
  })

  it('is not guessed where a size is not known', () => {
    const pieces = [
      { size: book, qty: 1 },
      { size: { ...book, heightMm: 0 }, qty: 1 },
    ]
    expect(chooseCarton(supplies, pieces)).toBe(null)
  })
})
