import type { Catalogue, WaybillUse } from './catalogue.ts'
import type { BinDraft, CarrierDraft, SkuDraft, SupplierDraft } from './drafts.ts'

/** What is known, as plain lists. */
export interface CatalogueSource {
  readonly skus?: Iterable<Pick<SkuDraft, 'skuCode' | 'styleNo' | 'colour' | 'size'>>
  readonly suppliers?: Iterable<Pick<SupplierDraft, 'name'>>
  readonly bins?: Iterable<Pick<BinDraft, 'binCode'>>
  readonly carriers?: Iterable<Pick<CarrierDraft, 'name' | 'carrierCode'>>
  readonly waybills?: Iterable<readonly [string, WaybillUse]>
}

/** A catalogue over lists in memory, looked up in constant time. */
export function createMemoryCatalogue(source: CatalogueSource): Catalogue {
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
    hasSupplier: (name) => suppliers.has(name),
    hasBin: (binCode) => bins.has(binCode),
    carrierCode: (name) => carriers.get(name),
    waybillUse: (waybillNo) => waybills.get(waybillNo),
  }
}

function styleKey(styleNo: string, colour: string, size: string): string {
  return `${styleNo}\n${colour}\n${size}`
}
