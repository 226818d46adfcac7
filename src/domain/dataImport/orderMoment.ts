import type { ShopZone } from './catalogue.ts'

/** Milliseconds of a wall clock text `yyyy-mm-dd hh:mm:ss` in the shop's zone; null for an empty text. */
export function momentToMs(text: string, zone: ShopZone): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(text)
  if (!found) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map(Number)
  return zone.toMs({ year, month, day, hour, minute, second })
}
