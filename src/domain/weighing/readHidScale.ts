import { SCALE_WEIGHT_G_MAX } from './gramsOf.ts'
import type { FrameReader, ScaleReading } from './scaleReading.ts'

const DATA_REPORT = 3
const REPORT_LENGTH = 6
const STATUS = { broken: 1, zero: 2, moving: 3, stable: 4, under: 5, over: 6 } as const
const gramsPer: Readonly<Record<number, number>> = {
  2: 1,
  3: 1_000,
  11: 28.349523125,
  12: 453.59237,
}

/** USB scale, HID usage page 8D; one call is one report: `03 status unit exponent low high`.
 *  Examples: `03 04 02 00 14 00` -> 20 g, stable; `03 04 0B FF 34 19` (645.2 oz) -> 18291 g. */
export const readHidScale = (): FrameReader => (report) => {
  const reading = readReport(report)
  return reading ? [reading] : []
}

function readReport(report: Uint8Array): ScaleReading | null {
  const [id, status, unit = 0, exponent = 0, low = 0, high = 0] = report
  if (id !== DATA_REPORT || report.length < REPORT_LENGTH) return null
  if (status === STATUS.over) return { kind: 'overload' }
  if (status === STATUS.broken) return { kind: 'broken' }
  const factor = gramsPer[unit]
  if (factor === undefined) return null
  const power = exponent > 127 ? exponent - 256 : exponent
  const weightG = Math.round((low + high * 256) * factor * 10 ** power)
  if (weightG > SCALE_WEIGHT_G_MAX) return null
  switch (status) {
    case STATUS.zero:
      return { kind: 'load', weightG: 0, isStable: true }
    case STATUS.moving:
    case STATUS.stable:
      return { kind: 'load', weightG, isStable: status === STATUS.stable }
    // Below zero the report holds how far below.
    case STATUS.under:
      return { kind: 'load', weightG: 0 - weightG, isStable: false }
    default:
      return null
  }
}
