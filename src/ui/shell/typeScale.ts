const MM_PER_INCH = 25.4
const MM_PER_M = 1_000
/** Comfortable height of a capital, as seen by the eye: 20 minutes of arc (ISO 9241-3). */
const ANGLE_RAD = (20 / 60) * (Math.PI / 180)
/** Height of a digit as a share of the font size. */
const DIGIT_SHARE = 0.7
/** The now code is 16 units high: see `--now-code` in the style sheet. */
const UNITS_OF_NOW_CODE = 16
/** Smaller units would make the lesser figures unreadable on a handheld, however near it is held. */
const UNIT_PX_MIN = 2.4

export interface TypeScale {
  /** CSS px in one millimetre of this screen. */
  readonly pxPerMm: number
  /** Font size of digits that are read from the set distance, px. */
  readonly digitPx: number
  /** Value of `--u`, px. */
  readonly unitPx: number
}

/** Sizes for a screen seen from a distance. widthPx, heightPx: CSS px of the whole screen, > 0.
 *  Example: 1920 × 1080, 21.5 inch, 2 m -> 4.03 px/mm, digits of 67 px. */
export function typeScale(
  screen: { readonly widthPx: number; readonly heightPx: number },
  seen: { readonly diagonalInch: number; readonly distanceM: number },
): TypeScale {
  const diagonalPx = Math.hypot(screen.widthPx, screen.heightPx)
  const pxPerMm = diagonalPx / (seen.diagonalInch * MM_PER_INCH)
  const heightMm = 2 * seen.distanceM * MM_PER_M * Math.tan(ANGLE_RAD / 2)
  const digitPx = (heightMm / DIGIT_SHARE) * pxPerMm
  return { pxPerMm, digitPx, unitPx: Math.max(UNIT_PX_MIN, digitPx / UNITS_OF_NOW_CODE) }
}
