import { describe, expect, it } from 'vitest'
import type { EvidenceSubject, PhotoFacts } from '../record/evidence.ts'
import { skuIdOf } from '../record/place.ts'
import { PHOTOS_OF_DOC_MAX, addPhoto } from './addPhoto.ts'
import { PHOTO_BYTES_MAX, PHOTO_SIDE_PX_MAX, photoSize } from './photo.ts'

const subject: EvidenceSubject = {
  docKind: 'receipt',
  docId: 'r1',
  skuId: skuIdOf('BK1'),
  lot: 'L7',
  finding: 'damaged',
}
const photo: PhotoFacts = {
  photoId: 'a0'.repeat(32),
  type: 'image/webp',
  widthPx: 1600,
  heightPx: 1200,
  byteCount: PHOTO_BYTES_MAX,
}
const act = { id: 'c1', operatorId: 'op1', atMs: 5 }
const facts = { photos: 0, hasPicture: false }

describe('a photo', () => {
  it('is linked to its document by a row of its own, without its bytes, and moves no stock', () => {
    expect(addPhoto(facts, { subject, photo }, act)).toMatchObject({
      kind: 'accept',
      movements: [],
      puts: [
        {
          table: 'evidence',
          isNew: true,
          row: { id: 'c1', ...subject, ...photo, operatorId: 'op1', atMs: 5 },
        },
      ],
      result: { photos: 1, hasPicture: false },
    })
  })

  it('is refused where its document has as many as one may have', () => {
    const full = (photos: number) => addPhoto({ ...facts, photos }, { subject, photo }, act)
    expect(full(PHOTOS_OF_DOC_MAX - 1)).toMatchObject({ kind: 'accept' })
    expect(full(PHOTOS_OF_DOC_MAX)).toMatchObject({
      kind: 'reject',
      reason: 'evidence.tooMany',
      params: { max: PHOTOS_OF_DOC_MAX },
    })
  })

  it.each<[string, Partial<PhotoFacts>]>([
    ['no hash', { photoId: 'photo 1' }],
    ['no bytes', { byteCount: 0 }],
    ['more bytes than are kept', { byteCount: PHOTO_BYTES_MAX + 1 }],
  ])('with %s is a broken promise', (_, broken) => {
    expect(() => addPhoto(facts, { subject, photo: { ...photo, ...broken } }, act)).toThrow()
  })

  it('keeps its shape when it is shrunk, and is never blown up', () => {
    expect(photoSize(3200, 1800)).toEqual({ widthPx: PHOTO_SIDE_PX_MAX, heightPx: 900 })
    expect(photoSize(1800, 3200)).toEqual({ widthPx: 900, heightPx: PHOTO_SIDE_PX_MAX })
    expect(photoSize(640, 480)).toEqual({ widthPx: 640, heightPx: 480 })
  })
})
