import { expect, test } from 'vitest'
import { typeScale } from './typeScale.ts'

test.each([
  [1920, 1080, 21.5, 4.03, 67],
  [1920, 1080, 15.6, 5.56, 92],
  [1280, 800, 10.1, 5.88, 98],
])('%i × %i on %d inch, seen from 2 m', (widthPx, heightPx, diagonalInch, pxPerMm, digitPx) => {
  const scale = typeScale({ widthPx, heightPx }, { diagonalInch, distanceM: 2 })
  expect(scale.pxPerMm).toBeCloseTo(pxPerMm, 1)
  expect(Math.abs(scale.digitPx - digitPx)).toBeLessThan(1)
})
