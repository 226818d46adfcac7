import { describe, expect, it } from 'vitest'
import { binIdOf } from '../record/place.ts'
import { walkFrom, walkOrder } from './walkOrder.ts'

const spot = (code: string) => {
  const [corridor = '', rack = '', level = '', position = ''] = code.split('-')
  const at = { rack: Number(rack), level: Number(level), position: Number(position) }
  return { binId: binIdOf(code), corridor, ...at }
}
const codes = (spots: readonly { binId: string }[]) => spots.map((one) => one.binId.slice(4))

describe('the walking order', () => {
  it('goes up the first corridor, down the next, and up again', () => {
    const stops = ['B-01-1-01', 'A-05-1-01', 'C-02-1-01', 'A-01-1-02', 'B-09-1-01', 'A-01-1-01']
    expect(codes(walkOrder(stops.map(spot)))).toEqual([
      'A-01-1-01',
      'A-01-1-02',
      'A-05-1-01',
      'B-09-1-01',
      'B-01-1-01',
      'C-02-1-01',
    ])
  })

  it('does not walk a corridor without stops', () => {
    expect(codes(walkOrder(['C-01-1-01', 'C-09-1-01', 'A-01-1-01'].map(spot)))).toEqual([
      'A-01-1-01',
      'C-09-1-01',
      'C-01-1-01',
    ])
  })

  it('takes low levels first at one place', () => {
    expect(codes(walkOrder(['A-01-4-01', 'A-01-1-01', 'A-01-2-01'].map(spot)))).toEqual([
      'A-01-1-01',
      'A-01-2-01',
      'A-01-4-01',
    ])
  })

  it('goes on from where the picker stands; what lies behind comes last', () => {
    const stops = ['A-01-1-01', 'B-01-1-01', 'A-09-1-01'].map(spot)
    expect(codes(walkFrom(spot('A-05-1-01'), stops))).toEqual([
      'A-09-1-01',
      'B-01-1-01',
      'A-01-1-01',
    ])
  })
})
