import { clockTextOf, dayOf } from '@/kernel/day.ts'

/** Letters of a print's id that tell two sheets of one second apart. */
const ID_KEPT = 3

/** Number of a count sheet: day and moment it was asked for, in the shop's zone, and the end of its act's
 *  id. Example: `PD1102-100000-A4F`. */
export function countSheetNo({ atMs, id }: { readonly atMs: number; readonly id: string }): string {
  const day = dayOf(atMs).slice(5).replace('-', '')
  const act = (id.split('#')[0] ?? '').slice(-ID_KEPT).toUpperCase()
  return `PD${day}-${clockTextOf(atMs).replaceAll(':', '')}-${act}`
}
