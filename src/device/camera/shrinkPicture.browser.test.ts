import { expect, it } from 'vitest'
import { createSeededRandom } from '@/kernel/random.ts'
import { PHOTO_BYTES_MAX, PHOTO_SIDE_PX_MAX } from '@/domain/evidence/photo.ts'
import { shrinkPicture } from './shrinkPicture.ts'

/** A picture of that size: even, or noise, which no packing makes small. */
function drawn(widthPx: number, heightPx: number, isNoise: boolean): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), {
    width: widthPx,
    height: heightPx,
  })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = '#7a5'
  pen.fillRect(0, 0, widthPx, heightPx)
  if (!isNoise) return canvas
  const random = createSeededRandom(7)
  const tile = pen.createImageData(widthPx, heightPx)
  tile.data.forEach((_, i) => (tile.data[i] = i % 4 === 3 ? 255 : random.int(256)))
  pen.putImageData(tile, 0, 0)
  return canvas
}

it('cuts the longer side to its limit and packs it as WebP', async () => {
  const photo = await shrinkPicture(document, drawn(4000, 3000, false), {
    widthPx: 4000,
    heightPx: 3000,
  })
  expect(photo).toMatchObject({ type: 'image/webp', widthPx: PHOTO_SIDE_PX_MAX, heightPx: 1200 })
  expect(new TextDecoder().decode(photo?.bytes.slice(8, 12))).toBe('WEBP')
})

it('goes coarser, then smaller, until also the worst picture fits', async () => {
  const photo = await shrinkPicture(document, drawn(2000, 1500, true), {
    widthPx: 2000,
    heightPx: 1500,
  })
  expect(photo?.bytes.byteLength).toBeLessThanOrEqual(PHOTO_BYTES_MAX)
  expect(photo?.bytes.byteLength).toBeGreaterThan(PHOTO_BYTES_MAX / 10)
  const bitmap = await createImageBitmap(new Blob([photo?.bytes ?? '']))
  expect([bitmap.width, bitmap.height]).toEqual([photo?.widthPx, photo?.heightPx])
})

it('gives none for a camera that shows nothing yet', async () => {
  const none = { widthPx: 0, heightPx: 0 }
  expect(await shrinkPicture(document, drawn(1, 1, false), none)).toBeNull()
})
