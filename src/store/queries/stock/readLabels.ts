import type { PrintIntent } from '@/domain/record/outbound.ts'
import { type Bin, binIdOf, skuIdOf } from '@/domain/record/place.ts'
import { type Sku, lotIdOf } from '@/domain/record/sku.ts'
import type { StationData } from '../stationData.ts'

/** What the label on one piece of goods says. */
export interface SkuLabelRow {
  readonly sku: Sku
  /** The code on the goods, the SKU's own where it has none. */
  readonly barcode: string
  /** Of the receipt it came with; '' = none. */
  readonly lot: string
  readonly expiresOn: string
}

/** The goods label an intent asks for; null = there is no such SKU. */
export async function readSkuLabel(
  data: StationData,
  { no, docRef }: Pick<PrintIntent, 'no' | 'docRef'>,
): Promise<SkuLabelRow | null> {
  const sku = await data.documents('skus').get(skuIdOf(no))
  if (!sku) return null
  const [barcodes, receipt] = await Promise.all([
    data.documents('barcodes').where('skuId').equals(no).toArray(),
    data.documents('receipts').get(docRef),
  ])
  const barcode = barcodes.find((row) => row.unitQty === 1)?.code ?? no
  const lot = receipt?.lines.findLast((line) => line.skuId === no)?.lot ?? ''
  const row = lot === '' ? undefined : await data.documents('lots').get(lotIdOf(sku.id, lot))
  return { sku, barcode, lot, expiresOn: row?.expiresOn ?? '' }
}

/** The bin a label is for; null = there is none of this code. */
export async function readBinLabel(data: StationData, code: string): Promise<Bin | null> {
  return (await data.documents('bins').get(binIdOf(code))) ?? null
}
