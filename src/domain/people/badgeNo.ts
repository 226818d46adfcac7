/** Characters of a badge that may stand on paper. */
const SHOWN_LENGTH = 6

/** A badge by its last characters: enough to tell which one was scanned, too few to make one.
 *  Example: `ZQB7H3…4F7K2Q` -> `4F7K2Q`; '' stays ''. */
export function badgeNo(badge: string): string {
  return badge.slice(-SHOWN_LENGTH)
}
