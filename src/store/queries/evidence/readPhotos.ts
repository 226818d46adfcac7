import type { Evidence, EvidenceKind } from '@/domain/record/evidence.ts'
import type { StationData } from '../stationData.ts'

/** One photo with what it shows, ready to draw. */
export interface PhotoView {
  readonly id: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  /** Number on the paper it belongs to: purchase order or waybill; '' = none. */
  readonly docNo: string
  readonly skuId: string
  readonly finding: string
  /** True for the picture of the goods themselves. */
  readonly isPicture: boolean
  readonly atMs: number
  readonly operatorName: string
}

/** Photos newest first; `count` may be more than there are rows. */
export interface PhotosView {
  readonly rows: readonly PhotoView[]
  readonly count: number
}

/** Which photos: those of documents, or all that show one SKU. */
export type PhotosOf =
  | { readonly docs: readonly (readonly [EvidenceKind, string])[] }
  | { readonly skuId: string }

export const NO_PHOTOS: PhotosView = { rows: [], count: 0 }
/** Photos drawn at once; each is decoded by the browser. */
export const PHOTO_ROWS_MAX = 12

export async function readPhotos(data: StationData, of: PhotosOf): Promise<PhotosView> {
  const found = await readEvidence(data, of)
  if (found.length === 0) return NO_PHOTOS
  const newest = found.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, PHOTO_ROWS_MAX)
  const photos = await data.photos.bulkGet(newest.map((row) => row.photoId))
  const views = await Promise.all(
    newest.map(async (row, i) => {
      const photo = photos[i]
      return photo ? [await toView(data, row, photo.bytes)] : []
    }),
  )
  return { rows: views.flat(), count: found.length }
}

/** The photos of a purchase order and of every receipt for it. */
export async function readOrderPhotos(
  data: StationData,
  purchaseOrderId: string,
): Promise<PhotosView> {
  const receipts = data.documents('receipts').where('purchaseOrderId').equals(purchaseOrderId)
  const ids = await receipts.primaryKeys()
  const ofReceipts = ids.map((id) => ['receipt', id] as const)
  return readPhotos(data, { docs: [['purchaseOrder', purchaseOrderId], ...ofReceipts] })
}

async function readEvidence(data: StationData, of: PhotosOf): Promise<Evidence[]> {
  const evidence = data.documents('evidence')
  if ('skuId' in of) return evidence.where('skuId').equals(of.skuId).toArray()
  const docs = of.docs.map(([docKind, docId]) => [docKind, docId])
  return evidence.where('[docKind+docId]').anyOf(docs).toArray()
}

async function toView(
  data: StationData,
  row: Evidence,
  bytes: PhotoView['bytes'],
): Promise<PhotoView> {
  const { id, type, skuId, finding, docKind, atMs, operatorId } = row
  const operator = await data.documents('operators').get(operatorId)
  return {
    id,
    bytes,
    type,
    docNo: await docNoOf(data, row),
    skuId,
    finding,
    isPicture: docKind === 'sku',
    atMs,
    operatorName: operator?.name ?? operatorId,
  }
}

async function docNoOf(data: StationData, { docKind, docId }: Evidence): Promise<string> {
  switch (docKind) {
    case 'receipt':
      return (await data.documents('receipts').get(docId))?.purchaseOrderId ?? ''
    case 'parcel':
      return (await data.documents('parcels').get(docId as never))?.waybillNo ?? ''
    case 'sku':
      return ''
    default:
      return docId
  }
}
