import { describe, expect, it } from 'vitest'
import type { Carrier } from '../record/outbound.ts'
import { chooseCarrier } from './chooseCarrier.ts'
import { POOL_LOW_QTY, poolLevel } from './poolLevel.ts'

const carrier = (id: string, more: Partial<Carrier> = {}): Carrier => ({
  id,
  name: id,
  cutoff: '18:00',
  paperWidthMm: 100,
  paperHeightMm: 150,
  notServed: [],
  phone: '',
  isDefault: 0,
  badge: '',
  ...more,
})

const carriers = [
  carrier('SF'),
  carrier('STO', { isDefault: 1, notServed: ['西藏自治区'] }),
  carrier('YTO'),
]

describe('the carrier of an order', () => {
  it.each([
    ['named by the order, though another is the default', 'YTO', '浙江省', 'YTO'],
    ['the default one', '', '浙江省', 'STO'],
    ['the first that serves where the default one does not', '', '西藏自治区', 'SF'],
    ['the default one where the named one is not known', 'ZTO', '浙江省', 'STO'],
  ])('is %s', (_case, carrierId, province, expected) => {
    expect(chooseCarrier(carriers, { carrierId, province })?.id).toBe(expected)
  })

  it('is nobody where nobody serves', () => {
    const none = [carrier('STO', { notServed: ['西藏自治区'] })]
    expect(chooseCarrier(none, { carrierId: '', province: '西藏自治区' })).toBeNull()
  })
})

describe('a pool of numbers', () => {
  it.each([
    [0, 100, 'empty'],
    [POOL_LOW_QTY - 1, 60, 'low'],
    [POOL_LOW_QTY, 60, 'good'],
    [199, 1000, 'low'],
    [200, 1000, 'good'],
  ] as const)('with %i of %i left is %s', (left, all, level) => {
    expect(poolLevel(left, all)).toBe(level)
  })
})
