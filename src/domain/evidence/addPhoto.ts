import { assert } from '@/kernel/assert.ts'
import type { Evidence, EvidenceSubject, PhotoFacts } from '../record/evidence.ts'
import type { Act } from '../stock/act.ts'
import { type Decision, accept, putNew, reject } from '../stock/decision.ts'
import { PHOTO_BYTES_MAX } from './photo.ts'

/** Photos of one document: a long delivery with every line damaged. */
export const PHOTOS_OF_DOC_MAX = 60

export interface AddPhotoArgs {
  readonly subject: EvidenceSubject
  readonly photo: PhotoFacts
}

export interface AddPhotoFacts {
  /** Photos the document has already. */
  readonly photos: number
  /** True where the goods of the subject have a picture. */
  readonly hasPicture: boolean
}

const SHA_256 = /^[\da-f]{64}$/

/** Links a stored photo to what it shows. Only the link is a document: the bytes lie aside under their
 *  hash, so one picture may serve several documents. Moves no stock. */
export function addPhoto(
  facts: AddPhotoFacts,
  { subject, photo }: AddPhotoArgs,
  act: Act,
): Decision<'evidence.tooMany'> {
  assert(SHA_256.test(photo.photoId), `photo ${photo.photoId}`)
  assert(subject.docId !== '', 'a photo of nothing')
  const { byteCount } = photo
  assert(Number.isSafeInteger(byteCount) && byteCount > 0, `a photo of ${byteCount} bytes`)
  assert(byteCount <= PHOTO_BYTES_MAX, `a photo of ${byteCount} bytes`)
  if (facts.photos >= PHOTOS_OF_DOC_MAX)
    return reject('evidence.tooMany', { max: PHOTOS_OF_DOC_MAX })
  const { id, operatorId, atMs } = act
  const row: Evidence = { id, ...subject, ...photo, operatorId, atMs }
  return accept([], [putNew('evidence', row)], {
    photos: facts.photos + 1,
    hasPicture: facts.hasPicture,
  })
}
