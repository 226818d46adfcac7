import { describe, expect, test } from 'vitest'
import { commandCodeOf } from '@/domain/barcode/commandCode.ts'
import { type DemoWork, NO_DEMO_WORK } from '@/store/queries/demo/readDemoWork.ts'
import { demoNext } from './demoNext.ts'

const freshShop: DemoWork = { ...NO_DEMO_WORK, toPickCount: 40, freeTotes: ['T-0001'] }
const at = (path: string, code = '') => {
  const [station = '', state = ''] = path.split('/')
  return { station, state, code }
}

describe('what a newcomer is told next', () => {
  test.each([
    ['home/menu', freshShop, 'openPick', commandCodeOf('GOPIK')],
    ['pick/scanToteFirst', freshShop, 'freeTote', 'T-0001'],
    [
      'pick/scanToteFirst',
      { ...freshShop, pickedTotes: ['T-0001'] },
      'openPack',
      commandCodeOf('GOPAK'),
    ],
    ['pack/scanTote', { ...freshShop, closedNos: ['77'] }, 'openShip', commandCodeOf('GOSHP')],
    ['ship/scanParcel', freshShop, 'openPick', commandCodeOf('GOPIK')],
    ['receive/scanOrder', { ...freshShop, purchaseOrderNos: ['CG1'] }, 'purchaseOrder', 'CG1'],
    ['receive/scanItem', { ...freshShop, openSkus: ['97'] }, 'receiveItem', '97'],
    ['receive/enterExpiry', freshShop, 'screen', ''],
    ['putaway/scanItem', { ...freshShop, stagedSkus: ['97'] }, 'putawayItem', '97'],
  ] as const)('at %s', (path, work, guide, code) => {
    expect(demoNext(at(path), work)).toMatchObject({ guide, code })
  })

  test('the code a screen asks for goes before all else', () => {
    const work = { ...freshShop, closedNos: ['77'] }
    expect(demoNext(at('pick/scanItem', '978'), work)).toEqual({ guide: 'pickItem', code: '978' })
    expect(demoNext(at('ship/scanParcel', '77'), work).guide).toBe('shipParcel')
    expect(demoNext(at('stock/asked', 'A-01'), work)).toEqual({ guide: 'follow', code: 'A-01' })
  })

  test('when all parcels are scanned the courier badge is next, whose code no screen shows', () => {
    const work = { ...freshShop, courierBadges: [{ name: '申通快递', badge: 'ZQB1' }] }
    const expected = { guide: 'courierBadge', code: 'ZQB1' }
    expect(demoNext(at('ship/scanParcel', ''), work)).toEqual(expected)
  })
})
