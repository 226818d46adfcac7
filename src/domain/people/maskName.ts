/** How many characters of a name are drawn as stars at most: a long name must not tell its length. */
const NAME_STARS_MAX = 3

/** Hides a person's name for label, screen and export; counts code points, so 𠮷 is one character.
 *  One character becomes `*`; else the first stays. Source: GB/T 41833-2022 (at least one hidden).
 *  Example: 欧阳娜娜 -> 欧***, 王明 -> 王*, an empty name stays empty. */
export function maskName(name: string): string {
  const points = Array.from(name.normalize('NFKC').trim())
  const [first] = points
  if (first === undefined) return ''
  if (points.length === 1) return '*'
  return first + '*'.repeat(Math.min(NAME_STARS_MAX, points.length - 1))
}
