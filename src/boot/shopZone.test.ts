import { expect, it } from 'vitest'
import { SHOP_ZONE_NAME } from '@/ui/words/momentText.ts'
import { createShopZone } from './shopZone.ts'

it('the wall clock of a Chinese file is eight hours before UTC, whatever the machine says', () => {
  const moment = { year: 2026, month: 11, day: 2, hour: 9, minute: 59, second: 59 }
  expect(createShopZone(SHOP_ZONE_NAME).toMs(moment)).toBe(Date.UTC(2026, 10, 2, 1, 59, 59))
  expect(createShopZone('UTC').toMs(moment)).toBe(Date.UTC(2026, 10, 2, 9, 59, 59))
})
