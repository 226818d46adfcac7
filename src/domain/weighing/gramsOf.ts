/** Grams of one unit, as scales write it. */
const gramsPer: Readonly<Record<string, number>> = {
  g: 1,
  kg: 1_000,
  t: 1_000_000,
  oz: 28.349523125,
  lb: 453.59237,
}

/** More than any scale on a packing table carries: such a number is noise. */
export const SCALE_WEIGHT_G_MAX = 1_000_000

/** Whole grams of a number with its unit, or null where it is none. `text`: digits with at most one
 *  point, a sign in front. Examples: ('0003.17', 'kg') -> 3170; ('-0000.1', 'kg') -> -100; ('1.2.3', 'g') -> null. */
export function gramsOf(text: string, unit: string): number | null {
  const factor = gramsPer[unit]
  if (factor === undefined || !/^[+-]?\d+(\.\d*)?$/.test(text)) return null
  const weightG = Math.round(Number(text) * factor)
  // Adding zero makes 0 of -0, which would be another number in a stored row.
  return Math.abs(weightG) <= SCALE_WEIGHT_G_MAX ? weightG + 0 : null
}
