import type { PrintIntent } from '@/domain/record/outbound.ts'
import { type Bin, binIdOf, skuIdOf } from '@/domain/record/place.ts'
import { type Lot, type Sku, lotIdOf } from '@/domain/record/sku.ts'
import type { StationData } from '../stationData.ts'

/** What the label on one piece of goods says. */
export interface SkuLabelRow {
  readonly sku: Sku
  /** The code on the goods, the SKU's own where it has none. */
  readonly barcode: string
  /** Of the receipt it came with; '' = none. */
  readonly lot: string
  readonly expiresOn: string
  readonly producedOn: string
}

/** The goods label an intent asks for; null = there is no such SKU. */
export async function readSkuLabel(
  data: StationData,
  { no, docRef }: Pick<PrintIntent, 'no' | 'docRef'>,
): Promise<SkuLabelRow | null> {
  const sku = await data.documents('skus').get(skuIdOf(no))
  if (!sku) return null
  const receipt = await data.documents('receipts').get(docRef)
  const lot = receipt?.lines.findLast((line) => line.skuId === no)?.lot ?? ''
  const row = lot === '' ? undefined : await data.documents('lots').get(lotIdOf(sku.id, lot))
  return toRow(data, sku, row ?? { lot, producedOn: '', expiresOn: '' })
}

/** The label of one lot, to be stuck over a wrong or missing one; null = there is no such lot. */
export async function readLotLabel(data: StationData, lotId: string): Promise<SkuLabelRow | null> {
  const row = await data.documents('lots').get(lotId)
  const sku = row && (await data.documents('skus').get(row.skuId))
  return sku ? toRow(data, sku, row) : null
}

async function toRow(
  data: StationData,
  sku: Sku,
  { lot, producedOn, expiresOn }: Pick<Lot, 'lot' | 'producedOn' | 'expiresOn'>,
): Promise<SkuLabelRow> {
  const barcodes = await data.documents('barcodes').where('skuId').equals(sku.id).toArray()
  const barcode = barcodes.find((each) => each.unitQty === 1)?.code ?? sku.id
  return { sku, barcode, lot, producedOn, expiresOn }
}

/** The bin a label is for; null = there is none of this code. */
export async function readBinLabel(data: StationData, code: string): Promise<Bin | null> {
  return (await data.documents('bins').get(binIdOf(code))) ?? null
}
