import { TZDate } from '@date-fns/tz'
import type { ShopZone } from '@/domain/dataImport/catalogue.ts'

/** The zone in which Chinese shop platforms tell their moments. */
export const SHOP_ZONE_NAME = 'Asia/Shanghai'

/** A zone of the IANA list as the import's port. Example: createShopZone('Asia/Shanghai'). */
export function createShopZone(name: string): ShopZone {
  return {
    toMs: ({ year, month, day, hour, minute, second }) =>
      new TZDate(year, month - 1, day, hour, minute, second, name).getTime(),
  }
}
