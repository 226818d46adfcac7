import { TZDate } from '@date-fns/tz'
import type { ShopZone } from '@/domain/dataImport/catalogue.ts'

/** Hours remembered; a file of a year has fewer. */
const HOURS_MAX = 10_000
const SECOND_MS = 1_000
const MINUTE_SECONDS = 60

/** A zone of the IANA list as the import's port. Example: createShopZone('Asia/Shanghai'). Hours are
 *  remembered, because finding out a zone's offset costs more than reading the rest of a row. */
export function createShopZone(name: string): ShopZone {
  const hours = new Map<string, number>()
  const hourMs = (year: number, month: number, day: number, hour: number) => {
    const key = `${year}-${month}-${day}-${hour}`
    const known = hours.get(key)
    if (known !== undefined) return known
    const atMs = new TZDate(year, month - 1, day, hour, 0, 0, name).getTime()
    if (hours.size >= HOURS_MAX) hours.clear()
    hours.set(key, atMs)
    return atMs
  }
  return {
    toMs: ({ year, month, day, hour, minute, second }) =>
      hourMs(year, month, day, hour) + (minute * MINUTE_SECONDS + second) * SECOND_MS,
  }
}
