import type { Brand } from '@/kernel/ids.ts'

export type SkuId = Brand<'SkuId'>
export type BinId = Brand<'BinId'>
export type ToteId = Brand<'ToteId'>
export type ParcelId = Brand<'ParcelId'>
/** Where stock is: a bin, a tote, a parcel, or one of the outside places. */
export type PlaceId = BinId | ToteId | ParcelId | OutsidePlace

/** The world around the warehouse: stock comes from and goes to it, so every SKU sums to zero. */
export type OutsidePlace = 'supplier' | 'customer' | 'adjustment' | 'scrap' | 'transit'

export const outsidePlaces: readonly OutsidePlace[] = [
  'supplier',
  'customer',
  'adjustment',
  'scrap',
  'transit',
]

/** Ids carry their kind, so a place is known by its id alone. Example: `A-03-2-05` -> `bin:A-03-2-05`. */
export const binIdOf = (code: string): BinId => `bin:${code}` as BinId
export const toteIdOf = (code: string): ToteId => `tote:${code}` as ToteId
export const parcelIdOf = (key: string): ParcelId => `parcel:${key}` as ParcelId
export const skuIdOf = (code: string): SkuId => code as SkuId

/** The code as printed on the place's label. Example: `bin:A-03-2-05` -> `A-03-2-05`. */
export function placeCode(placeId: PlaceId): string {
  return placeId.slice(placeId.indexOf(':') + 1)
}

export function isOutside(placeId: PlaceId): placeId is OutsidePlace {
  return (outsidePlaces as readonly string[]).includes(placeId)
}

export const zoneKinds = [
  'storage',
  'sort',
  'pack',
  'ship',
  'returns',
  'defective',
  'quarantine',
  'supplies',
] as const
export type ZoneKind = (typeof zoneKinds)[number]

export type BinRole = 'pick' | 'bulk' | 'staging'
export type MixRule = 'any' | 'oneSku' | 'oneLot'

/** A bin of the warehouse; corridor, rack, level and position are as printed in its code. */
export interface Bin {
  readonly id: BinId
  readonly code: string
  readonly zone: ZoneKind
  readonly corridor: string
  readonly rack: number
  readonly level: number
  readonly position: number
  readonly lengthMm: number
  readonly widthMm: number
  readonly heightMm: number
  readonly weightLimitG: number
  readonly role: BinRole
  readonly mixRule: MixRule
  readonly rev?: string
}

/** A reusable carrying box with a code of its own; holds at most one order at a time. */
export interface Tote {
  readonly id: ToteId
  readonly code: string
  readonly orderId: string | null
  readonly rev?: string
}

/** A tote as it is before its first use: the printed code is enough, nobody registers totes. */
export function freshTote(toteId: ToteId): Tote {
  return { id: toteId, code: placeCode(toteId), orderId: null }
}
