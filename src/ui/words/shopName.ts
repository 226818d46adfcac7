import type { TFunction } from 'i18next'

const platforms = { taobao: 1, douyin: 1, pdd: 1, demo: 1 } as const

/** The name of a shop as people say it; a shop that is no known platform keeps its own id.
 *  Example: `shopName(t, 'taobao')` -> "Taobao". */
export function shopName(t: TFunction, shop: string): string {
  return shop in platforms ? t(`shop.${shop as keyof typeof platforms}`) : shop
}
