import { expect, it } from 'vitest'
import { badgeCodeOf } from '../barcode/commandCode.ts'
import { badgeNo } from './badgeNo.ts'

it('a badge on paper is told by its last characters and cannot be made from them', () => {
  const badge = badgeCodeOf('0123456789ABCDEFGHJKMNPQRS')
  expect(badgeNo(badge)).toHaveLength(6)
  expect(badge.endsWith(badgeNo(badge))).toBe(true)
  expect(badgeNo('')).toBe('')
})
