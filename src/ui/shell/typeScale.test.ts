import { expect, test } from 'vitest'
import { typeScale } from './typeScale.ts'

test.each([
  { widthPx: 1920, heightPx: 1080, diagonalInch: 21.5, pxPerMm: 4.03, digitPx: 67 },
  { widthPx: 1920, heightPx: 1080, diagonalInch: 15.6, pxPerMm: 5.56, digitPx: 92 },
  { widthPx: 1280, heightPx: 800, diagonalInch: 10.1, pxPerMm: 5.88, digitPx: 98 },
])('$widthPx × $heightPx on $diagonalInch inch, seen from 2 m', (row) => {
  const scale = typeScale(row, { diagonalInch: row.diagonalInch, distanceM: 2 })
  expect(scale.pxPerMm).toBeCloseTo(row.pxPerMm, 1)
  expect(Math.abs(scale.digitPx - row.digitPx)).toBeLessThan(1)
})
