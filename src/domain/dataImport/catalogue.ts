/** What the import knows from elsewhere: from the warehouse, or from files read before. */
export interface Catalogue {
  sku(skuCode: string): KnownSku | undefined
  /** The SKU of a style in a colour and a size, for an order line that was changed. */
  skuByStyle(styleNo: string, colour: string, size: string): string | undefined
  /** A SKU code of the shop that is written nearly so; none where the shop has this very code. */
  nearSku(skuCode: string): string | undefined
  /** SKU codes that the shop has bound to this barcode. */
  barcodeSkus(barcode: string): readonly string[]
  hasSupplier(name: string): boolean
  hasBin(binCode: string): boolean
  /** Our code of a carrier by the name in a file. Example: 顺丰速运 -> SF. */
  carrierCode(name: string): string | undefined
  /** Where a waybill number is bound already. */
  waybillUse(waybillNo: string): WaybillUse | undefined
}

export interface KnownSku {
  readonly skuCode: string
  readonly styleNo: string | null
}

/** Which order has a waybill number, and where its parcel goes. detail: empty where it cannot be read.
 *  Empty region: not known, so only the orders named here may have the number. */
export interface WaybillUse {
  readonly orderNo: string
  /** All orders of the parcel, where it is known that several went out in it. */
  readonly orderNos?: readonly string[]
  readonly region: string
  readonly detail: string
}

/** A wall clock reading without a zone. */
export interface LocalMoment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The zone in which the shop's files tell their moments. */
export interface ShopZone {
  toMs(local: LocalMoment): number
}

/** A catalogue that knows nothing: for a first look at a file. */
export const EMPTY_CATALOGUE: Catalogue = {
  sku: () => undefined,
  skuByStyle: () => undefined,
  nearSku: () => undefined,
  barcodeSkus: () => [],
  hasSupplier: () => false,
  hasBin: () => false,
  carrierCode: () => undefined,
  waybillUse: () => undefined,
}
