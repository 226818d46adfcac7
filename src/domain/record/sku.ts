import type { SkuId } from './place.ts'

export type AbcClass = 'A' | 'B' | 'C'

/** How a parcel that holds the goods is to be handled: 易碎, 向上, 防潮. */
export type HandlingMark = 'fragile' | 'upside' | 'keepDry'

/** In the order in which they stand on a label. */
export const handlingMarks: readonly HandlingMark[] = ['fragile', 'upside', 'keepDry']

/** One sellable variant. Weights in grams, lengths in mm, money in fen; 0 = not known. */
export interface Sku {
  readonly id: SkuId
  readonly styleNo: string
  readonly name: string
  readonly spec: string
  readonly colour: string
  readonly size: string
  readonly category: string
  readonly weightG: number
  readonly lengthMm: number
  readonly widthMm: number
  readonly heightMm: number
  readonly costFen: number
  readonly priceFen: number
  readonly lotTracked: 0 | 1
  readonly shelfLifeDays: number | null
  readonly abcClass: AbcClass
  /** Absent = none. */
  readonly marks?: readonly HandlingMark[]
  readonly rev?: string
}

/** One code bound to a SKU; `unitQty` > 1 for a case. One code may belong to several SKUs: then the
 *  person chooses. */
export interface Barcode {
  readonly id: string
  readonly code: string
  readonly skuId: SkuId
  readonly unitQty: number
  readonly rev?: string
}

export const barcodeIdOf = (code: string, skuId: SkuId): string => `${code}|${skuId}`

/** One lot of one SKU; days are ISO (`2026-11-02`), '' = not known. */
export interface Lot {
  readonly id: string
  readonly skuId: SkuId
  readonly lot: string
  readonly producedOn: string
  readonly expiresOn: string
  readonly rev?: string
}

export const lotIdOf = (skuId: SkuId, lot: string): string => `${skuId}|${lot}`
