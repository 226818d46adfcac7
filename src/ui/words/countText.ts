import { COUNTED_MAX } from '@/store/queries/countRows.ts'

/** A number of rows as text. Example: 12 -> `12`; more than is counted -> `999+`. */
export const countText = (count: number): string =>
  count > COUNTED_MAX ? `${COUNTED_MAX}+` : String(count)
