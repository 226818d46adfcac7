import type { Catalogue, WaybillUse } from './catalogue.ts'
import { foldSkuCode } from './foldSkuCode.ts'
import type { BinDraft, CarrierDraft, SkuDraft, SupplierDraft } from './drafts.ts'

/** What is known, as plain lists. */
export interface CatalogueSource {
  readonly skus?: Iterable<Pick<SkuDraft, 'skuCode' | 'styleNo' | 'colour' | 'size'>>
  readonly barcodes?: Iterable<{ readonly code: string; readonly skuId: string }>
  readonly suppliers?: Iterable<Pick<SupplierDraft, 'name'>>
  readonly bins?: Iterable<Pick<BinDraft, 'binCode'>>
  readonly carriers?: Iterable<Pick<CarrierDraft, 'name' | 'carrierCode'>>
  readonly waybills?: Iterable<readonly [string, WaybillUse]>
}

/** A catalogue over lists in memory, looked up in constant time. `shop`: what was there before the import;
 *  goods of a file are compared with it alone, or they would be found to resemble themselves. */
export function createMemoryCatalogue(
  source: CatalogueSource,
  shop: CatalogueSource = source,
): Catalogue {
  const skus = new Map([...(source.skus ?? [])].map((sku) => [sku.skuCode, sku]))
  const styles = new Map(
    [...skus.values()]
      .filter((sku) => sku.styleNo !== null)
      .map((sku) => [styleKey(sku.styleNo ?? '', sku.colour ?? '', sku.size ?? ''), sku.skuCode]),
  )
  const suppliers = new Set([...(source.suppliers ?? [])].map((one) => one.name))
  const bins = new Set([...(source.bins ?? [])].map((one) => one.binCode))
  const carriers = new Map(
    [...(source.carriers ?? [])].flatMap((one) => [
      [one.carrierCode, one.carrierCode] as const,
      [one.name, one.carrierCode] as const,
    ]),
  )
  const waybills = new Map(source.waybills ?? [])
  return {
    sku: (skuCode) => skus.get(skuCode),
    skuByStyle: (styleNo, colour, size) => styles.get(styleKey(styleNo, colour, size)),
    ...shopSkus(shop),
    hasSupplier: (name) => suppliers.has(name),
    hasBin: (binCode) => bins.has(binCode),
    carrierCode: (name) => carriers.get(name),
    waybillUse: (waybillNo) => waybills.get(waybillNo),
  }
}

/** Made when they are first asked for: files of orders never ask. */
function shopSkus({
  skus = [],
  barcodes = [],
}: CatalogueSource): Pick<Catalogue, 'nearSku' | 'barcodeSkus'> {
  let folded: ReadonlyMap<string, readonly string[]> | null = null
  let bound: ReadonlyMap<string, readonly string[]> | null = null
  return {
    nearSku(skuCode) {
      folded ??= groupBy(skus, (one) => [foldSkuCode(one.skuCode), one.skuCode])
      const like = folded.get(foldSkuCode(skuCode)) ?? []
      return like.includes(skuCode) ? undefined : like[0]
    },
    barcodeSkus(barcode) {
      bound ??= groupBy(barcodes, (one) => [one.code, one.skuId])
      return bound.get(barcode) ?? []
    },
  }
}

function groupBy<T>(
  items: Iterable<T>,
  keyed: (item: T) => readonly [string, string],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const item of items) {
    const [key, value] = keyed(item)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

function styleKey(styleNo: string, colour: string, size: string): string {
  return `${styleNo}\n${colour}\n${size}`
}
