/** The shop's zone is UTC+8 all year: China has no summer time. */
const ZONE_OFFSET_MS = 8 * 3_600_000

/** The time of day in the shop's zone. Example: 1793584800000 -> `10:00:00`. */
export function clockTextOf(atMs: number): string {
  return new Date(atMs + ZONE_OFFSET_MS).toISOString().slice(11, 19)
}

/** The calendar day in the shop's zone. Example: 1793584800000 -> `2026-11-02`. */
export function dayOf(atMs: number): string {
  return new Date(atMs + ZONE_OFFSET_MS).toISOString().slice(0, 10)
}

/** The calendar year in the shop's zone. Example: 1798732800000 -> 2027. */
export function yearOf(atMs: number): number {
  return new Date(atMs + ZONE_OFFSET_MS).getUTCFullYear()
}

/** The first moment of a calendar day in the shop's zone, or null where there is no such day.
 *  Example: `2026-11-02` -> 1793548800000. */
export function dayStartMs(day: string): number | null {
  const atMs = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(atMs) ? null : atMs - ZONE_OFFSET_MS
}
