import type { Profile } from './profile.ts'
import type { RowReader } from './rowReader.ts'

/** The first field, in the order of the profile, in which two rows of one key differ; null when all that
 *  the profile reads is equal. */
export function findDifference(
  profile: Profile,
  first: RowReader,
  later: RowReader,
): string | null {
  const spec = profile.fields.find(
    (one) => later.has(one.field) && first.raw(one.field) !== later.raw(one.field),
  )
  return spec?.field ?? null
}
