import type { StationData } from '../stationData.ts'

/** The picture of goods, as bytes. */
export interface PictureView {
  readonly skuId: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

/** The newest picture of a SKU; null = it has none. */
export async function readPicture(data: StationData, skuId: string): Promise<PictureView | null> {
  const pictures = data.documents('evidence').where('[docKind+docId]').equals(['sku', skuId])
  // Of equal keys the index goes by id, and ids by the moment.
  const newest = await pictures.last()
  const photo = newest && (await data.photos.get(newest.photoId))
  return photo ? { skuId, bytes: photo.bytes, type: photo.type } : null
}
