/** The shop's zone is UTC+8 all year: China has no summer time. */
const ZONE_OFFSET_MS = 8 * 3_600_000

/** The calendar day in the shop's zone. Example: 1793584800000 -> `2026-11-02`. */
export function dayOf(atMs: number): string {
  return new Date(atMs + ZONE_OFFSET_MS).toISOString().slice(0, 10)
}
