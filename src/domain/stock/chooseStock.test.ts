import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { binIdOf } from '../record/place.ts'
import { type FreeStock, chooseStock, withoutChoices } from './chooseStock.ts'

const TODAY = '2026-11-02'

/** Example: `stock('A', 5)`: five free pieces in pick bin A, no lot. */
const stock = (code: string, freeQty: number, more: Partial<FreeStock> = {}): FreeStock => ({
  binId: binIdOf(code),
  role: 'pick',
  lot: '',
  expiresOn: '',
  freeQty,
  ...more,
})

/** Example: `A x3`. */
const told = (qty: number, options: readonly FreeStock[]) =>
  chooseStock(qty, options, TODAY).map(
    (choice) => `${choice.binId.slice(4)}${choice.lot} x${choice.qty}`,
  )

describe('choosing stock for an order line', () => {
  it('takes what expires first, and nothing that has expired', () => {
    const options = [
      stock('A', 2, { lot: '#late', expiresOn: '2027-05-01' }),
      stock('B', 2, { lot: '#soon', expiresOn: TODAY }),
      stock('C', 9, { lot: '#gone', expiresOn: '2026-11-01' }),
      stock('D', 9),
    ]
    expect(told(5, options)).toEqual(['B#soon x2', 'A#late x2', 'D x1'])
  })

  it('takes from pick bins before bulk bins', () => {
    expect(told(4, [stock('B', 90, { role: 'bulk' }), stock('A', 3)])).toEqual(['A x3', 'B x1'])
  })

  it('goes to as few bins as it can, and leaves large bins whole where a small one serves', () => {
    expect(told(4, [stock('A', 3), stock('B', 9), stock('C', 4)])).toEqual(['C x4'])
    expect(told(7, [stock('A', 1), stock('B', 5), stock('C', 3), stock('D', 2)])).toEqual([
      'B x5',
      'D x2',
    ])
  })

  it('gives what there is when it is not enough', () => {
    expect(told(4, [stock('A', 3), stock('B', 0), stock('C', -2)])).toEqual(['A x3'])
  })

  it('never gives more than is free, whatever the stock (seeds 1 to 200)', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = createSeededRandom(seed)
      const options = Array.from({ length: random.int(8) }, (_, i) => stock(`B${i}`, random.int(6)))
      const need = 1 + random.int(20)
      const choices = chooseStock(need, options, TODAY)
      const sum = choices.reduce((qty, choice) => qty + choice.qty, 0)
      const all = options.reduce((qty, option) => qty + option.freeQty, 0)
      expect(sum, `seed ${seed}`).toBe(Math.min(need, all))
      const left = withoutChoices(options, choices)
      expect(Math.min(0, ...left.map((option) => option.freeQty)), `seed ${seed}`).toBe(0)
    }
  })
})
