import type { CatalogueSource } from '@/domain/dataImport/memoryCatalogue.ts'
import { shippedUse } from '@/domain/dataImport/shippedUse.ts'
import type { StationData } from '../stationData.ts'

/** Everything a file may refer to: read once per import, so that rows are checked without waiting.
 *  `hasSkus`: only files of goods ask for barcodes, of which a shop has as many as SKUs. */
export async function readCatalogue(
  data: StationData,
  hasSkus: boolean,
): Promise<Required<CatalogueSource>> {
  const [skus, barcodes, suppliers, bins, carriers, parcels, shipped] = await Promise.all([
    data.documents('skus').toArray(),
    hasSkus ? data.documents('barcodes').toArray() : [],
    data.documents('suppliers').toArray(),
    data.documents('bins').toArray(),
    data.documents('carriers').toArray(),
    data.documents('parcels').where('waybillNo').above('').toArray(),
    data.documents('shippedParcels').toArray(),
  ])
  const owners = await data.documents('orders').bulkGet(parcels.map((parcel) => parcel.orderId))
  return {
    skus: skus.map(({ id, styleNo, colour, size }) => ({
      skuCode: id,
      styleNo: styleNo === '' ? null : styleNo,
      colour,
      size,
    })),
    barcodes,
    suppliers,
    bins: bins.map(({ code }) => ({ binCode: code })),
    carriers: carriers.map(({ id, name }) => ({ carrierCode: id, name })),
    waybills: [
      ...shipped.map(shippedUse),
      ...parcels.flatMap(({ waybillNo }, i) => {
        const order = owners[i]
        if (!order) return []
        const { province, city, district } = order.receiver
        const region = [province, city, district, ''].join('\n')
        return [[waybillNo, { orderNo: order.orderNo, region, detail: '' }] as const]
      }),
    ],
  }
}
