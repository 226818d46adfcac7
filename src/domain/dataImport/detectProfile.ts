import { normaliseHeading } from './heading.ts'
import { ORDER_PROFILES } from './orderProfiles.ts'
import type { FieldSpec, Profile, TableMatch } from './profile.ts'
import { cellText, type TableFile, type TableRow } from './tableFile.ts'
import { TABLE_PROFILES } from './tableProfiles.ts'

/** Every profile that ships with the product, in the order in which their files are imported. */
export const PROFILES: readonly Profile[] = [...TABLE_PROFILES, ...ORDER_PROFILES]

/** The heading row is looked for in this many first rows: exports may begin with titles. */
export const HEADING_ROWS_MAX = 20

/** At least this share of a file's headings must be known, so that a wide table of another kind that
 *  happens to have the needed columns is not taken for ours. */
const KNOWN_SHARE_MIN = 0.3
const MISSING_KNOWN_MIN = 4

/** A person's own mapping: field of the profile -> heading in the file. */
export type HandColumns = Readonly<Record<string, string>>

/** Finds the heading row and the profile whose headings fit best; null when no profile fits.
 *  A match with `missing` columns is the best guess, to tell what is missing. */
export function detectProfile(
  table: TableFile,
  profiles: readonly Profile[] = PROFILES,
): TableMatch | null {
  let best: { match: TableMatch; score: number } | null = null
  for (const [index, row] of table.rows.slice(0, HEADING_ROWS_MAX).entries()) {
    const headings = headingTexts(row)
    const keys = headings.map(normaliseHeading)
    if (keys.filter((text) => text !== '').length < 2) continue
    for (const profile of profiles) {
      const match = matchProfile(profile, { headings, keys, index })
      const score = scoreOf(match)
      if (score > (best?.score ?? 0)) best = { match, score }
    }
  }
  return best?.match ?? null
}

/** Uses a profile with columns chosen by hand; headings that are not named are still found by alias. */
export function mapByHand(
  table: TableFile,
  profile: Profile,
  columns: HandColumns,
): TableMatch | null {
  const wanted = Object.values(columns).map(normaliseHeading)
  const index = table.rows.slice(0, HEADING_ROWS_MAX).findIndex((row) => {
    const keys = headingTexts(row).map(normaliseHeading)
    return wanted.every((heading) => keys.includes(heading))
  })
  const row = table.rows[index]
  if (!row) return null
  const headings = headingTexts(row)
  const fields = profile.fields.map((spec) => {
    const heading = columns[spec.field]
    return heading === undefined ? spec : { ...spec, aliases: [heading, ...spec.aliases] }
  })
  const keys = headings.map(normaliseHeading)
  return matchProfile({ ...profile, fields }, { headings, keys, index })
}

function headingTexts(row: TableRow): string[] {
  return row.cells.map(cellText)
}

function matchProfile(
  profile: Profile,
  head: { headings: string[]; keys: string[]; index: number },
): TableMatch {
  const columnOf: Record<string, number> = {}
  const missing: string[] = []
  for (const spec of profile.fields) {
    const at = findColumn(spec, head.keys)
    if (at >= 0) columnOf[spec.field] = at
    else if (spec.needed) missing.push(spec.aliases[0] ?? spec.field)
  }
  const specOf = Object.fromEntries(profile.fields.map((spec) => [spec.field, spec]))
  const { headings, index } = head
  return { profile, headingIndex: index, specOf, columnOf, headings, missing }
}

function findColumn(spec: FieldSpec, keys: readonly string[]): number {
  for (const alias of spec.aliases) {
    const at = keys.indexOf(normaliseHeading(alias))
    if (at >= 0) return at
  }
  return -1
}

/** 0 = does not fit. Complete profiles win over incomplete ones; then the more headings are known. */
function scoreOf(match: TableMatch): number {
  const known = new Set(Object.values(match.columnOf)).size
  const share = known / match.headings.filter((heading) => heading.trim() !== '').length
  const needed = match.profile.fields.filter((spec) => spec.needed).length
  const complete = match.missing.length === 0
  if (share < KNOWN_SHARE_MIN || match.missing.length === needed) return 0
  if (!complete && known < MISSING_KNOWN_MIN) return 0
  return share * 100 + known + (complete ? 20 : 0)
}
