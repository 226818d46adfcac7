import type { Parcel } from '../record/outbound.ts'
import type { SkuId } from '../record/place.ts'

/** So many parcels of the same content make their weights worth more than the sum of the parts. */
export const HISTORY_COUNT_MIN = 3
/** Parcels of the same content that are looked at. */
export const HISTORY_COUNT_MAX = 50

/** Below this a parcel is light, grams: the floor of its tolerance is lower. */
const LIGHT_G = 500
const FLOOR_LIGHT_G = 30
const FLOOR_G = 60
const KNOWN_PERCENT = 5
const UNKNOWN_PERCENT = 10
const DEVIATIONS = 2

/** Why a packer lets a parcel go although its weight differs. Numbers on the screen follow this order. */
export const weightReasons = ['checkedAgain', 'otherMaterial', 'skuWeight', 'scaleWrong'] as const
export type WeightReason = (typeof weightReasons)[number]

/** What a parcel should weigh, and how far off it may be, grams. */
export interface ExpectedWeight {
  readonly expectedG: number
  readonly toleranceG: number
}

/** Expected weight and tolerance of a parcel. `computedG`: goods and carton by their weights; `weighedG`: what
 *  parcels of the same content weighed. With three or more of them their median counts and their spread
 *  widens the tolerance. tolerance = max(floor, percent, 2σ); floor 30 g below 500 g, else 60 g; 5 %, or 10 %
 *  without history, rounded up. Example: 1250 g, σ 10 of 8 parcels -> 63 g; no history -> 125 g. */
export function expectWeight(computedG: number, weighedG: readonly number[]): ExpectedWeight {
  if (weighedG.length < HISTORY_COUNT_MIN) return toleranceOf(computedG, null)
  return toleranceOf(medianOf(weighedG), deviationOf(weighedG))
}

/** `sigmaG`: spread of earlier parcels; null = there are too few. */
export function toleranceOf(expectedG: number, sigmaG: number | null): ExpectedWeight {
  const floorG = expectedG < LIGHT_G ? FLOOR_LIGHT_G : FLOOR_G
  const percent = sigmaG === null ? UNKNOWN_PERCENT : KNOWN_PERCENT
  const shareG = Math.ceil((expectedG * percent) / 100)
  const spreadG = Math.ceil(DEVIATIONS * (sigmaG ?? 0))
  return { expectedG, toleranceG: Math.max(floorG, shareG, spreadG) }
}

/** True where a weight stops its parcel. */
export const differs = (weightG: number, { expectedG, toleranceG }: ExpectedWeight): boolean =>
  Math.abs(weightG - expectedG) > toleranceG

/** What parcels of the same content share: their SKUs and pieces, sorted, and their carton.
 *  Example: `BK1*2,BK2*1|BC-ZX9`. */
export function contentOf({
  lines,
  cartonType = '',
}: Pick<Parcel, 'lines' | 'cartonType'>): string {
  const qtyOf = new Map<SkuId, number>()
  for (const { skuId, qty } of lines) qtyOf.set(skuId, (qtyOf.get(skuId) ?? 0) + qty)
  const parts = [...qtyOf].map(([skuId, qty]) => `${skuId}*${qty}`).sort()
  return `${parts.join(',')}|${cartonType}`
}

function medianOf(weights: readonly number[]): number {
  const sorted = [...weights].sort((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] ?? 0
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0
  return Math.round((lower + upper) / 2)
}

/** Of a sample: the weights seen stand for all that will come. */
function deviationOf(weights: readonly number[]): number {
  const mean = weights.reduce((sum, weightG) => sum + weightG, 0) / weights.length
  const squares = weights.reduce((sum, weightG) => sum + (weightG - mean) ** 2, 0)
  return Math.sqrt(squares / (weights.length - 1))
}
