import {
  PHOTO_BYTES_MAX,
  PHOTO_SIDE_PX_MAX,
  type Photo,
  photoSize,
} from '@/domain/evidence/photo.ts'

/** WebP first: a third smaller; a browser that cannot write it gives another type, then JPEG is asked. */
const TYPES = ['image/webp', 'image/jpeg'] as const
/** Tried one after the other until the bytes fit: first coarser, then smaller. */
const QUALITIES = [0.8, 0.6, 0.4] as const
const SIDES_PX = [PHOTO_SIDE_PX_MAX, 1_120, 800, 480]

/** A picture shrunk to what is kept of it, its maker's notes (place, device) left behind; null: it is
 *  empty, or no size of it fits. */
export async function shrinkPicture(
  document: Document,
  source: CanvasImageSource,
  { widthPx, heightPx }: Pick<Photo, 'widthPx' | 'heightPx'>,
): Promise<Photo | null> {
  if (widthPx === 0 || heightPx === 0) return null
  for (const side of SIDES_PX) {
    const size = photoSize(widthPx, heightPx, side)
    const canvas = document.createElement('canvas')
    canvas.width = size.widthPx
    canvas.height = size.heightPx
    canvas.getContext('2d')?.drawImage(source, 0, 0, size.widthPx, size.heightPx)
    const blob = await packed(canvas)
    if (blob) return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type, ...size }
  }
  return null
}

async function packed(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const write = (type: string, quality: number) =>
    new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))
  const known = await write(TYPES[0], QUALITIES[0])
  const type = known?.type === TYPES[0] ? TYPES[0] : TYPES[1]
  for (const quality of QUALITIES) {
    const blob = await write(type, quality)
    if (blob?.type === type && blob.size <= PHOTO_BYTES_MAX) return blob
  }
  return null
}
