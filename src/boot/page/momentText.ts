import { SHOP_ZONE_NAME } from '../shopZone.ts'

/** An instant (ms UTC) as papers and labels say it, in the shop's zone. */
export const momentText = (atMs: number) =>
  new Intl.DateTimeFormat('zh-CN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: SHOP_ZONE_NAME,
  }).format(atMs)
