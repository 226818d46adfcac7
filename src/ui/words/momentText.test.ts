import { expect, test } from 'vitest'
import { momentText } from './momentText.ts'

test('a moment is written one way, in the zone of the shop', () => {
  expect(momentText(1_793_584_800_000)).toBe('2026-11-02 10:00')
  expect(momentText(1_793_584_800_000, 'full')).toBe('2026-11-02 10:00:00')
  expect(momentText(1_793_584_800_000, 'clock')).toBe('10:00')
})
